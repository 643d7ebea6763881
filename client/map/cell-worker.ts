import { decodeCells } from '../../geodata/h3/cell-columns.ts';
import { hexagonMesh } from '../../geodata/h3/cell-geometry.ts';
import { numberOf } from '../../geodata/h3/cell-number.ts';
import { answerCalls, fetchOrThrow } from './answer-calls.ts';
import type { CellPicture } from './cell-picture.ts';

// Decoding and meshing 100,000 cells takes about a second; here it holds up nobody, and what comes out is moved, not copied.
answerCalls<{ address: string }, CellPicture>(async ({ address }) => {
  const response = await fetchOrThrow(address);
  const { resolution, count, cells, columns } = decodeCells(await response.arrayBuffer());
  const mesh = hexagonMesh(cells);
  const numbers = Float64Array.from(cells, (cell) => numberOf(cell, resolution));
  const buffers = [numbers, mesh.positions, mesh.starts, mesh.triangles, ...Object.values(columns)].map(
    ({ buffer }) => buffer as ArrayBuffer,
  );
  return { answer: { resolution, count, numbers, columns, mesh }, moved: [...new Set(buffers)] };
});
