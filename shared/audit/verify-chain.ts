import {
  beginningOf,
  erasedIn,
  flawOf,
  type Proof,
  proofOf,
  type StoredEntry,
} from "./entry-proof.ts";
import type { HistoryFault } from "./history-fault.ts";

/** What a record says of its history. */
export interface HistoryHead {
  readonly subjectId: string;
  readonly revision: number;
  /** Of the newest entry; undefined of a record from before there were chains. */
  readonly digest?: string | undefined;
}

export interface ChainResult {
  readonly fault?: HistoryFault;
  readonly entries: number;
  /** Written before there were chains. */
  readonly before: number;
  readonly erased: number;
  /** Of somebody whose data were erased, or are being. */
  readonly erasing?: Erasing;
}

/** An erasing that the chain tells of. */
export interface Erasing {
  /** ISO instant of its end: values of what was written later are somebody's who came back. Undefined while it goes on. */
  readonly until?: string;
}

type Progress = { -readonly [Name in keyof Omit<ChainResult, "fault">]: ChainResult[Name] } & {
  /** The newest entry with a proof so far. */
  last?: Proof;
  /** The oldest entry so far without a value whose erasing no later one tells of. */
  unexplained?: number;
};

/**
 * Follows the history of one record from its first entry to the newest, which the record names.
 * @param items oldest first
 * @returns with the first fault; what comes after it was not looked at
 */
export async function verifyChain(
  head: HistoryHead,
  items: AsyncIterable<StoredEntry>,
): Promise<ChainResult> {
  const { subjectId, revision } = head;
  const progress: Progress = { entries: 0, before: 0, erased: 0 };
  let fault: HistoryFault | undefined;
  for await (const item of items) {
    fault = follow(head, item, progress);
    if (fault) break;
  }
  const { last, unexplained, ...counts } = progress;
  if (!fault && counts.entries < revision)
    fault = { code: "entry-missing", subjectId, revision: counts.entries + 1 };
  if (!fault && last?.digest !== head.digest)
    fault = { code: "entry-replaced", subjectId, revision };
  if (!fault && unexplained !== undefined)
    fault = { code: "value-erased", subjectId, revision: unexplained };
  return fault ? { ...counts, fault } : counts;
}

function follow(
  head: HistoryHead,
  item: StoredEntry,
  progress: Progress,
): HistoryFault | undefined {
  const { subjectId } = head;
  const { revision: stored } = item;
  const revision = Number(stored);
  const expected = progress.entries + 1;
  if (revision > head.revision) return { code: "entry-inserted", subjectId, revision };
  if (revision !== expected) return { code: "entry-missing", subjectId, revision: expected };
  const known = proofOf(item);
  const fault = known ? faultOf(head, { item, known, last: progress.last }) : undefined;
  if (fault) return fault;
  if (!known && progress.last) return { code: "entry-inserted", subjectId, revision };
  progress.entries += 1;
  if (!known) progress.before += 1;
  else {
    const erased = erasedIn(known);
    progress.erased += erased;
    if (erased > 0) progress.unexplained ??= revision;
    progress.last = known;
    noteErasing(item, known, progress);
  }
  return undefined;
}

/** Its beginning stands in the chain before the first value goes; it is nobody's but the product's own act. */
function noteErasing({ action, actor }: StoredEntry, known: Proof, progress: Progress): void {
  if (!isSystem(actor)) return;
  if (action === "erasure-begun") {
    progress.erasing = {};
    delete progress.unexplained;
  }
  if (action === "record-erased" && progress.erasing) progress.erasing = { until: known.writtenAt };
}

function isSystem(actor: unknown): boolean {
  return typeof actor === "object" && actor !== null && Reflect.get(actor, "role") === "system";
}

function faultOf(
  head: HistoryHead,
  { item, known, last }: { item: StoredEntry; known: Proof; last: Proof | undefined },
): HistoryFault | undefined {
  const { subjectId } = head;
  const { revision } = known;
  const flaw = flawOf(item, known);
  if (flaw)
    return { code: isMoved(item, known, head) ? "entry-reordered" : flaw, subjectId, revision };
  if (known.previous === (last?.digest ?? beginningOf(subjectId))) return undefined;
  // Of two that do not fit the older one is named: the newer one says what it was when it was the newest.
  return { code: "entry-replaced", subjectId, revision: last?.revision ?? revision };
}

/** Whether the entry would be right under another revision of this record. */
function isMoved(item: StoredEntry, known: Proof, { revision }: HistoryHead): boolean {
  for (let other = 1; other <= revision; other++)
    if (flawOf({ ...item, revision: other }, { ...known, revision: other }) === undefined)
      return true;
  return false;
}
