import { useEffect, useState } from 'react';
import { LANGUAGE_TAGS, rememberedLanguage, rememberLanguage } from '../text/language.ts';
import { HomePage } from './home-page.tsx';
import { PlacePage } from './place-page.tsx';
import { SiteFrame } from './site-frame.tsx';
import { TryAgain } from './try-again.tsx';
import { useAddress } from './use-address.ts';
import { useAnswer } from './use-answer.ts';
import { LanguageContext } from './use-words.ts';
import { usualLevel } from './usual-level.ts';

/** The public page: all places, or the one that the address names. */
export function VillagerPage() {
  const [language, setLanguage] = useState(rememberedLanguage);
  const { code, level } = useAddress();
  const notice = useAnswer('/api/notice', {});
  useEffect(() => {
    document.documentElement.lang = LANGUAGE_TAGS[language];
    rememberLanguage(language);
  }, [language]);
  const usual = notice.body && usualLevel(notice.body);
  return (
    <LanguageContext value={language}>
      <SiteFrame
        synthetic={notice.body?.synthetic ?? false}
        isHome={code === null}
        onLanguage={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
      >
        {notice.body === null ? (
          <TryAgain answer={notice} />
        ) : code === null ? (
          <HomePage notice={notice.body} level={usual} />
        ) : (
          <PlacePage
            key={`${level} ${code}`}
            code={code}
            level={level ?? usual ?? ''}
            usual={usual}
            notice={notice.body}
          />
        )}
      </SiteFrame>
    </LanguageContext>
  );
}
