/**
 * Views that do not yet hold what all pages are held to, while those pages are being mended. An entry that is no longer needed
 * fails its test file, so the list only shrinks; at the end it is empty.
 */
export type Gate = "shift" | "focus" | "legible";

const known = new Set<`${string}: ${Gate}`>([]);

const met = new Set<string>();
const seen = new Set<string>();

/** @returns what is wrong with a view, unless it is known to be */
export function unknownFaults(view: string, gate: Gate, faults: readonly string[]): string[] {
  seen.add(view);
  const name = `${view}: ${gate}` as const;
  if (!known.has(name)) return faults.map((fault) => `${gate}: ${fault}`);
  if (faults.length > 0) met.add(name);
  return [];
}

/**
 * Entries whose view was looked at, and had nothing wrong. Asked after the last view. How far a view moves by itself depends on
 * how soon the answers came: only where the test makes them slow ("lambat …") is a view that stands still told from a lucky one.
 */
export function needlessEntries(): string[] {
  return [...known].filter((name) => {
    const [view = "", gate] = name.split(": ");
    const isCertain = gate !== "shift" || view.startsWith("lambat");
    return isCertain && seen.has(view) && !met.has(name);
  });
}
