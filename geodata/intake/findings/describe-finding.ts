import type { Bilingual } from '../../model/dataset.ts';
import type { PreviewFindingId } from '../../model/preview.ts';
import type { Found } from './detector.ts';

type Say = (parts: Parts) => readonly [zh: string, en: string];

interface Parts {
  /** Counts as people write them: 3,922. */
  readonly count: string;
  readonly of: string;
  readonly among: string;
  readonly rest: string;
  readonly column: string;
  /** The examples with their lines. */
  readonly such: string;
  readonly suchAs: string;
}

/** A finding as a sentence in both languages, written once for page and command. */
export function describeFinding(found: Found): Bilingual {
  const { id, count, of, among = 0, column, examples } = found;
  const zh = examples.map(({ line, value }) => `“${value}”${line === null ? '' : `（第 ${n(line)} 行）`}`).join('、');
  const en = examples.map(({ line, value }) => `“${value}”${line === null ? '' : ` (line ${n(line)})`}`).join(', ');
  const [chinese, english] = SENTENCES[id]({
    count: n(count),
    of: n(of),
    among: n(among),
    rest: n(count - among),
    column: column ?? '',
    such: zh === '' ? '' : `，例如 ${zh}`,
    suchAs: en === '' ? '' : `: ${en}`,
  });
  return { zh: chinese, en: english };
}

const n = (value: number): string => value.toLocaleString('en');

const SENTENCES: Readonly<Record<PreviewFindingId, Say>> = {
  'file-imported-before': ({ such, suchAs }) => [
    `这个文件已经导入过${such}。`,
    `This very file was imported before${suchAs}.`,
  ],
  'file-repeats-another': ({ count, of, such, suchAs }) => [
    `${of} 个文件中有 ${count} 个与前面的文件完全相同${such}。`,
    `${count} of ${of} files repeat a file before${suchAs}.`,
  ],
  'mixed-delimiters': ({ count, of, such, suchAs }) => [
    `${of} 行中有 ${count} 行用了另一种分隔符，将被拒绝${such}。`,
    `${count} of ${of} rows are written with another delimiter and will be rejected${suchAs}.`,
  ],
  mojibake: ({ count, of, column, such, suchAs }) => [
    `“${column}”的 ${of} 个值中有 ${count} 个含乱码，可能编码选错或来源已损坏${such}。`,
    `${count} of ${of} values of “${column}” hold damaged characters: the encoding is wrong, or they came so${suchAs}.`,
  ],
  'header-without-name': ({ count, of, such, suchAs }) => [
    `${of} 列中有 ${count} 列没有名称${such}。`,
    `${count} of ${of} columns have no name${suchAs}.`,
  ],
  'header-name-repeated': ({ count, of, such, suchAs }) => [
    `${of} 列中有 ${count} 列与其他列同名，已编号${such}。`,
    `${count} of ${of} columns have the name of another and were numbered${suchAs}.`,
  ],
  'header-in-body': ({ count, such, suchAs }) => [
    `数据中又出现 ${count} 次表头${such}。`,
    `The header comes again among the rows, ${count} times${suchAs}.`,
  ],
  'total-row': ({ count, such, suchAs }) => [
    `有 ${count} 行像是合计行，导入后会重复计数${such}。`,
    `${count} rows look like totals: imported, they count everything twice${suchAs}.`,
  ],
  'not-a-number': ({ count, of, column, such, suchAs }) => [
    `“${column}”的 ${of} 个值中有 ${count} 个不是数字${such}。`,
    `${count} of ${of} values of “${column}” are not numbers${suchAs}.`,
  ],
  'number-with-unit': ({ count, of, column, such, suchAs }) => [
    `“${column}”的 ${of} 个值中有 ${count} 个带着单位，不会换算${such}。`,
    `${count} of ${of} values of “${column}” carry a unit; nothing is converted${suchAs}.`,
  ],
  'date-unreadable': ({ count, of, column, such, suchAs }) => [
    `“${column}”的 ${of} 个值中有 ${count} 个不是所声明格式的日期，这些行将被拒绝${such}。`,
    `${count} of ${of} values of “${column}” are no dates in the declared format; their rows will be rejected${suchAs}.`,
  ],
  'date-orders-mixed': ({ count, of, column, such, suchAs }) => [
    `“${column}”中日在前和月在前的写法混在一起，${of} 个值中至少 ${count} 个写法不同${such}。`,
    `“${column}” mixes day first and month first: at least ${count} of ${of} values are written the other way${suchAs}.`,
  ],
  'date-order-unclear': ({ count, of, column, such, suchAs }) => [
    `“${column}”的 ${of} 个值中有 ${count} 个看不出日在前还是月在前，请声明格式${such}。`,
    `${count} of ${of} values of “${column}” do not tell whether day or month comes first: declare the format${suchAs}.`,
  ],
  'date-two-digit-year': ({ count, of, column, such, suchAs }) => [
    `“${column}”的 ${of} 个值中有 ${count} 个年份只有两位${such}。`,
    `${count} of ${of} values of “${column}” have a year of two digits${suchAs}.`,
  ],
  'date-out-of-range': ({ count, of, column, such, suchAs }) => [
    `“${column}”的 ${of} 个值中有 ${count} 个年份不合理${such}。`,
    `${count} of ${of} values of “${column}” have an impossible year${suchAs}.`,
  ],
  'date-in-future': ({ count, of, column, such, suchAs }) => [
    `“${column}”的 ${of} 个值中有 ${count} 个在将来${such}。`,
    `${count} of ${of} values of “${column}” lie in the future${suchAs}.`,
  ],
  'identifier-rounded': ({ count, of, column, such, suchAs }) => [
    `“${column}”的 ${of} 个值中有 ${count} 个长编号被电子表格取整，末尾几位已丢失${such}。`,
    `${count} of ${of} values of “${column}” were rounded by a spreadsheet: their last digits are lost${suchAs}.`,
  ],
  'leading-zeros-lost': ({ count, of, column, such, suchAs }) => [
    `“${column}”的 ${of} 个值中有 ${count} 个过短，可能丢了开头的 0${such}。`,
    `${count} of ${of} values of “${column}” are too short: they may have lost leading zeros${suchAs}.`,
  ],
  'spreadsheet-error': ({ count, of, column, such, suchAs }) => [
    `“${column}”的 ${of} 个值中有 ${count} 个是电子表格的公式错误${such}。`,
    `${count} of ${of} values of “${column}” are errors of spreadsheet formulas${suchAs}.`,
  ],
  'keys-repeat': ({ count, of, among, rest, column, such, suchAs }) => [
    `${of} 行中有 ${count} 行的编号“${column}”重复：${among} 行内容完全相同，只存一次；${rest} 行内容不同，将被拒绝${such}。`,
    `${count} of ${of} keys “${column}” repeat, ${among} of them identical rows (stored once), ${rest} differing ones (rejected)${suchAs}.`,
  ],
  'rows-repeat': ({ count, of, such, suchAs }) => [
    `${of} 行中有 ${count} 行与前面的行完全相同${such}。`,
    `${count} of ${of} rows repeat a row before, cell by cell${suchAs}.`,
  ],
  'value-missing': ({ count, of, column }) => [
    `${of} 行中有 ${count} 行没有“${column}”。`,
    `${count} of ${of} rows have no “${column}”.`,
  ],
  'operator-placeholder': ({ count, of, column, such, suchAs }) => [
    `“${column}”的 ${of} 个值中有 ${count} 个不是人名或单位名${such}；记录照计，不算占比。`,
    `${count} of ${of} values of “${column}” name nobody${suchAs}; their records count, in no share.`,
  ],
  'amount-negative': ({ count, of, column, such, suchAs }) => [
    `“${column}”的 ${of} 个值中有 ${count} 个为负${such}。`,
    `${count} of ${of} values of “${column}” are negative${suchAs}.`,
  ],
  'amount-zero': ({ count, of, column }) => [
    `“${column}”的 ${of} 个值中有 ${count} 个为零。`,
    `${count} of ${of} values of “${column}” are zero.`,
  ],
  'few-points': ({ count, of }) => [
    `${of} 条有坐标的记录只有 ${count} 个不同位置：多半是中心点，画成六边形会失真。`,
    `Only ${count} distinct points for ${of} records with coordinates: probably centres, so hexagons would be artefacts.`,
  ],
  'column-constant': ({ count, of, such, suchAs }) => [
    `${of} 列中有 ${count} 列处处同值${such}。`,
    `${count} of ${of} columns hold one value everywhere${suchAs}.`,
  ],
  'column-empty': ({ count, of, such, suchAs }) => [
    `${of} 列中有 ${count} 列是空的${such}。`,
    `${count} of ${of} columns are empty${suchAs}.`,
  ],
};
