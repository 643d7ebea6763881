import { knownSystem } from '../../geodata/coordinates/known-systems.ts';
import { sentence } from '../../geodata/intake/sentence.ts';
import type { CrsProposal } from '../../geodata/model/crs-api.ts';
import type { Dataset } from '../../geodata/model/dataset.ts';
import { Problem } from '../problem.ts';
import type { DeclaredDataset } from './datasets.ts';

/**
 * The declaration of a dataset with another coordinate system, and with its columns changed round where they were the wrong way.
 * A dataset that Sunmap ships stays as it is: a copy with an id of its own is what gets the other system. Throws a Problem
 * for a dataset without coordinates, an IntakeError for an unknown system.
 */
export function adoptCrs({ dataset, shipped }: DeclaredDataset, { crs, swapped }: CrsProposal): Dataset {
  const { coordinates, ...others } = dataset.place;
  if (coordinates === undefined) throw new Problem(400, NO_COORDINATES);
  const { id, title } = knownSystem(crs);
  const { lng, lat } = swapped ? { lng: coordinates.lat, lat: coordinates.lng } : coordinates;
  const changed: Dataset = { ...dataset, place: { coordinates: { lng, lat, crs: id }, ...others } };
  if (!shipped) return changed;
  const ending = id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 30);
  const name = { zh: `${dataset.title.zh}（${title.zh}）`, en: `${dataset.title.en} (${title.en})` };
  return { ...changed, id: `${dataset.id}-${ending}${swapped ? '-swapped' : ''}`, title: name };
}

const NO_COORDINATES = sentence('这个数据集没有声明坐标列', 'This dataset declares no columns of coordinates');
