import { useId } from 'react';
import type { Indicator } from '../../geodata/model/indicator.ts';
import type { Tier } from '../../geodata/model/tier.ts';
import { useNarrow } from '../page/use-narrow.ts';
import { useText } from '../text/use-text.ts';
import type { LegendEntry } from './legend-entries.ts';
import { rangeText } from './range-text.ts';
import { Swatch } from './swatch.tsx';

interface LegendProps {
  readonly title: string;
  readonly indicator: Indicator;
  readonly entries: readonly LegendEntry[];
  readonly minimum: number;
  readonly note?: string;
}

/** Every colour of the map with what it stands for and how many areas have it. */
export function Legend({ title, indicator, entries, minimum, note }: LegendProps) {
  const speech = useText();
  const { t, format } = speech;
  const id = useId();
  const narrow = useNarrow();
  const textOf = (entry: LegendEntry) => {
    if (indicator.kind === 'tier') return t(`tier.${entry.id as Tier}`);
    if (entry.id === 'zero') return t('legend.zero');
    if (entry.id === 'unknown') return t('legend.unknown');
    return entry.id === 'few' ? t('legend.few', { minimum }) : rangeText(entry, indicator.kind, speech);
  };
  return (
    <details className="legend" open={!narrow} aria-labelledby={id}>
      <summary id={id}>{title}</summary>
      <ul>
        {entries.map((entry) => (
          <li key={entry.id}>
            <Swatch colour={entry.colour} pattern={entry.pattern} bold={entry.id === 'red'} />
            <span>{textOf(entry)}</span>
            <span className="number">{format.count(entry.count)}</span>
          </li>
        ))}
      </ul>
      {note && <p className="legend-note">{note}</p>}
      <p className="legend-note">{t('legend.hypothesis')}</p>
    </details>
  );
}
