import type { Cell } from '../model/place.ts';
import { outlineOf } from './cells.ts';

/*
 * What deck.gl's SolidPolygonLayer (9.4) takes as binary data, so that it neither copies nor tesselates:
 *
 *   data: {
 *     length: cells.length,
 *     startIndices: mesh.starts,
 *     attributes: { getPolygon: { value: mesh.positions, size: 2 }, indices: { value: mesh.triangles, size: 1 } },
 *   },
 *   _normalize: false, _windingOrder: 'CCW'
 *
 * `startIndices` counts vertices, not numbers, and has one entry more than there are polygons. Rings are closed, since the
 * layer draws from each vertex to the next. Indices count vertices of the whole array. Both attributes are needed: without
 * `indices` the layer throws "missing indices buffer" or tesselates after all. Colours may be an accessor function, called
 * once for each cell with its index; as a binary attribute they would have to be repeated for each vertex.
 * https://deck.gl/docs/api-reference/layers/solid-polygon-layer#use-binary-attributes
 */
export interface HexagonMesh {
  /** Longitude, latitude of each vertex, ring after ring. */
  readonly positions: Float64Array;
  /** The first vertex of each cell's ring, and the number of all vertices at the end. */
  readonly starts: Uint32Array;
  /** Three vertices for each triangle. */
  readonly triangles: Uint32Array;
}

/** A usual hexagon's closed ring. Cells over an edge of the icosahedron have more vertices; then the arrays grow. */
const USUAL_VERTICES = 7;

/** The outlines of cells as one triangle mesh. 100,000 cells take about half a second: work for a worker. */
export function hexagonMesh(cells: readonly Cell[]): HexagonMesh {
  const starts = new Uint32Array(cells.length + 1);
  let positions = new Float64Array(cells.length * USUAL_VERTICES * 2);
  let vertices = 0;
  for (const [i, cell] of cells.entries()) {
    const ring = outlineOf(cell);
    const needed = (vertices + ring.length) * 2;
    if (needed > positions.length) positions = enlarged(positions, needed);
    for (const [lng, lat] of ring) {
      positions[vertices * 2] = lng;
      positions[vertices * 2 + 1] = lat;
      vertices++;
    }
    starts[i + 1] = vertices;
  }
  return { positions: positions.slice(0, vertices * 2), starts, triangles: fans(starts) };
}

/** Cells are convex, so a fan from the first corner covers each. */
function fans(starts: Uint32Array): Uint32Array {
  const vertices = starts.at(-1) ?? 0;
  const cells = starts.length - 1;
  // A closed ring of v vertices has v − 1 corners and makes v − 3 triangles.
  const triangles = new Uint32Array((vertices - cells * 3) * 3);
  let end = 0;
  for (let i = 0; i < cells; i++) {
    const first = starts[i] ?? 0;
    const last = (starts[i + 1] ?? 0) - 2;
    for (let corner = first + 1; corner < last; corner++) {
      triangles[end++] = first;
      triangles[end++] = corner;
      triangles[end++] = corner + 1;
    }
  }
  return triangles;
}

function enlarged(positions: Float64Array, needed: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(Math.max(needed, Math.ceil(positions.length * 1.1)));
  larger.set(positions);
  return larger;
}
