/** One code that was seen: by which gate, and when. */
export interface Sighting {
  readonly gate: string;
  /** Of the code. */
  readonly step: number;
  /** In any unit that all of them have. */
  readonly at: number;
}

export interface Settled<T> {
  /** Of each step the one that counts. */
  readonly first: readonly T[];
  /** The others: one phone is not at two gates in the same half minute. */
  readonly rest: readonly T[];
}

/**
 * What several gates saw of one phone. Of each step the first one counts, of two of the same time the one of the gate whose name comes first,
 * so that it does not matter which gate tells first, nor how often.
 * @param all of one phone, in any order @param sightingOf undefined of what no code stands behind: it always counts
 */
export function settle<T>(
  all: readonly T[],
  sightingOf: (each: T) => Sighting | undefined,
): Settled<T> {
  const best = new Map<number, Sighting>();
  for (const each of all) {
    const sighting = sightingOf(each);
    if (!sighting) continue;
    const before = best.get(sighting.step);
    if (!before || isBefore(sighting, before)) best.set(sighting.step, sighting);
  }
  const counts = (each: T) => {
    const sighting = sightingOf(each);
    const winner = sighting && best.get(sighting.step);
    return !sighting || !winner || !isBefore(winner, sighting);
  };
  return { first: all.filter(counts), rest: all.filter((each) => !counts(each)) };
}

const isBefore = (one: Sighting, other: Sighting): boolean =>
  one.at < other.at || (one.at === other.at && one.gate < other.gate);
