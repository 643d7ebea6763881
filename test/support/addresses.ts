import type { Dataset } from '../../geodata/model/dataset.ts';
import { POLICY_DATASET } from './town.ts';

/** A dataset of policies with addresses alone. */
export const ADDRESS_DATASET: Dataset = {
  ...POLICY_DATASET,
  id: 'test-addresses',
  place: { address: { column: 'home' } },
};

/** One policy for each key, at the address that stands beside it. */
export const addressFile = (homes: readonly (readonly [key: string, address: string])[]): string =>
  [
    'policy,signed,premium,seller,household,home',
    ...homes.map(([key, home]) => `${key},2020-05-01,100,王某,H-${key},${home}`),
  ].join('\n');
