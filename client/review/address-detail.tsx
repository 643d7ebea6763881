import { useState } from 'react';
import type { AddressDetail as Detail } from '../../geodata/model/review-api.ts';
import { TextField } from '../steward/text-field.tsx';
import { useText } from '../text/use-text.ts';
import { AliasOffer } from './alias-offer.tsx';
import { CandidateList } from './candidate-list.tsx';
import { CurrentDecision } from './current-decision.tsx';
import type { Picked } from './picked.ts';
import { PlaceSearch } from './place-search.tsx';
import { placeText } from './place-text.ts';
import { SampleRecords } from './sample-records.tsx';
import { suggestAlias } from './suggest-alias.ts';

interface AddressDetailProps {
  readonly dataset: string;
  readonly detail: Detail;
  readonly picked: Picked | null;
  readonly busy: boolean;
  readonly onPick: (picked: Picked | null, place: string) => void;
  readonly onPoint: () => void;
  readonly onAlias: (alias: string | null) => void;
  readonly onConfirm: () => void;
  readonly onSkip: () => void;
  readonly onUndo: (decision: number) => void;
}

/** One address: what it may mean, and the ways to say where it lies, or that nobody can. */
export function AddressDetail(props: AddressDetailProps) {
  const { dataset, detail, picked, busy, onPick, onPoint, onAlias, onConfirm, onSkip, onUndo } = props;
  const { t, format } = useText();
  const area = picked?.kind === 'area' ? picked.area : null;
  const suggested = suggestAlias(
    detail.address,
    detail.candidates.find(({ code }) => code === area?.code),
  );
  const [alias, setAlias] = useState<{ text: string | null; wanted: boolean }>({ text: null, wanted: false });
  const put = (next: typeof alias) => {
    setAlias(next);
    onAlias(next.wanted ? (next.text ?? suggested) : null);
  };
  return (
    <>
      <h2 className="address-text">{detail.address}</h2>
      <p className="quiet">
        {t('review.records', { count: format.count(detail.records) })}
        {(detail.problem === 'address-ambiguous' || detail.problem === 'address-not-matched') &&
          ` · ${t(`review.problem.${detail.problem}`)}`}
        {detail.score !== null && ` · ${t('review.score', { score: Math.round(100 * detail.score) })}`}
      </p>
      {detail.decision && <CurrentDecision decision={detail.decision} onUndo={onUndo} busy={busy} />}
      <CandidateList candidates={detail.candidates} picked={picked} onPick={onPick} />
      <PlaceSearch onFound={(area) => onPick({ kind: 'area', area }, placeText(area))} />
      <div className="actions">
        <button type="button" className="button" aria-pressed={picked?.kind === 'position'} onClick={onPoint}>
          {t('review.point')}
        </button>
        <button
          type="button"
          className="button"
          aria-pressed={picked?.kind === 'nowhere'}
          onClick={() => onPick({ kind: 'nowhere', reason: '' }, t('review.nowhereShort'))}
        >
          {t('review.nowhere')}
        </button>
      </div>
      {picked?.kind === 'position' && (
        <p>{t('review.positionAt', { lng: picked.position[0].toFixed(5), lat: picked.position[1].toFixed(5) })}</p>
      )}
      {picked?.kind === 'nowhere' && (
        <TextField
          label={t('review.nowhereReason')}
          value={picked.reason}
          onChange={(reason) => onPick({ kind: 'nowhere', reason }, t('review.nowhereShort'))}
        />
      )}
      {area && (
        <AliasOffer
          dataset={dataset}
          address={detail.id}
          area={area}
          alias={alias.text ?? suggested}
          wanted={alias.wanted}
          onAlias={(text) => put({ ...alias, text })}
          onWanted={(wanted) => put({ ...alias, wanted })}
        />
      )}
      <div className="actions">
        <button
          type="button"
          className="button button-strong"
          disabled={picked === null || busy}
          aria-busy={busy}
          onClick={onConfirm}
        >
          {t('review.confirm')}
        </button>
        <button type="button" className="button" onClick={onSkip}>
          {t('review.skip')}
        </button>
      </div>
      <SampleRecords records={detail.samples} />
    </>
  );
}
