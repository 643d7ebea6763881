import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findFault } from '../../../geodata/boundaries/find-fault.ts';
import { repairBoundary } from '../../../geodata/boundaries/repair-boundary.ts';
import { doubleArea } from '../../../geodata/boundaries/ring.ts';

type Polygons = number[][][][];

function areaOf(polygons: Polygons): number {
  return polygons.flat().reduce((sum, ring) => sum + doubleArea(ring) / 2, 0);
}

const square = [
  [0, 0],
  [6, 0],
  [6, 6],
  [0, 6],
  [0, 0],
];

describe('laws', () => {
  const point = fc.tuple(fc.nat(5), fc.nat(5));
  const ring = fc.array(point, { minLength: 1, maxLength: 9 });
  const polygons = fc.array(fc.array(ring, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 });

  test('whatever comes out is valid, and what came in is drawn or declared beyond repair', () => {
    fc.assert(
      fc.property(polygons, (input) => {
        const { boundary, fault } = repairBoundary(input);
        expect((boundary === null) === (fault !== null)).toBe(true);
        if (boundary) expect(findFault(boundary.coordinates)).toBeNull();
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  test('mending twice changes nothing, and a mended boundary needs no mending', () => {
    fc.assert(
      fc.property(polygons, (input) => {
        const { boundary } = repairBoundary(input);
        if (!boundary) return;
        expect(repairBoundary(boundary.coordinates)).toEqual({ boundary, repairs: [], fault: null });
      }),
      { numRuns: 40 },
    );
  }, 60_000);
});

test('a valid boundary stays as it is', () => {
  expect(repairBoundary([[square]])).toEqual({
    boundary: { type: 'MultiPolygon', coordinates: [[square]] },
    repairs: [],
    fault: null,
  });
});

test('height, repeated points and direction are set right without a word', () => {
  const untidy = square.toReversed().flatMap(([x = 0, y = 0]) => [
    [x, y, 12.5],
    [x, y, 12.5],
  ]);
  const { boundary, repairs } = repairBoundary([[untidy]]);
  expect(repairs).toEqual([]);
  expect(boundary?.coordinates[0]?.[0]).toHaveLength(5);
  expect(areaOf(boundary?.coordinates ?? [])).toBe(36);
});

test('an open ring is closed, and that is said', () => {
  const { boundary, repairs } = repairBoundary([[square.slice(0, -1)]]);
  expect(areaOf(boundary?.coordinates ?? [])).toBe(36);
  expect(repairs).toEqual(['1 个环未闭合，已闭合 / 1 open rings closed']);
});

test('a ring of two points is dropped, and that is said', () => {
  const line = [
    [1, 1],
    [2, 2],
    [1, 1],
  ];
  const { boundary, repairs } = repairBoundary([[square, line]]);
  expect(boundary?.coordinates).toEqual([[square]]);
  expect(repairs).toEqual([expect.stringContaining('fewer than three points dropped')]);
});

test.each<[string, Polygons, number]>([
  [
    'both halves of a bow-tie stay',
    [
      [
        [
          [0, 0],
          [2, 2],
          [2, 0],
          [0, 2],
          [0, 0],
        ],
      ],
    ],
    2,
  ],
  [
    'a spike goes',
    [
      [
        [
          [0, 0],
          [6, 0],
          [6, 6],
          [6, 9],
          [6, 6],
          [0, 6],
          [0, 0],
        ],
      ],
    ],
    36,
  ],
  [
    'a hole across the shell cuts it',
    [
      [
        square,
        [
          [5, 2],
          [8, 2],
          [8, 4],
          [5, 4],
          [5, 2],
        ],
      ],
    ],
    34,
  ],
  [
    'a ring far outside becomes land of its own',
    [
      [
        square,
        [
          [7, 7],
          [8, 7],
          [8, 8],
          [7, 8],
          [7, 7],
        ],
      ],
    ],
    37,
  ],
  [
    'a hole before its shell is still a hole',
    [
      [
        [
          [1, 1],
          [2, 1],
          [2, 2],
          [1, 2],
          [1, 1],
        ],
        square,
      ],
    ],
    35,
  ],
  [
    'parts that share a side become one',
    [
      [square],
      [
        [
          [6, 0],
          [9, 0],
          [9, 6],
          [6, 6],
          [6, 0],
        ],
      ],
    ],
    54,
  ],
  ['the same polygon twice counts once', [[square], [square]], 36],
])('%s', (_, input, area) => {
  const { boundary, repairs } = repairBoundary(input);
  expect(findFault(boundary?.coordinates ?? [])).toBeNull();
  expect(areaOf(boundary?.coordinates ?? [])).toBeCloseTo(area, 9);
  expect(repairs.join()).toMatch(/redrawn, area ([+-][\d.]+ %|–)$/);
});

test('a good island beside a bad one keeps its points exactly', () => {
  const bowTie = [
    [
      [10, 0],
      [12, 2],
      [12, 0],
      [10, 2],
      [10, 0],
    ],
  ];
  expect(repairBoundary([[square], bowTie]).boundary?.coordinates[0]).toEqual([square]);
});

test('a line is beyond repair, an empty geometry is an area without a map', () => {
  expect(
    repairBoundary([
      [
        [
          [0, 0],
          [1, 1],
          [2, 2],
          [0, 0],
        ],
      ],
    ]),
  ).toMatchObject({ boundary: null, fault: expect.any(String) });
  expect(
    repairBoundary([
      [
        [
          [0, 0],
          [1, 1],
        ],
      ],
    ]),
  ).toMatchObject({ boundary: null, fault: expect.any(String) });
  expect(repairBoundary([])).toEqual({ boundary: null, repairs: [], fault: null });
});
