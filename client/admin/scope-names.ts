import { type Account, type AreaScope, type Grant, type Grantable, ROLE_TITLES } from '../../geodata/model/account.ts';
import { levelTitle } from '../text/level-noun.ts';
import type { Speech } from '../text/use-text.ts';

/** An area by its name where it is known, else by level and code. */
export function areaName({ level, code }: AreaScope, known: Grantable | undefined, speech: Speech): string {
  const area = known?.areas.find((each) => each.level === level && each.code === code);
  if (!area) return `${levelTitle(level, speech)} ${code}`;
  return area.parentName ? `${area.parentName} ${area.name}` : area.name;
}

export function datasetName(id: string, known: Grantable | undefined, { say }: Speech): string {
  const dataset = known?.datasets.find((each) => each.id === id);
  return dataset ? say(dataset.title) : id;
}

/** What an account may, in words: nothing is said as nothing, not left out. */
export interface GrantWords {
  readonly role: string;
  readonly areas: string;
  readonly datasets: string;
}

export function grantWords(grant: Grant, known: Grantable | undefined, speech: Speech): GrantWords {
  const { t, say } = speech;
  const comma = speech.language === 'zh' ? '、' : ', ';
  const list = (all: boolean, names: readonly string[]) =>
    all ? t('admin.everything') : names.join(comma) || t('admin.nothing');
  return {
    role: grant.role === null ? t('admin.noRole') : say(ROLE_TITLES[grant.role]),
    areas: list(
      grant.allAreas,
      grant.areas.map((area) => areaName(area, known, speech)),
    ),
    datasets: list(
      grant.allDatasets,
      grant.datasets.map((id) => datasetName(id, known, speech)),
    ),
  };
}

export const grantOf = ({ role, scope }: Account): Grant => ({ role, ...scope });
