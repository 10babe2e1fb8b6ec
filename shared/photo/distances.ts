/** Distance of each pixel from the nearest of the mask, in pixels, within 8 % (two passes, after Borgefors 1986). */
export function distancesFrom(mask: Uint8Array, width: number, height: number): Float32Array {
  // In thirds of a pixel, with a margin of one pixel, so that no neighbour is missing.
  const [side, corner, far] = [3, 4, 60_000];
  const wide = width + 2;
  const thirds = new Uint16Array(wide * (height + 2)).fill(far);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) if (mask[y * width + x]) thirds[(y + 1) * wide + x + 1] = 0;
  const pass = (first: number, step: 1 | -1) => {
    for (let i = first, count = width + wide * (height - 1); count > 0; i += step, count--) {
      const row = i - step * wide;
      const beside = Math.min(thirds[i - step] ?? far, thirds[row] ?? far) + side;
      const aslant = Math.min(thirds[row - 1] ?? far, thirds[row + 1] ?? far) + corner;
      thirds[i] = Math.min(thirds[i] ?? far, beside, aslant);
    }
  };
  pass(wide + 1, 1);
  pass(wide * height + width, -1);
  const distances = new Float32Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      distances[y * width + x] = (thirds[(y + 1) * wide + x + 1] ?? far) / 3;
  return distances;
}
