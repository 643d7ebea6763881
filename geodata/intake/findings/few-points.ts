import type { Example } from '../../model/preview.ts';
import { createKeyTable } from '../create-key-table.ts';
import { proposeRoles } from '../propose-roles.ts';
import { type CreateDetector, keepExample } from './detector.ts';

const ENOUGH_ROWS = 100;
/** So many records on each point: they are centres of something, not where things happened. */
const CROWDED = 10;

/** Few distinct points for many records: hexagons drawn from them would be artefacts. */
export const createFewPoints: CreateDetector = ({ columns, dataset }) => {
  const proposed = dataset === null ? proposeRoles(columns) : null;
  const lng = dataset?.place.coordinates?.lng ?? proposed?.get('lng');
  const lat = dataset?.place.coordinates?.lat ?? proposed?.get('lat');
  const points = createKeyTable();
  const examples: Example[] = [];
  let [positioned, distinct] = [0, 0];
  return {
    see({ fields, line }) {
      if (lng === undefined || lat === undefined) return;
      const [x, y] = [fields[lng]?.trim(), fields[lat]?.trim()];
      if (!x || !y) return;
      positioned += 1;
      if (points.add(`${x} ${y}`, 1, line) !== null) return;
      distinct += 1;
      keepExample(examples, line, `${x}, ${y}`);
    },
    found: () => {
      if (positioned < ENOUGH_ROWS || distinct * CROWDED > positioned) return [];
      const column = `${lng}, ${lat}`;
      return [{ id: 'few-points', severity: 'warning', column, count: distinct, of: positioned, examples }];
    },
  };
};
