import { expect, test } from 'vitest';
import { findFault } from '../../../geodata/boundaries/find-fault.ts';
import type { Ring } from '../../../geodata/boundaries/ring.ts';

/** A closed ring from points written as “x,y x,y …”. */
function ring(points: string): Ring {
  const open = points.split(' ').map((point) => point.split(',').map(Number));
  return [...open, [...(open[0] ?? [])]];
}

const square = ring('0,0 6,0 6,6 0,6');

test.each<[string, Ring[][]]>([
  ['a square', [[square]]],
  ['a square with a hole', [[square, ring('1,1 2,1 2,2 1,2')]]],
  ['a hole that touches its shell in one point', [[square, ring('0,3 2,2 2,4')]]],
  ['two holes that touch in one point', [[square, ring('1,1 3,3 1,3'), ring('3,3 5,3 5,5')]]],
  ['two squares that touch in a corner', [[square], [ring('6,6 8,6 8,8 6,8')]]],
  ['two squares of which one stands on the other’s side in one point', [[square], [ring('3,6 4,7 2,7')]]],
  ['an island in the hole of another polygon', [[square, ring('1,1 5,1 5,5 1,5')], [ring('2,2 3,2 3,3 2,3')]]],
  ['an island that touches the hole around it', [[square, ring('1,1 5,1 5,5 1,5')], [ring('1,3 3,2 3,4')]]],
])('%s is valid', (_, polygons) => {
  expect(findFault(polygons)).toBeNull();
});

test.each<[string, Ring[][], string]>([
  ['a bow-tie', [[ring('0,0 2,2 2,0 0,2')]], 'crosses itself'],
  ['a spike', [[ring('0,0 6,0 6,6 6,9 6,6 0,6')]], 'touches itself'],
  ['a ring that comes back to one of its corners', [[ring('0,0 3,3 6,0 6,6 3,3 0,6')]], 'touches itself'],
  ['a corner on another side of the same ring', [[ring('0,0 6,0 6,6 3,0 0,6')]], 'touches itself'],
  ['a hole across the shell', [[square, ring('5,2 8,2 8,4 5,4')]], 'crosses itself'],
  ['a hole that leaves through a corner', [[square, ring('3,3 6,6 9,3 6,1')]], 'rings cross in a corner'],
  ['a hole through the shell at corners only', [[ring('0,0 6,0 3,3 6,6 0,6'), ring('1,3 3,3 9,4')]], 'crosses itself'],
  ['a hole outside', [[square, ring('7,7 8,7 8,8')]], 'a hole lies outside'],
  ['a hole in a hole', [[square, ring('1,1 5,1 5,5 1,5'), ring('2,2 3,2 3,3')]], 'a hole lies in another hole'],
  ['a hole that shares a side with its shell', [[square, ring('0,1 0,3 2,2')]], 'repeats a stretch'],
  ['a hole that cuts the inside in two', [[square, ring('0,3 3,0 6,3 3,6')]], 'its inside is cut in two'],
  ['polygons that share a side', [[square], [ring('6,0 9,0 9,6 6,6')]], 'repeats a stretch'],
  ['a polygon in another', [[square], [ring('1,1 2,1 2,2')]], 'polygons overlap'],
  ['the same polygon twice', [[square], [square]], 'repeats a stretch'],
])('%s is not', (_, polygons, fault) => {
  expect(findFault(polygons)).toContain(fault);
});

test('a corner a billionth off a line is told from one on it', () => {
  const apex = (x: number) => [[ring(`0,0 1,0 1,1 ${x},0 0,1`)]];
  expect(findFault(apex(0.5))).toContain('touches itself');
  expect(findFault([[ring('0,0 1,0 1,1 0.5,1e-15 0,1')]])).toBeNull();
  expect(findFault([[ring('0,0 1,0 1,1 0.5,-1e-15 0,1')]])).toContain('crosses itself');
});
