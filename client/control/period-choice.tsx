import { useState } from 'react';
import type { DatasetSummary } from '../../geodata/model/api.ts';
import { monthsBetween, nextMonth, previousMonth, yearOf, yearPeriod, yearsBetween } from '../selection/period.ts';
import { useSelection } from '../selection/use-selection.ts';
import { useText } from '../text/use-text.ts';
import { Choice } from './choice.tsx';

/** All time, a year, or months of one's own choice. */
export function PeriodChoice({ summary }: { summary: DatasetSummary }) {
  const { t, format } = useText();
  const { selection, select } = useSelection();
  const [choosing, setChoosing] = useState(false);
  const { from, until } = selection;
  const year = yearOf({ from: from ?? undefined, until: until ?? undefined });
  const custom = choosing || ((from !== null || until !== null) && year === null);
  const months = monthsBetween(summary.firstOn, summary.lastOn).map((id) => ({ id, title: format.month(id) }));
  const years = yearsBetween(summary.firstOn, summary.lastOn);
  const choosePeriod = (id: string) => {
    setChoosing(id === 'custom');
    if (id === 'all') select({ from: null, until: null });
    else if (id !== 'custom') select(yearPeriod(Number(id)));
  };
  return (
    <>
      <Choice
        label={t('control.period')}
        value={custom ? 'custom' : year === null ? 'all' : String(year)}
        onChoose={choosePeriod}
        options={[
          { id: 'all', title: t('period.all') },
          ...years.map((each) => ({ id: String(each), title: t('period.year', { year: each }) })),
          ...(months.length > 0 ? [{ id: 'custom', title: t('period.custom') }] : []),
        ]}
      />
      {custom && (
        <>
          <Choice
            label={t('period.from')}
            value={from}
            placeholder={t('period.open')}
            onChoose={(month) => select({ from: month, ...(until !== null && until <= month ? { until: null } : {}) })}
            options={months}
          />
          <Choice
            label={t('period.until')}
            value={until === null ? null : previousMonth(until)}
            placeholder={t('period.open')}
            onChoose={(month) =>
              select({ until: nextMonth(month), ...(from !== null && from > month ? { from: null } : {}) })
            }
            options={months}
          />
        </>
      )}
    </>
  );
}
