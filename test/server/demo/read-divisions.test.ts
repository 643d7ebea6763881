import { expect, test } from 'vitest';
import { readDivisions } from '../../../server/demo/read-divisions.ts';

test('常熟市 has 17 towns and 359 villages under their registered names and codes', async () => {
  const county = await readDivisions('320581');
  expect(county).toMatchObject({ code: '320581', name: '常熟市' });
  expect(county.towns).toHaveLength(17);
  expect(county.towns.flatMap((town) => town.villages)).toHaveLength(359);
  const shanghu = county.towns.find((town) => town.name === '尚湖镇');
  expect(shanghu?.villages).toContainEqual({ code: '320581111224', name: '罗墩村委会' });
});

test('every village lies under its town by its code, each code once', async () => {
  const county = await readDivisions('310115');
  const codes = county.towns.flatMap((town) => {
    expect(town.villages.every((village) => village.code.startsWith(town.code))).toBe(true);
    return town.villages.map((village) => village.code);
  });
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes.length).toBeGreaterThan(1500);
});

test.each(['', '32058', '3205811', '32058x'])('“%s” is refused because it has not six digits', async (code) => {
  await expect(readDivisions(code)).rejects.toThrow(/six digits/);
});

test('an unknown county is refused with a sentence that names it', async () => {
  await expect(readDivisions('999999')).rejects.toThrow('knows no county with the code 999999');
});
