import { expect, test } from 'vitest';
import type { AreaEntry } from '../../../geodata/model/area.ts';
import type { Whereabouts } from '../../../geodata/model/record.ts';
import { loadAreas } from '../../../server/area/load-areas.ts';
import { openPlacer } from '../../../server/import/open-placer.ts';
import { withDatabase } from '../../support/database.ts';
import { POLICY_DATASET } from '../../support/town.ts';

const square = (code: string, west: number, parentCode: string | null): AreaEntry => {
  const ring = [
    [west, 31],
    [west + 1, 31],
    [west + 1, 32],
    [west, 32],
    [west, 31],
  ];
  const boundary = { type: 'MultiPolygon' as const, coordinates: [[ring]] };
  return { code, name: code, parentCode, aliases: [], denominators: {}, boundary, repairs: [] };
};

const at = (lng: string): Whereabouts => ({
  lng,
  lat: '31.5',
  areaCode: null,
  areaName: null,
  parentName: null,
  address: null,
});

test('a record is placed the same whether or not records near another level came before it', () =>
  withDatabase(async (db) => {
    // The village says that it belongs to a province whose boundary lies elsewhere: the boundary decides.
    await loadAreas(db, [square('P', 10, null)], { level: 'province', parentLevel: null, source: 'test' });
    await loadAreas(db, [square('V', 120, 'P')], { level: 'village', parentLevel: 'province', source: 'test' });
    const placeBatch = await openPlacer(db, POLICY_DATASET);
    const [before] = await placeBatch([at('120.5')]);
    const [elsewhere] = await placeBatch([at('10.5')]);
    const [after] = await placeBatch([at('120.5')]);
    expect(before?.areaIds).toHaveLength(1);
    expect(elsewhere?.areaIds).toHaveLength(1);
    expect(after).toEqual(before);
  }));
