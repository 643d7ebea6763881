import { cellText } from '../cell-text.ts';

/** Characters that XML cannot hold stand in workbooks as `_x000D_` (ECMA-376 part 1, 22.9.2.19); line ends become plain ones. */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return cellText(text);
  const plain = text.replace(/_x([\da-f]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return cellText(plain.replaceAll('\r\n', '\n'));
}
