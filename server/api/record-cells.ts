import type { RecordRow } from '../../geodata/model/api.ts';
import type { Dataset } from '../../geodata/model/dataset.ts';

/** The titles of an exported record's columns, Chinese first. */
export const recordHeader = (dataset: Dataset): string[] => [
  '编号 key',
  '日期 date',
  `金额 amount${dataset.amount ? ` (${dataset.amount.unit})` : ''}`,
  `${dataset.words?.operator?.zh ?? '经办人'} operator`,
  '计为 counts as',
  `${dataset.words?.holder?.zh ?? '户主'} holder`,
  '类别 category',
  '地址 address',
  '定位 placed',
  '经度 lng',
  '纬度 lat',
  '网格 cell',
  ...dataset.fields.filter(({ sensitivity }) => sensitivity < 3).map(({ title }) => title.zh),
  '文件 file',
  '行 line',
];

/** A record as a row of a file, in the order of the titles; fields that are never shown have no column. */
export const recordCells = (dataset: Dataset, row: RecordRow): (string | number | boolean | null)[] => [
  row.key,
  row.happenedOn,
  row.amount,
  row.operator,
  row.countsAs,
  row.holder,
  row.category,
  row.address,
  row.grade,
  row.lng,
  row.lat,
  row.cell,
  ...dataset.fields.filter(({ sensitivity }) => sensitivity < 3).map(({ id }) => row.fields[id] ?? null),
  row.fileName,
  row.line,
];
