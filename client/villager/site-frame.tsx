import type { ReactNode } from 'react';
import { PlaceLink } from './place-link.tsx';
import { useWords } from './use-words.ts';

interface SiteFrameProps {
  readonly synthetic: boolean;
  readonly isHome: boolean;
  readonly onLanguage: () => void;
  readonly children: ReactNode;
}

/** What is around every page: the title, the other language, and what must be known before anything is believed. */
export function SiteFrame({ synthetic, isHome, onLanguage, children }: SiteFrameProps) {
  const { words, language } = useWords();
  return (
    <>
      <header className="site-header">
        {isHome ? (
          <div>
            <h1>{words.title}</h1>
            <p>{words.tagline}</p>
          </div>
        ) : (
          <p className="site-title">
            <PlaceLink to={{ code: null, level: null }}>{words.title}</PlaceLink>
          </p>
        )}
        <button type="button" lang={language === 'zh' ? 'en' : 'zh-CN'} onClick={onLanguage}>
          {words.otherLanguage}
        </button>
      </header>
      {synthetic && (
        <p className="banner" role="note">
          {words.synthetic}
        </p>
      )}
      <main>{children}</main>
    </>
  );
}
