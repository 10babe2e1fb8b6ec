/** Fine lines that a copier and a forger get wrong, as points: rosettes, ribbons, and numbers grown from a card's hash. */

/** x and y by turns. */
export type Polyline = Float64Array;

export interface Rosette {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Of the ring, as shares of the radius: its middle and half of its width. */
  readonly middle: number;
  readonly swing: number;
  readonly petals: number;
  /** How many loops, each turned against the last. */
  readonly loops: number;
  /** Radians, turns the whole. */
  readonly phase: number;
}

export function rosette({
  x,
  y,
  radius,
  middle,
  swing,
  petals,
  loops,
  phase,
}: Rosette): Polyline[] {
  const points = Math.max(120, petals * 24);
  return Array.from({ length: loops }, (_, loop) => {
    const shift = (loop / loops) * 2 * Math.PI;
    return polyline(points, (share) => {
      const angle = share * 2 * Math.PI + phase;
      const wave = Math.cos(petals * angle + shift) + 0.28 * Math.cos(3 * petals * angle - shift);
      const distance = radius * (middle + (swing * wave) / 1.28);
      return [x + distance * Math.cos(angle), y + distance * Math.sin(angle)];
    });
  });
}

export interface Ribbon {
  readonly width: number;
  /** Of the middle line. */
  readonly y: number;
  readonly height: number;
  readonly lines: number;
  /** Whole waves over the width, of either edge. */
  readonly waves: readonly [number, number];
  readonly phase: number;
}

/** Lines between two waves that cross: a braid from edge to edge. */
export function ribbon({ width, y, height, lines, waves, phase }: Ribbon): Polyline[] {
  const [upper, lower] = waves;
  return Array.from({ length: lines }, (_, line) => {
    const share = line / Math.max(1, lines - 1);
    return polyline(72, (along) => {
      const angle = along * 2 * Math.PI;
      const one = Math.sin(upper * angle + phase);
      const other = Math.sin(lower * angle - phase + 1);
      return [along * width, y + height * (one * share + other * (1 - share))];
    });
  });
}

/**
 * Numbers from 0 to 1 grown from hex digits: the same digits grow the same numbers (mulberry32).
 * @param seed at least 8 hex digits
 */
export function grow(seed: string): () => number {
  let state = Number.parseInt(seed.slice(0, 8), 16) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function polyline(points: number, at: (share: number) => readonly [number, number]): Polyline {
  const line = new Float64Array((points + 1) * 2);
  for (let index = 0; index <= points; index++) {
    const [x, y] = at(index / points);
    line[index * 2] = x;
    line[index * 2 + 1] = y;
  }
  return line;
}
