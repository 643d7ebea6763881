import type { SuggestedFields } from '../model/areas-api.ts';
import { textOf } from './read-property.ts';

type Properties = Readonly<Record<string, unknown>>;

/** Names of properties as publishers write them, most telling first. */
const CODES = [/^(code|代码|区划代码|行政区划代码|adcode|gbcode|geoid)$/i, /code|代码|编码|psgc|_id$|^id$|zip|zcta/i];
const NAMES = [/^(name|名称|村名|社区名|xzqmc)$/i, /name|名称|名$|_en$|community|neighbou?rhood$/i];
const PARENTS = [/^(parent|上级|pcode|town|乡镇代码|上级代码)$/i, /parent|上级/i];
const HOUSEHOLDS = [/household|户数/i];

/**
 * Which properties look like a code, a name, the parent's code and the households: by their names, and a code by its values too, which
 * must all be there and differ. Null where nothing does; a person decides.
 */
export function suggestFields(columns: readonly string[], properties: readonly Properties[]): SuggestedFields {
  const find = (patterns: readonly RegExp[], fits: (column: string) => boolean = () => true): string | null => {
    for (const pattern of patterns) {
      const found = columns.find((column) => pattern.test(column) && fits(column));
      if (found !== undefined) return found;
    }
    return null;
  };
  const isKey = (column: string): boolean => {
    const values = properties.map((one) => textOf(one[column]));
    return values.every((value) => value !== null) && new Set(values).size === values.length;
  };
  const code = find(CODES, isKey) ?? find(CODES);
  return {
    code,
    name: find(NAMES, (column) => column !== code),
    parent: find(PARENTS, (column) => column !== code),
    households: find(HOUSEHOLDS),
  };
}
