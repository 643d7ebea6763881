import { missingColumns } from '../datasets/dataset-columns.ts';
import type { Dataset } from '../model/dataset.ts';
import { IntakeError } from './intake-error.ts';

/** Throws an IntakeError when the file lacks a column that the dataset reads: one fault of the file, not one of every row. */
export function requireColumns(dataset: Dataset, columns: readonly string[]): void {
  const missing = missingColumns(dataset, columns);
  if (missing.length === 0) return;
  const present = columns.map((name) => `“${name}”`).join(', ');
  const absent = missing.map((name) => `“${name}”`).join(', ');
  throw new IntakeError(
    `文件缺少数据集 ${dataset.id} 需要的列：${absent}；文件中的列：${present} / ` +
      `The file lacks columns that the dataset ${dataset.id} needs: ${absent}; it has ${present}`,
  );
}
