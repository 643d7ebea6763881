import { readAmount } from './read-amount.ts';
import { readDate } from './read-date.ts';

/**
 * Which of the first rows of a table holds the column names, as an index: 0 unless rows of titles stand above it. A title (a
 * heading, “填报单位：… 单位：元”) fills less than half as many cells as the rows below usually do; column names are words, all
 * different. Where that is not plainly so, the first row is taken, and a person may say otherwise.
 */
export function detectHeader(rows: readonly (readonly string[])[], titleRows: number): number {
  const filled = rows.map((cells) => cells.filter((cell) => cell.trim() !== '').length);
  const usual = median(filled);
  if (usual < 2) return 0;
  const first = rows.findIndex((cells, row) => {
    const count = filled[row] ?? 0;
    return count > 1 && count * 2 >= usual && (count >= usual || !isLabelled(cells));
  });
  if (first <= 0 || first > titleRows) return 0;
  return first + 1 < rows.length && areNames(rows[first] as readonly string[]) ? first : 0;
}

/** “填报单位：海虞镇 … 单位：元”: labels with what they say, as column names never are. */
function isLabelled(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.filter((cell) => /[:：]/.test(cell)).length * 2 >= filled.length;
}

function areNames(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  return (
    new Set(names).size === names.length &&
    names.every((name) => readAmount(name) === null && readDate(name, 'auto') === null)
  );
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
