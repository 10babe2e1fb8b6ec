import { type KeyObject, verify } from "node:crypto";
import { flawOf, type Proof, proofOf, type StoredEntry } from "./entry-proof.ts";
import { isErased, personIn } from "./erased-values.ts";
import type { HistoryFault, HistoryFaultCode } from "./history-fault.ts";
import { merkleRoot } from "./merkle-root.ts";
import {
  type Leaf,
  leafOf,
  type Seal,
  type SealFile,
  type SealStatement,
  sealDigest,
  statementOf,
} from "./seal.ts";
import { lateHours } from "./seal-history.ts";
import type { KeptSeal, Seals, WrittenEntries } from "./seals.ts";
import type { Erasing } from "./verify-chain.ts";

const hourMs = 3_600_000;

/** Stored entries by their keys. */
export interface EntriesByKey {
  /** Strongly consistent; those that are not there are left out. */
  find(keys: readonly Pick<Leaf, "subjectId" | "revision">[]): Promise<readonly StoredEntry[]>;
}

export interface VerifySeals {
  readonly seals: Pick<Seals, "kept" | "read">;
  readonly publicKey: KeyObject;
  readonly entries: EntriesByKey;
  /** Undefined when only some subjects are looked at. */
  readonly written?: Pick<WrittenEntries, "within"> | undefined;
  /** Whose entries are compared. */
  readonly concerns: (subjectId: string) => boolean;
  /** Of a person, as their chain tells of it. */
  readonly erasingOf: (person: string) => Erasing | undefined;
  readonly now: Date;
}

export interface SealCounts {
  seals: number;
  sealed: number;
  /** The beginning of the first seal, and the end of the last one. */
  from?: string;
  to?: string;
}

/**
 * Checks all seals in order: signature, root, place among the others, and each entry that they sealed. It holds one seal's leaves at a
 * time.
 * @param counts are kept while it goes
 */
export async function* sealFaults(
  check: VerifySeals,
  counts: SealCounts,
): AsyncGenerator<HistoryFault> {
  const unsealed = new Map<string, Leaf>();
  let before: Seal | undefined;
  for await (const kept of check.seals.kept()) {
    if (kept.isTouched) yield { code: "seal-touched", seal: kept.to };
    const file = await readable(check, kept);
    const code = file ? wrongSeal(file, { kept, before }) : "seal-forged";
    if (code && !(kept.isTouched && !file)) yield { code, seal: kept.to };
    if (!file) continue;
    const said = statementOf(file);
    counts.seals += 1;
    counts.from ??= said.from;
    counts.to = said.to;
    before = { text: file.text, signature: file.signature };
    // What its lines say was not signed.
    if (code === "seal-forged") continue;
    yield* leafFaults(check, file, counts);
    await gather(check, { said, file, unsealed });
  }
  yield* openFaults(check, unsealed, counts.to);
}

/** Undefined when what is there was not signed by our key: hidden, or something else. */
async function readable(
  { seals, publicKey }: VerifySeals,
  { to }: KeptSeal,
): Promise<SealFile | undefined> {
  try {
    const file = await seals.read(to);
    const signature = Buffer.from(file.signature, "base64");
    statementOf(file);
    return verify("sha256", Buffer.from(file.text), publicKey, signature) ? file : undefined;
  } catch {
    return undefined;
  }
}

/** Of a seal that our key signed. */
function wrongSeal(
  file: SealFile,
  { kept, before }: { readonly kept: KeptSeal; readonly before: Seal | undefined },
): HistoryFaultCode | undefined {
  const said = statementOf(file);
  if (said.to !== kept.to || merkleRoot(file.lines) !== said.root) return "seal-forged";
  return follows(said, before) ? undefined : "seal-missing";
}

function follows(said: SealStatement, before: Seal | undefined): boolean {
  if (!before) return said.number === 1;
  const { number, to } = statementOf(before);
  return said.number === number + 1 && said.previous === sealDigest(before) && said.from === to;
}

/** Of the entries of one seal. */
async function* leafFaults(
  check: VerifySeals,
  { lines }: SealFile,
  counts: SealCounts,
): AsyncGenerator<HistoryFault> {
  const leaves = lines.map(leafOf).filter(({ subjectId }) => check.concerns(subjectId));
  for (let i = 0; i < leaves.length; i += 100) {
    const part = leaves.slice(i, i + 100);
    const found = await check.entries.find(part);
    const byKey = new Map(found.map((item) => [keyOf(item), item]));
    for (const leaf of part) {
      counts.sealed += 1;
      const code = wrongWith(check, byKey.get(keyOf(leaf)), leaf);
      if (code) yield { code, subjectId: leaf.subjectId, revision: leaf.revision };
    }
  }
}

function wrongWith(
  check: VerifySeals,
  item: StoredEntry | undefined,
  leaf: Leaf,
): HistoryFault["code"] | undefined {
  if (!item) return "entry-missing";
  const known = proofOf(item);
  if (!known) return "entry-altered";
  const flaw = flawOf(item, known);
  if (flaw) return flaw;
  if (known.digest !== leaf.digest) return "entry-replaced";
  return isErased(item) && !isRightlyErased(check, item, known) ? "value-erased" : undefined;
}

function isRightlyErased({ erasingOf }: VerifySeals, item: StoredEntry, known: Proof): boolean {
  const person = personIn(item);
  const erasing = person === undefined ? undefined : erasingOf(person);
  return erasing !== undefined && known.writtenAt <= (erasing.until ?? known.writtenAt);
}

/** Notes which written entries this seal does not have, and forgets those that it has of earlier periods. */
async function gather(
  { written }: VerifySeals,
  sealed: {
    readonly said: SealStatement;
    readonly file: SealFile;
    readonly unsealed: Map<string, Leaf>;
  },
): Promise<void> {
  if (!written) return;
  const leaves = new Set(sealed.file.lines.map((line) => leafOf(line).digest));
  for (const digest of leaves) sealed.unsealed.delete(digest);
  for await (const leaf of written.within(sealed.said))
    if (!leaves.has(leaf.digest)) sealed.unsealed.set(leaf.digest, leaf);
}

/** Written so long ago that a seal should have it, and in none. */
async function* openFaults(
  { now }: VerifySeals,
  unsealed: ReadonlyMap<string, Leaf>,
  to: string | undefined,
): AsyncGenerator<HistoryFault> {
  const late = new Date(now.getTime() - (lateHours + 2) * hourMs).toISOString();
  for (const { subjectId, revision, writtenAt } of unsealed.values())
    if (writtenAt < late) yield { code: "entry-inserted", subjectId, revision };
  const soonest = new Date(now.getTime() - 3 * hourMs).toISOString();
  if (to === undefined) yield { code: "sealing-late" };
  else if (to < soonest) yield { code: "sealing-late", seal: to };
}

const keyOf = ({ subjectId, revision }: StoredEntry | Leaf) => `${subjectId} ${revision}`;
