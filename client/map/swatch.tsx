import { useEffect, useRef } from 'react';
import type { Colour } from './palette.ts';
import { PATTERN_SIZE, type Pattern, patternPixels } from './pattern.ts';

/** A sample of a colour and its pattern, drawn from the same pixels as the map. */
export function Swatch({ colour, pattern, bold }: { colour: Colour; pattern: Pattern | null; bold?: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const drawing = canvas.current?.getContext('2d');
    if (!drawing) return;
    drawing.fillStyle = colour;
    drawing.fillRect(0, 0, 2 * PATTERN_SIZE, PATTERN_SIZE);
    if (pattern === null) return;
    // putImageData would erase the colour below, so the tile goes through a canvas of its own.
    const tile = document.createElement('canvas');
    tile.width = PATTERN_SIZE;
    tile.height = PATTERN_SIZE;
    tile.getContext('2d')?.putImageData(new ImageData(patternPixels(pattern), PATTERN_SIZE, PATTERN_SIZE), 0, 0);
    drawing.drawImage(tile, 0, 0);
    drawing.drawImage(tile, PATTERN_SIZE, 0);
  }, [colour, pattern]);
  return (
    <canvas
      ref={canvas}
      className={bold ? 'swatch swatch-bold' : 'swatch'}
      width={2 * PATTERN_SIZE}
      height={PATTERN_SIZE}
    />
  );
}
