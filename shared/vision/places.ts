/** Where in memory each tensor is while it is needed. */

export interface Span {
  /** Bytes. */
  readonly size: number;
  /** The steps between which it is needed, both included. */
  readonly from: number;
  readonly until: number;
}

/**
 * Largest first, each at the lowest place that is free during all its steps (as TensorFlow Lite's planner does).
 * @returns the places in bytes, and how many bytes all take
 */
export function placesOf(spans: ReadonlyMap<number, Span>): {
  readonly places: ReadonlyMap<number, number>;
  readonly total: number;
} {
  const placed: (Span & { readonly at: number })[] = [];
  const places = new Map<number, number>();
  for (const [tensor, span] of [...spans].sort(([, one], [, other]) => other.size - one.size)) {
    let at = 0;
    for (const other of placed) {
      const isApart = other.until < span.from || other.from > span.until;
      if (!isApart && other.at < at + span.size) at = Math.max(at, other.at + other.size);
    }
    placed.push({ ...span, at });
    placed.sort((one, other) => one.at - other.at);
    places.set(tensor, at);
  }
  return { places, total: Math.max(0, ...placed.map(({ at, size }) => at + size)) };
}
