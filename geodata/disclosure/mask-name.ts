/**
 * A person's name with all but its first character hidden: 张三丰 → 张**, John Smith → J***. The stars of a Latin name do not
 * tell its length; those of a Chinese name do, as is usual. A single character is hidden altogether.
 */
export function maskName(name: string): string {
  const [first, ...rest] = Array.from(name.trim());
  if (first === undefined) return '';
  if (rest.length === 0) return '*';
  return /\p{Script=Han}/u.test(first) ? first + '*'.repeat(rest.length) : `${first}***`;
}
