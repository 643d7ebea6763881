import type { Mention } from './find-mentions.ts';
import type { Finding, Stretch } from './finding.ts';
import type { AddressGrade, AddressParts, GazetteerNames } from './gazetteer.ts';
import { PROVINCE } from './provinces.ts';
import { readTail } from './read-tail.ts';

const CITY = /^\|?(\p{Script=Han}{2,10}?(?:市|自治州|地区|盟))/u;

/** The parts of an address, once it is known which stretch of it names the village. */
export function readParts(finding: Finding, known: GazetteerNames): AddressParts {
  const { text, mentions, outcome } = finding;
  const at = outcome.is === 'found' ? outcome.at : null;
  const superiors = mentions.filter(({ superiors, start }) => superiors.length > 0 && start !== at?.start);
  const province = PROVINCE.exec(text);
  const first = Math.min(text.length, ...superiors.map(({ start }) => start), at?.start ?? text.length);
  const city = CITY.exec(text.slice(province?.[0].length ?? 0, first));
  const village = at === null ? null : plain(text, at);
  const tail = readTail(at === null ? '' : text.slice(at.end));
  // 陈家宅23号: the village was found by the natural village.
  const natural =
    at !== null && outcome.is === 'found' && outcome.by === 'alias' && !/(?:村|社区|嘎查|会)$/.test(village ?? '');
  return {
    province: province?.[1] ?? null,
    city: city?.[1] ?? null,
    county: superiorName(finding, superiors, false, known),
    town: superiorName(finding, superiors, true, known),
    village: natural ? null : village,
    ...tail,
    hamlet: natural ? village : tail.hamlet,
  };
}

/** What the text calls the area directly above the units (the town), or one further above. */
function superiorName(
  { text, heard }: Finding,
  superiors: readonly Mention[],
  direct: boolean,
  { isParent }: GazetteerNames,
): string | null {
  for (const mention of superiors) {
    for (const id of mention.superiors) if (isParent(id) === direct) return plain(text, mention);
  }
  if (heard === null) return null;
  for (const id of heard.ids) if (isParent(id) === direct) return plain(text, heard);
  return null;
}

/** How far the parts lead. */
export function gradeOf({ hamlet, group, house }: AddressParts): AddressGrade {
  if (house !== null) return 'house';
  return hamlet !== null || group !== null ? 'hamlet' : 'village';
}

const plain = (text: string, { start, end }: Stretch): string => text.slice(start, end).replaceAll('|', '');
