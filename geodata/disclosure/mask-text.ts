/** A person's name with all but its first character hidden: 张三丰 → 张**, Jane Smith → J***. */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name.trim()];
  if (first === '') return '';
  return /\p{Script=Han}/u.test(first) ? first + '*'.repeat(Math.max(rest.length, 1)) : `${first}***`;
}

/** An address up to its village or street; what leads to one door is hidden: 尚湖镇罗墩村12组23号 → 尚湖镇罗墩村***. */
export function maskAddress(address: string): string {
  const door = address.search(/[\d０-９(（]|[一二三四五六七八九十百]+[组队号]/);
  if (door < 0) return address;
  return `${address.slice(0, door).trimEnd()}***`;
}
