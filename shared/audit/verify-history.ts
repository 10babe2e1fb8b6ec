import { type StoredEntry, sealShardOf } from "./entry-proof.ts";
import type { HistoryFault } from "./history-fault.ts";
import { type ChainResult, type Erasing, type HistoryHead, verifyChain } from "./verify-chain.ts";
import { type SealCounts, sealFaults, type VerifySeals } from "./verify-seals.ts";

/** The keys of a stored entry, and when it says that it was written. */
export interface EntryKey {
  readonly subjectId: string;
  readonly revision: number;
  readonly at: string;
  readonly writtenAt?: string | undefined;
  readonly sealShard?: string | undefined;
}

export interface VerifyHistory extends Omit<VerifySeals, "concerns" | "erasingOf" | "now"> {
  /** Of all records. */
  readonly heads: () => AsyncIterable<HistoryHead>;
  readonly head: (subjectId: string) => Promise<HistoryHead | undefined>;
  /** One history, oldest first (strongly consistent). */
  readonly history: (subjectId: string) => AsyncIterable<StoredEntry>;
  /** Of everything in the table. */
  readonly keys: () => AsyncIterable<EntryKey>;
  readonly now: Date;
}

export interface Verified extends SealCounts {
  people: number;
  chained: number;
  before: number;
  erased: number;
}

/** So many records at the same time: enough to hide the way to the table. */
const atOnce = 16;

/**
 * Verifies the history of everybody, or of one person: the chain of each record, all seals, and that nothing is there which no
 * seal has. Its memory depends on the largest seal, not on how long the history is.
 * @param about one person's id
 * @param counts are kept while it goes
 */
export async function* verifyHistory(
  check: VerifyHistory,
  { about, counts }: { readonly about?: string | undefined; readonly counts: Verified },
): AsyncGenerator<HistoryFault> {
  const erasings = new Map<string, Erasing>();
  yield* chainFaults(check, { about, counts, erasings });
  const concerns = (subjectId: string) =>
    about === undefined || subjectId === about || subjectId.split("#").includes(about);
  const written = about === undefined ? check.written : undefined;
  const erasingOf = (person: string) => erasings.get(person);
  yield* sealFaults({ ...check, written, concerns, erasingOf }, counts);
  if (about === undefined) yield* unprovedFaults(check, counts);
}

async function* chainFaults(
  check: VerifyHistory,
  {
    about,
    counts,
    erasings,
  }: { about: string | undefined; counts: Verified; erasings: Map<string, Erasing> },
): AsyncGenerator<HistoryFault> {
  const only = about === undefined ? undefined : await check.head(about);
  let part: HistoryHead[] = [];
  async function verifyPart(): Promise<HistoryFault[]> {
    const results = await Promise.all(part.map((head) => verifyOne(check, head)));
    const people = part;
    part = [];
    for (const [i, { entries, before, erased, erasing }] of results.entries()) {
      const person = people[i]?.subjectId;
      if (erasing && person) erasings.set(person, erasing);
      counts.people += 1;
      counts.chained += entries - before;
      counts.before += before;
      counts.erased += erased;
    }
    return results.flatMap(({ fault }) => fault ?? []);
  }
  for await (const head of about === undefined ? check.heads() : only ? [only] : []) {
    part.push(head);
    if (part.length === atOnce) yield* await verifyPart();
  }
  yield* await verifyPart();
}

/** A save between the two reads looks like a fault, so one is believed only when the newest record says so, too. */
async function verifyOne(check: VerifyHistory, head: HistoryHead): Promise<ChainResult> {
  const { subjectId } = head;
  const first = await verifyChain(head, check.history(subjectId));
  if (!first.fault) return first;
  const newest = (await check.head(subjectId)) ?? head;
  return await verifyChain(newest, check.history(subjectId));
}

/** What the index does not have, so that it could be in no seal. */
async function* unprovedFaults(
  { keys, now }: VerifyHistory,
  counts: Verified,
): AsyncGenerator<HistoryFault> {
  // Clocks differ by less. The cloud of `npm start` can be days ahead of this machine; its last seal says so.
  const newest = Math.max(now.getTime(), Date.parse(counts.to ?? now.toISOString()) + 7_200_000);
  const future = new Date(newest + 300_000).toISOString();
  for await (const { subjectId, revision, at, writtenAt, sealShard } of keys()) {
    const isOld = writtenAt === undefined && (counts.from === undefined || at < counts.from);
    const isIndexed =
      writtenAt !== undefined && writtenAt < future && sealShard === sealShardOf(subjectId);
    if (!isOld && !isIndexed) yield { code: "entry-inserted", subjectId, revision };
  }
}
