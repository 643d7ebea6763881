interface SortHeadingProps {
  readonly title: string;
  readonly numeric: boolean;
  /** How the table is sorted by this column, null when by another. */
  readonly direction: 'asc' | 'desc' | null;
  /** Undefined: cannot be sorted by this column. */
  readonly onSort: ((order: 'asc' | 'desc') => void) | undefined;
}

/** A column heading that sorts: numbers from the greatest first, texts from the first. */
export function SortHeading({ title, numeric, direction, onSort }: SortHeadingProps) {
  const className = numeric ? 'number' : undefined;
  if (!onSort) {
    return (
      <th scope="col" className={className}>
        {title}
      </th>
    );
  }
  const first = numeric ? 'desc' : 'asc';
  const other = direction === 'asc' ? 'desc' : 'asc';
  return (
    <th
      scope="col"
      className={className}
      aria-sort={direction === null ? 'none' : direction === 'asc' ? 'ascending' : 'descending'}
    >
      <button type="button" className="sort" onClick={() => onSort(direction === null ? first : other)}>
        {title}
        <span aria-hidden="true" className="sort-mark">
          {direction === null ? '↕' : direction === 'asc' ? '↑' : '↓'}
        </span>
      </button>
    </th>
  );
}
