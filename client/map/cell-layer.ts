import { SolidPolygonLayer } from '@deck.gl/layers';
import type { CellPicture } from './cell-picture.ts';
import type { ColourScale, Shown } from './colour-scale.ts';
import { bytesOf } from './palette.ts';

const OPACITY = 205;
const FAINT = 130;

/**
 * Hexagons from binary columns: nothing is tesselated or copied here, and deck.gl reads no object. The colours are repeated
 * for each vertex, as the layer wants them.
 */
export function cellLayer({ count, mesh }: CellPicture, colours: Uint8Array): SolidPolygonLayer {
  return new SolidPolygonLayer({
    id: 'cells',
    data: {
      length: count,
      startIndices: mesh.starts,
      attributes: {
        getPolygon: { value: mesh.positions, size: 2 },
        indices: { value: mesh.triangles, size: 1 },
        getFillColor: { value: colours, size: 4, normalized: true },
      },
    },
    _normalize: false,
    _windingOrder: 'CCW',
    extruded: false,
    // The cell under the pointer is computed from the position, so no second picture is drawn for picking.
    pickable: false,
  });
}

/** The colour of each vertex of each cell as RGBA, and how many cells fall in each class of the scale. */
export function cellColours(
  { mesh }: CellPicture,
  shown: readonly Shown[],
  scale: ColourScale,
): { colours: Uint8Array; counts: number[] } {
  const rgba = scale.classes.map(({ colour, id }) =>
    bytesOf(colour, id === 'few' || id === 'unknown' ? FAINT : OPACITY),
  );
  const indexOfClass = new Map(scale.classes.map((each, index) => [each, index]));
  const counts = scale.classes.map(() => 0);
  const words = new Uint32Array(mesh.starts.at(-1) ?? 0);
  const packed = rgba.map(([r, g, b, a]) => (a << 24) | (b << 16) | (g << 8) | r);
  for (const [index, value] of shown.entries()) {
    const at = indexOfClass.get(scale.classOf(value)) ?? 0;
    counts[at] = (counts[at] ?? 0) + 1;
    words.fill(packed[at] ?? 0, mesh.starts[index], mesh.starts[index + 1]);
  }
  // Little-endian, like every machine that runs a browser today; WebGL reads bytes.
  return { colours: new Uint8Array(words.buffer), counts };
}
