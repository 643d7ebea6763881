import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { concentrationRatio } from '../../../geodata/concentration/concentration-ratio.ts';
import { hhi } from '../../../geodata/concentration/hhi.ts';
import { hasSharedData, shared } from '../../support/shared-data.ts';

const folder = 'reference/ineq_concentration';

interface Reference {
  readonly x?: number[] | number;
  readonly HHI_0_10000?: number;
  readonly CR1?: number;
  readonly CR4?: number;
}

test.skipIf(!hasSharedData)('the indices agree with the R package ineq', () => {
  const cases: Record<string, Reference> = JSON.parse(readFileSync(shared(`${folder}/expected.json`), 'utf8'));
  let compared = 0;
  for (const [name, expected] of Object.entries(cases)) {
    if (expected.x === undefined) continue;
    const values = [expected.x].flat();
    if (expected.HHI_0_10000 !== undefined) expect(hhi(values), name).toBeCloseTo(expected.HHI_0_10000, 8);
    if (expected.CR1 !== undefined) expect(concentrationRatio(values, 1), name).toBeCloseTo(expected.CR1, 12);
    if (expected.CR4 !== undefined) expect(concentrationRatio(values, 4), name).toBeCloseTo(expected.CR4, 12);
    compared++;
  }
  expect(compared).toBeGreaterThanOrEqual(6);
});

test.skipIf(!hasSharedData)('632 household incomes give the published concentration', () => {
  const [, ...lines] = readFileSync(shared(`${folder}/Ilocos.csv`), 'utf8')
    .trim()
    .split('\n');
  const incomes = lines.map((line) => Number(line.split(',')[0]));
  const { Ilocos_households: expected } = JSON.parse(readFileSync(shared(`${folder}/expected.json`), 'utf8'));
  expect(incomes).toHaveLength(expected.n_households);
  expect(hhi(incomes)).toBeCloseTo(expected.HHI_0_10000, 8);
  expect(concentrationRatio(incomes, 4)).toBeCloseTo(expected.CR4, 12);
});
