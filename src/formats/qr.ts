/** QR codes as vector paths, to be drawn at any size. */
import { encode } from 'uqr';

export interface QrPath {
  /** Modules along one side, without the quiet zone. */
  readonly size: number;
  /** SVG path data in module units: each run of dark modules is one horizontal stroke of width 1. */
  readonly path: string;
}

/**
 * Dark modules by row; the lowest error level, for a short text read from clean paper. Always the same mask:
 * choosing the prettiest of the eight takes twenty times as long, and readers take any.
 */
export function qrModules(text: string): readonly (readonly boolean[])[] {
  return encode(text, { ecc: 'L', boostEcc: false, border: 0, maskPattern: 2 }).data;
}

export function qrPath(text: string): QrPath {
  const rows = qrModules(text);
  return { size: rows.length, path: rows.map(rowStrokes).join('') };
}

function rowStrokes(row: readonly boolean[], y: number): string {
  let strokes = '';
  for (let x = 0; x < row.length; x += 1) {
    if (row[x] !== true) continue;
    const start = x;
    while (row[x] === true) x += 1;
    strokes += `M${start} ${y}.5h${x - start}`;
  }
  return strokes;
}
