import { useDeferredValue, useState } from 'react';
import type { Grant, Grantable, GrantableArea } from '../../geodata/model/account.ts';
import { AreaBox } from '../control/area-box.tsx';
import { useGet } from '../data/use-get.ts';
import { useText } from '../text/use-text.ts';
import { Chips } from './chips.tsx';
import { areaName } from './scope-names.ts';

type AreaPart = Pick<Grant, 'allAreas' | 'areas'>;

interface AreaGrantProps {
  readonly value: AreaPart;
  readonly known: Grantable | undefined;
  /** Told of an area's name as well: it is known to nobody yet. */
  readonly onChange: (value: AreaPart, found?: GrantableArea) => void;
}

/** The areas of an account: everywhere, or those that are searched for and put in, each with everything within it. */
export function AreaGrant({ value, known, onChange }: AreaGrantProps) {
  const speech = useText();
  const { t } = speech;
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim());
  const { data } = useGet('/api/scopes', asked === '' ? null : { q: asked });
  const { allAreas, areas } = value;
  const idOf = ({ level, code }: { level: string; code: string }) => `${level}:${code}`;
  const add = (area: GrantableArea) => {
    const { level, code } = area;
    if (!areas.some((each) => idOf(each) === idOf(area)))
      onChange({ allAreas, areas: [...areas, { level, code }] }, area);
  };
  return (
    <fieldset className="grant-part">
      <legend>{t('account.areas')}</legend>
      <label className="check">
        <input
          type="checkbox"
          checked={allAreas}
          onChange={({ target }) => onChange({ allAreas: target.checked, areas: target.checked ? [] : areas })}
        />
        {t('admin.allAreas')}
      </label>
      {!allAreas && (
        <>
          <AreaBox
            label={t('admin.addArea')}
            hint={t('admin.addArea')}
            text={text}
            onText={setText}
            areas={asked === '' ? [] : data?.areas}
            onChoose={add}
          />
          <Chips
            items={areas.map((area) => ({ id: idOf(area), title: areaName(area, known, speech) }))}
            none={t('admin.noAreaYet')}
            onRemove={(id) => onChange({ allAreas, areas: areas.filter((area) => idOf(area) !== id) })}
          />
        </>
      )}
    </fieldset>
  );
}
