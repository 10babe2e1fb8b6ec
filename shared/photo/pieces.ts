/** The connected pieces (by sides) of a mask, each as the pixels in it. */
export function pieces(mask: Uint8Array, width: number): Int32Array[] {
  const left = mask.slice();
  const stack = new Int32Array(mask.length);
  const found: Int32Array[] = [];
  for (let i = 0; i < left.length; i++) {
    if (left[i]) found.push(flood(left, width, { stack, starts: [i], diagonal: false }));
  }
  return found;
}

/** 1 in the largest connected piece of a mask. */
export function largestPiece(mask: Uint8Array, width: number): Uint8Array {
  const all = pieces(mask, width);
  const largest = all.reduce<Int32Array>(
    (most, piece) => (piece.length > most.length ? piece : most),
    new Int32Array(),
  );
  const person = new Uint8Array(mask.length);
  for (const i of largest) person[i] = 1;
  return person;
}

/** What of the mask is connected with the picture's edge; also by corners, so that a gap between hairs counts as open. */
export function reachedFromEdge(mask: Uint8Array, width: number, height: number): Uint8Array {
  const starts: number[] = [];
  for (let x = 0; x < width; x++) starts.push(x, (height - 1) * width + x);
  for (let y = 0; y < height; y++) starts.push(y * width, (y + 1) * width - 1);
  const left = mask.slice();
  const stack = new Int32Array(mask.length);
  const reached = new Uint8Array(mask.length);
  for (const i of flood(left, width, { stack, starts, diagonal: true })) reached[i] = 1;
  return reached;
}

interface Flood {
  /** Room for all pixels. */
  readonly stack: Int32Array;
  readonly starts: readonly number[];
  readonly diagonal: boolean;
}

/** Takes out of the mask, and gives, what is connected with the starts. */
function flood(mask: Uint8Array, width: number, { stack, starts, diagonal }: Flood): Int32Array {
  // Each pixel is put once: what has been looked at stays at the front, so that the stack is the answer, too.
  let end = 0;
  const put = (i: number) => {
    if (!mask[i]) return;
    mask[i] = 0;
    stack[end++] = i;
  };
  starts.forEach(put);
  const putBeside = (i: number, x: number) => {
    if (x > 0) put(i - 1);
    if (x < width - 1) put(i + 1);
  };
  for (let next = 0; next < end; next++) {
    const i = stack[next] ?? 0;
    const x = i % width;
    put(i - width);
    put(i + width);
    putBeside(i, x);
    if (!diagonal) continue;
    putBeside(i - width, x);
    putBeside(i + width, x);
  }
  return stack.slice(0, end);
}
