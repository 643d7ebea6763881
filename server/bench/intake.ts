import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import writeXlsxFile from 'write-excel-file/node';
import { perSecond, row } from './figures.ts';

const READER = fileURLToPath(new URL('read-once.ts', import.meta.url));
const HEADER = ['编号', '日期', '金额', '经办人', '户主', 'lng', 'lat', '地址'];

/** How fast each format is read, and the most memory that a process needs for it, Node's own 60 MB or so included. */
export async function benchIntake(records: number): Promise<void> {
  console.log(`Reading ${records.toLocaleString('en')} rows of ${HEADER.length} columns from each format`);
  const folder = mkdtempSync(join(tmpdir(), 'sunmap-bench-'));
  try {
    for (const [name, content] of await filesOf(records)) {
      const path = join(folder, name);
      writeFileSync(path, content);
      const { read, seconds, peak } = await readOnce(path);
      if (read !== records) throw new Error(`${name}: ${read} rows of ${records} were read`);
      const speed = `${(statSync(path).size / 1024 ** 2 / seconds).toFixed(1)} MB/s`;
      row(name, perSecond(read, seconds), speed, `${Math.round(peak / 1024 ** 2)} MB`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readOnce(path: string): Promise<{ read: number; seconds: number; peak: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', READER, path]);
  return JSON.parse(stdout);
}

async function filesOf(records: number): Promise<[name: string, content: string | Buffer][]> {
  const rows = Array.from({ length: records }, (_, i) => makeRow(i));
  const csv = [HEADER, ...rows].map((cells) => cells.join(',')).join('\n');
  const objects = rows.map((cells) => Object.fromEntries(HEADER.map((name, at) => [name, cells[at]])));
  const features = objects.map(({ lng, lat, ...properties }) => {
    const geometry = { type: 'Point', coordinates: [Number(lng), Number(lat)] };
    return { type: 'Feature', properties, geometry };
  });
  const columnData = HEADER.map((name, at) => ({ name, data: rows.map((cells) => cells[at] as string) }));
  const cells = [HEADER, ...rows].map((cells) => cells.map((value) => ({ value, type: String })));
  return [
    ['rows.csv', csv],
    ['rows.csv.gz', gzipSync(csv)],
    ['rows.jsonl', objects.map((object) => JSON.stringify(object)).join('\n')],
    ['rows.json', JSON.stringify(objects)],
    ['rows.geojson', JSON.stringify({ type: 'FeatureCollection', features })],
    ['rows.parquet', Buffer.from(parquetWriteBuffer({ columnData }))],
    ['rows.xlsx', await writeXlsxFile(cells).toBuffer()],
  ];
}

function makeRow(i: number): string[] {
  const day = `2021-0${1 + (i % 9)}-1${i % 10}`;
  const place = [(120.6 + (i % 1_400) / 10_000).toFixed(6), (31.6 + (i % 990) / 10_000).toFixed(6)];
  return [
    `P${i}`,
    day,
    `${(i * 7) % 900}.50`,
    `经办人${i % 470}`,
    `户主${i % 99_991}`,
    ...place,
    `七峰村${i % 40}组${i % 300}号`,
  ];
}
