/** Decodes QR modules with a reader that knows nothing of how they were made. */
import jsqr from 'jsqr';

const pixels = 4;
const quiet = 4;

/** The text of the code, painted with a quiet zone; null when it cannot be read. */
export function readQr(modules: readonly (readonly boolean[])[]): string | null {
  const side = (modules.length + 2 * quiet) * pixels;
  const image = new Uint8ClampedArray(side * side * 4).fill(255);
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) {
      const row = modules[Math.floor(y / pixels) - quiet];
      if (row?.[Math.floor(x / pixels) - quiet] === true)
        image.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    }
  }
  return jsqr.default(image, side, side)?.data ?? null;
}
