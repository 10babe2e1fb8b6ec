/** What erasing does to a stored entry: values go with their salts, and nothing else moves (decisions 0046, 0058). */
import { erasableParts } from "./audit-entry.ts";
import { canonical, proofOf, type StoredEntry } from "./entry-proof.ts";

/** The places of an entry's values that still have a salt; none of one without a proof. */
export function erasablePlaces(item: StoredEntry): readonly string[] {
  const known = proofOf(item);
  if (!known) return [];
  return Object.keys(known.salted).filter((place) => known.salted[place]?.salt !== undefined);
}

/** The path of a value: `["reason"]`, `["changes", 0, "from"]`. */
export function pathOf(place: string): readonly (string | number)[] {
  return place.split(".").map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/**
 * Whether an entry became another one by erasing alone: one value or more went, each with its salt, and all that is left, the digests too, is as
 * it was.
 */
export function isErasure(before: StoredEntry, after: StoredEntry): boolean {
  const left = new Set(erasablePlaces(after));
  const gone = erasablePlaces(before).filter((place) => !left.has(place));
  if (gone.length === 0) return false;
  const expected = structuredClone(before);
  for (const place of gone) {
    remove(expected, pathOf(place));
    remove(expected, ["salted", place, "salt"]);
  }
  return canonical(expected) === canonical(after);
}

/** Whether values of an entry were erased. */
export function isErased(item: StoredEntry): boolean {
  return Object.values(proofOf(item)?.salted ?? {}).some(({ salt }) => salt === undefined);
}

/** The parts of an entry that are told, and had a value that was erased. */
export function erasedParts(item: StoredEntry): readonly (typeof erasableParts)[number][] {
  const gone = Object.entries(proofOf(item)?.salted ?? {}).flatMap(([place, { salt }]) =>
    salt === undefined ? [pathOf(place)[0]] : [],
  );
  return erasableParts.filter((part) => gone.includes(part));
}

/** Whose history an entry is in: the person's whom its key names, or whom it names itself; undefined of a thing's. */
export function personIn({ subjectId, about }: StoredEntry): string | undefined {
  const named = [...String(subjectId).split("#"), about];
  return named.find((part): part is string => typeof part === "string" && part.startsWith("emp_"));
}

function remove(item: object, path: readonly (string | number)[]): void {
  const [first = "", ...rest] = path;
  const member: unknown = Reflect.get(item, first);
  if (rest.length === 0) Reflect.deleteProperty(item, first);
  else if (typeof member === "object" && member !== null) remove(member, rest);
}
