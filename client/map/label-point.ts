type Ring = readonly (readonly number[])[];

/**
 * A point well inside a polygon: of five horizontal cuts through its outer ring the middle of the longest stretch inside.
 * Exact enough for a label and many times faster than the pole of inaccessibility.
 */
export function labelPoint(rings: readonly Ring[]): [lng: number, lat: number] {
  const outer = rings[0] ?? [];
  const lats = outer.map((position) => position[1] ?? 0);
  const south = Math.min(...lats);
  const north = Math.max(...lats);
  let best: { width: number; at: [number, number] } = { width: -1, at: [outer[0]?.[0] ?? 0, outer[0]?.[1] ?? 0] };
  for (const share of [0.5, 0.4, 0.6, 0.3, 0.7]) {
    const lat = south + share * (north - south);
    const crossings = rings.flatMap((ring) => crossingsAt(ring, lat)).sort((a, b) => a - b);
    for (let index = 0; index + 1 < crossings.length; index += 2) {
      const [west = 0, east = 0] = crossings.slice(index, index + 2);
      // Cuts away from the middle have to be clearly longer, or labels of like shapes would lie unlike.
      if (east - west > best.width * 1.15) best = { width: east - west, at: [(west + east) / 2, lat] };
    }
  }
  return best.at;
}

function crossingsAt(ring: Ring, lat: number): number[] {
  const crossings: number[] = [];
  for (let index = 0; index + 1 < ring.length; index += 1) {
    const [x1 = 0, y1 = 0] = ring[index] ?? [];
    const [x2 = 0, y2 = 0] = ring[index + 1] ?? [];
    if (y1 > lat !== y2 > lat) crossings.push(x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1));
  }
  return crossings;
}
