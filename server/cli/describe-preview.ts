import type { FilePreview } from '../../geodata/model/preview.ts';

/** A preview as some lines for people. */
export function describePreview(name: string, preview: FilePreview): string {
  const { sample, columns, dataset, missing, placed, findings } = preview;
  const read = [
    preview.format,
    preview.encoding,
    preview.delimiter && `delimiter ${JSON.stringify(preview.delimiter)}`,
  ];
  const rows = sample.whole ? `${sample.rows} rows` : `the first ${sample.rows} rows`;
  return [
    `${name}: ${[...read, preview.sheet && `sheet ${preview.sheet}`].filter(Boolean).join(', ')}; ${rows}`,
    ...columns.map(
      ({ name, type, role, empty, distinct, examples }) =>
        `  ${name}: ${type}${role ? `, ${dataset ? '' : 'perhaps '}${role}` : ''}; ${empty} of ${sample.rows} empty, ${distinct} different; ${examples.join(' | ')}`,
    ),
    ...(missing.length > 0 ? [`  missing for ${dataset}: ${missing.join(', ')}`] : []),
    ...lines('rejected', preview.rejected),
    ...(placed ? [...lines('placed by', placed), `  un-placed: ${preview.unplaced} of ${sample.rows}`] : []),
    ...lines('un-placed because of', preview.unplacedReasons ?? {}),
    ...findings.map(({ severity, text }) => `  ${severity}: ${text.zh} ${text.en}`),
  ].join('\n');
}

const lines = (title: string, counts: Readonly<Record<string, number>>): string[] =>
  Object.entries(counts).map(([name, count]) => `  ${title} ${name}: ${count}`);
