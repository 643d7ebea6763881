import type { AreaDetail } from '../../geodata/model/api.ts';
import { GRADES } from '../../geodata/model/place.ts';
import { useText } from '../text/use-text.ts';

/** Fewer distinct positions than this for many records: the hexagons show the geocoder, not the village. */
const FEW_POSITIONS = 5;

/** How the records of an area found their place, and whether hexagons can be believed here. */
export function PlaceQuality({ detail }: { detail: AreaDetail }) {
  const { t, format } = useText();
  const { placed, positioned, distinctPositions: distinct } = detail;
  const grades = GRADES.filter((grade) => placed[grade]);
  const artefact = positioned >= 10 && distinct <= FEW_POSITIONS;
  if (grades.length === 0) return null;
  return (
    <section aria-labelledby="quality">
      <h3 id="quality">{t('area.quality')}</h3>
      <dl className="grades">
        {grades.map((grade) => (
          <div key={grade}>
            <dt>{t(`grade.${grade}`)}</dt>
            <dd className="number">{format.count(placed[grade] ?? 0)}</dd>
          </div>
        ))}
      </dl>
      <p className={artefact ? 'caution' : 'quiet'}>
        {artefact
          ? t('area.artefact', { distinct: format.count(distinct) })
          : t('area.positions', { positioned: format.count(positioned), distinct: format.count(distinct) })}
      </p>
    </section>
  );
}
