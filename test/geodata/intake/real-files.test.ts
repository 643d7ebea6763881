import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { readMapping } from '../../../geodata/datasets/read-mapping.ts';
import { createEntryReader } from '../../../geodata/intake/create-entry-reader.ts';
import { detectText } from '../../../geodata/intake/detect-text.ts';
import { readCsv } from '../../../geodata/intake/read-csv.ts';
import { requireColumns } from '../../../geodata/intake/require-columns.ts';
import type { Finding } from '../../../geodata/model/import-report.ts';
import type { Entry, Rejection } from '../../../geodata/model/record.ts';
import { hasSharedData, shared } from '../../support/shared-data.ts';

interface Outcome {
  readonly encoding: string;
  readonly entries: Entry[];
  readonly rejections: Rejection[];
  readonly findings: Finding[];
}

async function intake(path: string, mapping: unknown): Promise<Outcome> {
  const dataset = readMapping(mapping);
  const file = shared(`records/${path}`);
  const handle = await open(file);
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
  await handle.close();
  const shape = detectText(buffer.subarray(0, bytesRead));
  const reader = createEntryReader(dataset);
  const entries: Entry[] = [];
  const rejections: Rejection[] = [];
  const onColumns = (columns: readonly string[]) => requireColumns(dataset, columns);
  for await (const batch of readCsv(createReadStream(file), { ...shape, onColumns })) {
    for (const row of batch) {
      const outcome = 'reason' in row ? row : reader.read(row);
      if ('reason' in outcome) rejections.push(outcome);
      else entries.push(outcome);
    }
  }
  return { encoding: shape.encoding, entries, rejections, findings: reader.findings() };
}

describe.runIf(hasSharedData)('real files', () => {
  test('flood control in the Philippines: 9,855 contracts, 28 of them without a number for their cost', async () => {
    const { entries, rejections } = await intake('philippines_flood_control/flood_control_raw.csv', {
      id: 'flood-control',
      key: ['project_id'],
      operator: 'contractor',
      amount: 'cost',
      date: { field: 'completion_date', format: 'YYYY-MM-DD' },
      place: { lng: 'lng', lat: 'lat' },
    });
    expect(entries.length + rejections.length).toBe(9_855);
    expect(rejections.map(({ reason }) => reason)).toEqual(new Array(28).fill('amount-not-a-number'));
    expect(rejections[0]?.detail).toContain('MYCA with Project ID');
  });

  test('building permits in Nashville: epoch milliseconds and ZIP codes', async () => {
    const { entries, rejections } = await intake('nashville_permits/building_permits_raw.csv', {
      id: 'permits',
      operator: 'Contact',
      amount: 'Const_Cost',
      date: { field: 'Date_Entered', format: 'epoch-ms' },
      place: [
        { lng: 'Lon', lat: 'Lat' },
        { areaCode: 'ZIP', level: 'zip' },
      ],
    });
    expect(entries.length + rejections.length).toBe(5_996);
    expect(rejections).toEqual([]);
    expect(entries[0]).toMatchObject({ happenedOn: '2023-04-11', where: { lng: '-86.79676712', areaCode: '37212' } });
  });

  test('lettings in New York: names with line breaks, and hosts without a name', async () => {
    const { entries, rejections, findings } = await intake('airbnb_nyc/AB_NYC_2019.csv', {
      id: 'lettings',
      key: ['id'],
      operator: 'host_name',
      amount: 'price',
      date: 'last_review',
      place: { lng: 'longitude', lat: 'latitude' },
    });
    expect(rejections).toEqual([]);
    expect(entries).toHaveLength(48_895);
    expect(findings.map(({ id, count }) => [id, count])).toEqual(
      expect.arrayContaining([
        ['date-missing', 10_052],
        ['amount-zero', 11],
        ['operator-missing', 21],
      ]),
    );
  });

  test('loans in Rhode Island: ZIP codes keep their leading zeros, equal rows stay apart', async () => {
    const { entries, rejections, findings } = await intake('ppp_loans/foia_up_to_150k_RI.csv', {
      id: 'loans',
      operator: 'Lender',
      amount: 'LoanAmount',
      date: { field: 'DateApproved', format: 'MM/DD/YYYY' },
      place: { areaCode: 'Zip', level: 'zip' },
    });
    expect(rejections).toEqual([]);
    expect(entries[0]).toMatchObject({ happenedOn: '2020-04-06', where: { areaCode: '02920' } });
    expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
    expect(findings.find(({ id }) => id === 'rows-repeated')?.count).toBeGreaterThan(0);
  });

  test('without a declared format, dates with the month first are not guessed', async () => {
    const { entries, rejections } = await intake('ppp_loans/foia_up_to_150k_DC.csv', {
      id: 'loans',
      date: 'DateApproved',
      place: { areaCode: 'Zip', level: 'zip' },
    });
    expect(entries).toEqual([]);
    expect(rejections[0]?.detail).toContain('MM/DD/YYYY');
  });

  test('housing sales in Beijing: GB18030, a first column without a name', async () => {
    const { encoding, entries, rejections } = await intake('china/beijing_lianjia_lonlat_gb18030_raw.csv', {
      id: 'sales',
      date: 'TradeTime',
      amount: 'Total price',
      place: { lng: 'Lng', lat: 'Lat' },
      fields: ['column 1', 'District'],
    });
    expect(encoding).toBe('gb18030');
    expect(entries.length + rejections.length).toBe(13_769);
    expect(entries[0]).toMatchObject({ happenedOn: '2016-08-09', amount: 415, fields: { 'column 1': '0' } });
  });

  test('housing sales in Dongguan: Chinese columns, dates with a time', async () => {
    const { entries, rejections } = await intake('china/dongguan_town_daily_sales.csv', {
      id: 'dongguan',
      date: 'file_date',
      amount: { field: '当日成交金额（万元）', unit: '万元' },
      place: { areaName: '镇区', level: 'town' },
    });
    expect(rejections).toEqual([]);
    expect(entries).toHaveLength(7_980);
    expect(entries[0]).toMatchObject({
      happenedOn: '2019-07-15',
      amount: 2367.7,
      where: { areaName: '东莞市樟木头镇' },
    });
  });
});
