/**
 * What makes an entry of the history prove itself (decision 0046). Its digest covers every attribute of the stored item; values
 * that say something of a person stand in it as salted digests, so that a value and its salt can be erased and the digest still
 * holds. All of it works on the stored item, so that an attribute of tomorrow is covered without a word here.
 */
import { createHash, randomBytes } from "node:crypto";
import * as z from "zod";

export type StoredEntry = Readonly<Record<string, unknown>>;

/** Of one value. Without a salt it was erased: a digest of a short value without its salt cannot be guessed back. */
const salted = z.object({ digest: z.string(), salt: z.string().exactOptional() });

const proof = z.object({
  subjectId: z.string(),
  revision: z.int(),
  /** ISO instant of the clock of whoever wrote it: the order in which entries are sealed. `at` may be much earlier. */
  writtenAt: z.string(),
  sealShard: z.string(),
  /** Of a record's history: the digest of the entry before. */
  previous: z.string().exactOptional(),
  /** By the value's place, as `changes.0.from`. */
  salted: z.record(z.string(), salted),
  digest: z.string(),
});
export type Proof = z.infer<typeof proof>;

/** The parts of an entry that hold values. */
const valued = z.looseObject({
  reason: z.string().optional(),
  origin: z.record(z.string(), z.string()).optional(),
  changes: z
    .array(z.looseObject({ from: z.string().optional(), to: z.string().optional() }))
    .optional(),
});

/**
 * Partitions of the index from which entries are sealed. One takes 1,000 writes a second («Partitions and data distribution in
 * DynamoDB», Amazon DynamoDB Developer Guide), so these take four times the 2,000 that the table's ceiling lets through.
 */
export const sealShards = ["0", "1", "2", "3", "4", "5", "6", "7"] as const;

/** One subject's entries are in one partition; it is written by one save at a time. */
export function sealShardOf(subjectId: string): string {
  const [first = 0] = createHash("sha256").update(subjectId).digest();
  return sealShards[first % sealShards.length] ?? sealShards[0];
}

/** What the first entry of a record's chain names as the one before. */
export function beginningOf(subjectId: string): string {
  return sha256(`kartu-history-1 ${subjectId}`);
}

/**
 * The item as it is stored.
 * @param written.previous the digest of the record's entry before; undefined of a history without a chain
 */
export function prove(
  item: StoredEntry & { readonly subjectId: string },
  { writtenAt, previous }: { readonly writtenAt: Date; readonly previous?: string | undefined },
): StoredEntry & Proof & { readonly subjectId: string } {
  const values = [...valuesOf(item)].map(([place, value]) => {
    const salt = randomBytes(16).toString("base64url");
    return [place, { salt, digest: saltedDigest(salt, value) }] as const;
  });
  const proved = {
    revision: 0,
    ...item,
    writtenAt: writtenAt.toISOString(),
    sealShard: sealShardOf(item.subjectId),
    ...(previous === undefined ? {} : { previous }),
    salted: Object.fromEntries(values),
  };
  return { ...proved, digest: digestOf(proved) };
}

/** The proof of a stored entry; undefined of one from before there were proofs, and of one that was put there without. */
export function proofOf(item: StoredEntry): Proof | undefined {
  return proof.safeParse(item).data;
}

/** SHA-256 of the entry's canonical form: names sorted, and of each value its salted digest only. */
export function digestOf({ digest: _, salted: digests = {}, ...item }: StoredEntry): string {
  const { reason: _reason, origin: _origin, changes, ...rest } = valued.parse(item);
  const fields = changes?.map(({ from: _from, to: _to, ...change }) => change);
  const values = z.record(z.string(), salted).parse(digests);
  const bare = Object.entries(values).map(([place, value]) => [place, value.digest]);
  return sha256(canonical({ ...rest, changes: fields, values: Object.fromEntries(bare) }));
}

export type EntryFlaw = "entry-altered" | "value-altered";

/** What is wrong with an entry by itself; undefined when it is as it was written, or values of it were erased. */
export function flawOf(item: StoredEntry, known: Proof): EntryFlaw | undefined {
  try {
    if (digestOf(item) !== known.digest) return "entry-altered";
    if (known.sealShard !== sealShardOf(known.subjectId)) return "entry-altered";
    const values = valuesOf(item);
    const fits = ([place, { salt, digest }]: [string, Proof["salted"][string]]) => {
      const value = values.get(place);
      if (salt === undefined) return value === undefined;
      return value !== undefined && saltedDigest(salt, value) === digest;
    };
    const hasProof = [...values.keys()].every((place) => Object.hasOwn(known.salted, place));
    return hasProof && Object.entries(known.salted).every(fits) ? undefined : "value-altered";
  } catch {
    // It has not even the shape of an entry.
    return "entry-altered";
  }
}

/** How many values of an entry were erased. */
export function erasedIn({ salted: values }: Proof): number {
  return Object.values(values).filter(({ salt }) => salt === undefined).length;
}

/** The values of an entry by their places. */
function valuesOf(item: StoredEntry): ReadonlyMap<string, string> {
  const { reason, origin, changes = [] } = valued.parse(item);
  const places = [
    ["reason", reason],
    ["origin", origin && canonical(origin)],
    ...changes.flatMap(({ from, to }, i) => [
      [`changes.${i}.from`, from],
      [`changes.${i}.to`, to],
    ]),
  ] as const;
  return new Map(
    places.flatMap(([place, value]) =>
      place === undefined || value === undefined ? [] : [[place, value]],
    ),
  );
}

/** The salt has a fixed length, so that no other salt and value are the same text. */
function saltedDigest(salt: string, value: string): string {
  return sha256(`${salt} ${value}`);
}

/** JSON without spaces, names in order of their code units, without members that are undefined: DynamoDB stores none. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join()}}`;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}
