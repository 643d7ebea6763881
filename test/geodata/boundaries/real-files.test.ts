import { createReadStream } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createLocator } from '../../../geodata/boundaries/area-locator.ts';
import { findFault } from '../../../geodata/boundaries/find-fault.ts';
import { findNeighbours } from '../../../geodata/boundaries/neighbours.ts';
import { openAreasFile } from '../../../geodata/boundaries/open-areas-file.ts';
import { readAreas } from '../../../geodata/boundaries/read-areas.ts';

import type { AreaEntry, MultiPolygon } from '../../../geodata/model/area.ts';
import { hasSharedData, shared } from '../../support/shared-data.ts';

async function readFile(path: string, codeField: string, nameField = codeField) {
  const { features, crs } = await openAreasFile(createReadStream(shared(`records/${path}`)));
  const outcomes = [...readAreas(features, { level: 'area', codeField, nameField, crs })];
  const areas = outcomes.filter((outcome): outcome is AreaEntry => !('reason' in outcome));
  const reasons = outcomes.flatMap((outcome) => ('reason' in outcome ? [outcome.reason] : []));
  return { read: features.length, areas, reasons };
}

const redrawn = (areas: readonly AreaEntry[]) => areas.filter(({ repairs }) => repairs.join().includes('redrawn'));
const times = (n: number, reason: string) => Array.from({ length: n }, () => reason);

describe.skipIf(!hasSharedData)('files as their publishers left them', () => {
  test('New York: seven invalid boundaries are mended, three names that come twice are joined', async () => {
    const { read, areas, reasons } = await readFile('airbnb_nyc/neighbourhoods.geojson', 'neighbourhood');
    expect([read, areas.length, reasons]).toEqual([233, 230, times(3, 'code-repeated')]);
    expect(redrawn(areas).map(({ code }) => code)).toEqual([
      'Bay Terrace',
      'Bloomfield',
      'College Point',
      'Eltingville',
      'Gowanus',
      'Mariners Harbor',
      'Throgs Neck',
    ]);
    for (const { boundary } of areas) expect(findFault(boundary?.coordinates ?? [])).toBeNull();
  }, 60_000);

  test('Nashville: 57 features are 39 ZIP codes, since some come in parts', async () => {
    const { read, areas, reasons } = await readFile('nashville_permits/zipcodes.geojson', 'ZipCode', 'POName');
    expect([read, areas.length, reasons]).toEqual([57, 39, times(18, 'code-repeated')]);
    expect(areas.find(({ code }) => code === '37072')?.repairs).toEqual([
      '并入第 46, 47 个要素 / joined with feature 46, 47',
    ]);
  });

  test('Chicago: degrees are read, the same areas in feet without a word about it are not', async () => {
    const degrees = await readFile('chicago_taxi/chicago77_wgs84.geojson', 'AREANO', 'COMMUNITY');
    expect([degrees.areas.length, degrees.reasons]).toEqual([77, []]);
    const feet = readFile('chicago_taxi/chicago77_stateplane_feet_nocrs.geojson', 'AREANO', 'COMMUNITY');
    await expect(feet).rejects.toThrow(/states no coordinate system.*State Plane feet \(for Chicago, EPSG:3435\)/);
  });

  test('Washington: ZIP codes with several parts are stored as they are', async () => {
    const { areas, reasons } = await readFile('ppp_loans/zcta_dc.geojson', 'ZCTA5CE10');
    expect([areas.length, redrawn(areas).length, reasons]).toEqual([53, 0, []]);
  });
});

describe.skipIf(!hasSharedData)('41,104 barangays', () => {
  const file = readFileOnce();

  test('are all stored, 196 of them without a map', async () => {
    const { areas, reasons } = await file();
    expect([areas.length, reasons]).toEqual([41_104, []]);
    expect(areas.filter(({ boundary }) => boundary === null)).toHaveLength(196);
    expect(redrawn(areas)).toEqual([]);
  }, 60_000);

  test('are located exactly', async () => {
    const drawn = withBoundary((await file()).areas);
    const locator = createLocator(drawn);
    const corners = drawn.map(({ boundary }) => boundary.coordinates[0]?.[0]?.[0] as number[] as [number, number]);
    for (const [i, corner] of corners.entries()) {
      const id = locator.locate(corner);
      expect(id).not.toBeNull();
      expect(id).toBeLessThanOrEqual(drawn[i]?.id ?? 0);
    }
  }, 60_000);

  test('know their neighbours', async () => {
    const drawn = withBoundary((await file()).areas);
    const pairs = findNeighbours(drawn);
    // A map of areas has about three borders for each area.
    expect(pairs.length / drawn.length).toBeGreaterThan(2);
    expect(pairs.length / drawn.length).toBeLessThan(3.2);
  }, 90_000);
});

function readFileOnce() {
  let reading: ReturnType<typeof readFile> | undefined;
  return () => (reading ??= readFile('philippines_flood_control/barangays_medres.geojson.gz', 'adm4_psgc', 'adm4_en'));
}

function withBoundary(areas: readonly AreaEntry[]): { id: number; boundary: MultiPolygon }[] {
  return areas.flatMap(({ boundary }, id) => (boundary ? [{ id, boundary }] : []));
}
