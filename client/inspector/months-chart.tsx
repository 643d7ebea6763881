import type { MonthCount } from '../../geodata/model/api.ts';
import { axisTop, monthColumns } from '../chart/month-columns.ts';
import { useText } from '../text/use-text.ts';

const WIDTH = 400;
const HEIGHT = 96;
const LEFT = 28;
const BASE = HEIGHT - 16;

/** Records by month, and how many of them were the top operator's. The same figures stand in a table below. */
export function MonthsChart({ months, topOperator }: { months: readonly MonthCount[]; topOperator: string | null }) {
  const { t, format } = useText();
  const columns = monthColumns(months);
  const first = columns[0];
  const last = columns.at(-1);
  if (!first || !last) return null;
  const peak = columns.reduce((a, b) => (b.records > a.records ? b : a));
  const top = axisTop(peak.records);
  const step = (WIDTH - LEFT) / columns.length;
  const height = (value: number) => (value / top) * (BASE - 8);
  const bar = (index: number, value: number) => ({
    x: LEFT + index * step + step * 0.1,
    y: BASE - height(value),
    width: Math.max(0.6, step * 0.8),
    height: height(value),
  });
  const alt = t('area.monthsAlt', {
    from: format.month(first.month),
    until: format.month(last.month),
    most: format.count(peak.records),
    when: format.month(peak.month),
  });
  return (
    <section aria-labelledby="months">
      <h3 id="months">{t('area.months')}</h3>
      <p className="chart-key">
        <span className="key-all">{t('area.monthsAll')}</span>
        <span className="key-top">{topOperator ?? t('area.monthsTop')}</span>
      </p>
      <svg className="months" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={alt}>
        <path
          className="axis"
          d={`M${LEFT} ${BASE}H${WIDTH}M${LEFT} ${BASE - height(top)}H${WIDTH}M${LEFT} ${BASE - height(top / 2)}H${WIDTH}`}
        />
        <text x={LEFT - 5} y={BASE - height(top) + 4} textAnchor="end">
          {format.compact(top)}
        </text>
        <text x={LEFT - 5} y={BASE + 4} textAnchor="end">
          0
        </text>
        {columns.map(({ month, records, topRecords }, index) => (
          <g key={month}>
            <rect className="month-all" {...bar(index, records)} />
            <rect className="month-top" {...bar(index, topRecords)} />
          </g>
        ))}
        <text x={LEFT} y={HEIGHT - 3}>
          {format.month(first.month)}
        </text>
        <text x={WIDTH} y={HEIGHT - 3} textAnchor="end">
          {format.month(last.month)}
        </text>
      </svg>
      <details className="figures">
        <summary>{t('area.monthsTable')}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('records.date')}</th>
              <th scope="col" className="number">
                {t('area.monthsAll')}
              </th>
              <th scope="col" className="number">
                {topOperator ?? t('area.monthsTop')}
              </th>
            </tr>
          </thead>
          <tbody>
            {columns.map(({ month, records, topRecords }) => (
              <tr key={month}>
                <th scope="row">{format.month(month)}</th>
                <td className="number">{format.count(records)}</td>
                <td className="number">{format.count(topRecords)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}
