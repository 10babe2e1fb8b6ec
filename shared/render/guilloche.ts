/** Fine lines that are hard to copy and to forge, as points: rosettes and ribbons; and numbers that are made from a hash. */

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
  const angles = shares(points).map((share) => share * 2 * Math.PI + phase);
  const around = waveOf(angles, 1);
  const coarse = waveOf(angles, petals);
  const fine = waveOf(angles, 3 * petals);
  return Array.from({ length: loops }, (_, loop) => {
    // Two loops differ only by their shift: cos(a + b) = cos a cos b - sin a sin b.
    const shift = (loop / loops) * 2 * Math.PI;
    const [cos, sin] = [Math.cos(shift), Math.sin(shift)];
    const line = new Float64Array(2 * angles.length);
    for (let at = 0; at < angles.length; at++) {
      const wave = (coarse.cos[at] ?? 0) * cos - (coarse.sin[at] ?? 0) * sin;
      const ripple = (fine.cos[at] ?? 0) * cos + (fine.sin[at] ?? 0) * sin;
      const distance = radius * (middle + (swing * (wave + 0.28 * ripple)) / 1.28);
      line[2 * at] = x + distance * (around.cos[at] ?? 0);
      line[2 * at + 1] = y + distance * (around.sin[at] ?? 0);
    }
    return line;
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
  const along = shares(72);
  const [upper, lower] = waves;
  const one = along.map((share) => height * Math.sin(upper * share * 2 * Math.PI + phase));
  const other = along.map((share) => height * Math.sin(lower * share * 2 * Math.PI - phase + 1));
  return Array.from({ length: lines }, (_, index) => {
    const share = index / Math.max(1, lines - 1);
    const line = new Float64Array(2 * along.length);
    for (let at = 0; at < along.length; at++) {
      line[2 * at] = (along[at] ?? 0) * width;
      line[2 * at + 1] = y + (one[at] ?? 0) * share + (other[at] ?? 0) * (1 - share);
    }
    return line;
  });
}

/**
 * Numbers from 0 to 1 that are made from hex digits: the same digits give the same numbers (mulberry32).
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

interface Wave {
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

function waveOf(angles: Float64Array, times: number): Wave {
  return {
    cos: angles.map((angle) => Math.cos(times * angle)),
    sin: angles.map((angle) => Math.sin(times * angle)),
  };
}

/** From 0 to 1 in so many equal steps. */
function shares(steps: number): Float64Array {
  return Float64Array.from({ length: steps + 1 }, (_, index) => index / steps);
}
