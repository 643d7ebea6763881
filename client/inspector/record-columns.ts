import type { RecordRow, RecordSort } from '../../geodata/model/api.ts';
import type { Dataset } from '../../geodata/model/dataset.ts';
import type { DatasetWords } from '../text/dataset-words.ts';
import type { Speech } from '../text/use-text.ts';

interface RecordColumn {
  readonly id: string;
  readonly title: string;
  readonly numeric: boolean;
  readonly sort?: RecordSort;
  readonly textOf: (row: RecordRow) => string | null;
}

/** The columns that a dataset can fill; a dataset without dates has no empty column for them. */
export function recordColumns(
  dataset: Dataset,
  words: DatasetWords,
  { t, format }: Pick<Speech, 't' | 'format'>,
): RecordColumn[] {
  const columns: (RecordColumn | false)[] = [
    dataset.date !== undefined && {
      id: 'date',
      title: t('records.date'),
      numeric: false,
      sort: 'date',
      textOf: ({ happenedOn }) => happenedOn,
    },
    dataset.operator !== undefined && {
      id: 'operator',
      title: words.operator,
      numeric: false,
      sort: 'operator',
      textOf: ({ operator, countsAs }) =>
        countsAs === null ? operator : `${operator} (${t('records.countsAs', { name: countsAs })})`,
    },
    dataset.holder !== undefined && {
      id: 'holder',
      title: words.holder,
      numeric: false,
      textOf: ({ holder }) => holder,
    },
    dataset.amount !== undefined && {
      id: 'amount',
      title: words.amountUnit ? `${t('records.amount')} (${words.amountUnit})` : t('records.amount'),
      numeric: true,
      sort: 'amount',
      textOf: ({ amount }) => format.amount(amount),
    },
    dataset.place.address !== undefined && {
      id: 'address',
      title: t('records.address'),
      numeric: false,
      textOf: ({ address }) => address,
    },
    { id: 'key', title: t('records.key'), numeric: false, sort: 'key', textOf: ({ key }) => key },
  ];
  return columns.filter((column) => column !== false);
}
