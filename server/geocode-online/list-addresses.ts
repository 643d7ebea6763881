import { createEntryReader } from '../../geodata/intake/create-entry-reader.ts';
import { openTable, type TableFile } from '../../geodata/intake/open-table.ts';
import { requireColumns } from '../../geodata/intake/require-columns.ts';
import { sentence } from '../../geodata/intake/sentence.ts';
import type { Dataset } from '../../geodata/model/dataset.ts';
import { Problem } from '../problem.ts';

/** The distinct addresses of a file that an online geocoder may be asked, in their order, with the line where each stands first. */
export async function listAddresses(
  file: TableFile,
  dataset: Dataset,
  { persons }: { readonly persons: boolean },
): Promise<{ address: string; line: number }[]> {
  if (dataset.place.address === undefined) throw new Problem(400, NO_ADDRESS);
  if (namesPersons(dataset) && !persons) throw new Problem(403, NAMES_PERSONS);
  const { columns, rows } = await openTable(file);
  requireColumns(dataset, columns);
  const { amount: _amount, date: _date, ...placed } = dataset;
  const reader = createEntryReader({ ...placed, key: [], fields: [] });
  const lines = new Map<string, number>();
  for await (const batch of rows) {
    for (const row of batch) {
      const entry = 'reason' in row ? row : reader.read(row);
      const address = 'where' in entry ? entry.where.address : null;
      if (address !== null && !lines.has(address)) lines.set(address, entry.line);
    }
  }
  return [...lines].map(([address, line]) => ({ address, line }));
}

/** Whose home or business it is stands beside the address. */
const namesPersons = ({ holder, fields }: Dataset) =>
  holder !== undefined || fields.some(({ sensitivity }) => sensitivity > 1);

const NO_ADDRESS = sentence('这个数据集没有声明地址列', 'This dataset declares no column of addresses');
const NAMES_PERSONS = sentence(
  '这个数据集涉及个人，其地址不外送；确需外送时设置 SUNMAP_GEOCODER_PERSONS=on',
  'This dataset concerns persons: its addresses do not leave the house. Where they must, set SUNMAP_GEOCODER_PERSONS=on',
);
