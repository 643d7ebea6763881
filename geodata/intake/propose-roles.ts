import type { ColumnRole } from '../model/preview.ts';

/** Usual names of columns in both languages, the surer ones first. */
const NAMES: readonly (readonly [ColumnRole, RegExp])[] = [
  ['lng', /^(?:.*[_ ])?(?:lng|lon|long|longitude|经度)$|^pickup_longitude$/i],
  ['lat', /^(?:.*[_ ])?(?:lat|latitude|纬度)$/i],
  ['key', /^(?:id|key|编号|序列号|.*(?:单号|编码)|.*_id|permit(?:__|_?n(?:um|o).*)?|.*[_ ]number)$/i],
  ['operator', /经办|销售员|代理|承包|施工单位|operator|seller|agent|contractor|lender|company|^contact$|_owner$/i],
  ['holder', /投保人|办理对象|户主|受益人|holder|payee/i],
  ['amount', /金额|保费|造价|价格|amount|cost|price|premium|fare|valuation/i],
  ['date', /日期|时间|date|time(?:stamp)?$/i],
  ['address', /地址|住址|address/i],
  ['area-code', /区划代码|村代码|area.?code|^zip|postal.?code/i],
  ['area-name', /村名|区划名称|镇区|village|area.?name|neighbou?rhood|location|barangay/i],
  ['category', /险种|类别|种类|category|type/i],
];

/**
 * The column that each role would be given by its name: a proposal for a person, never applied by itself. A column is proposed
 * for one role, a role for one column.
 */
export function proposeRoles(columns: readonly string[]): Map<ColumnRole, string> {
  const proposed = new Map<ColumnRole, string>();
  const taken = new Set<string>();
  for (const [role, pattern] of NAMES) {
    const column = columns.find((name) => pattern.test(name) && !taken.has(name));
    if (column === undefined) continue;
    proposed.set(role, column);
    taken.add(column);
  }
  return proposed;
}
