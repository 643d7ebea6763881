import { useDeferredValue } from 'react';
import type { AliasEffect, ReviewedArea } from '../../geodata/model/review-api.ts';
import { useGet } from '../data/use-get.ts';
import { Failed } from '../page/failed.tsx';
import { TextField } from '../steward/text-field.tsx';
import { type Speech, useText } from '../text/use-text.ts';
import { placeText } from './place-text.ts';

interface AliasOfferProps {
  readonly dataset: string;
  readonly address: string;
  readonly area: ReviewedArea;
  /** The stretch of the address that is to be learnt. */
  readonly alias: string;
  readonly wanted: boolean;
  readonly onAlias: (alias: string) => void;
  readonly onWanted: (wanted: boolean) => void;
}

/** Offers to learn a name from a decision, and says beforehand what else it would move. */
export function AliasOffer({ dataset, address, area, alias, wanted, onAlias, onWanted }: AliasOfferProps) {
  const speech = useText();
  const { t } = speech;
  const asked = useDeferredValue(alias.trim());
  const { level, code } = area;
  const effect = useGet(
    '/api/address/alias',
    wanted && asked !== '' ? { dataset, address, level, code, alias: asked } : null,
    {
      keep: false,
    },
  );
  return (
    <div className="alias-offer">
      <label>
        <input type="checkbox" checked={wanted} onChange={({ target }) => onWanted(target.checked)} />
        <span>{t('review.learn', { alias: alias === '' ? '…' : alias, name: placeText(area) })}</span>
      </label>
      {wanted && <TextField label={t('review.alias')} value={alias} onChange={onAlias} />}
      {wanted && (
        <div role="status">
          {effect.error && <Failed error={effect.error} retry={effect.refetch} />}
          {effect.data && effectLines(effect.data, speech).map((line) => <p key={line}>{line}</p>)}
        </div>
      )}
    </div>
  );
}

function effectLines({ placed, drawn, ambiguous, sharedWith }: AliasEffect, { t, format }: Speech): string[] {
  const counts = ({ addresses, records }: AliasEffect['placed']) => ({
    addresses: format.count(addresses),
    records: format.count(records),
  });
  const lines = [
    placed.records > 0 && t('review.effect', counts(placed)),
    drawn.records > 0 && t('review.effectDrawn', counts(drawn)),
    ambiguous.records > 0 && t('review.effectAmbiguous', counts(ambiguous)),
    sharedWith.length > 0 && t('review.effectShared', { names: sharedWith.map(placeText).join('、') }),
  ].filter((line) => line !== false);
  return lines.length > 0 ? lines : [t('review.effectNone')];
}
