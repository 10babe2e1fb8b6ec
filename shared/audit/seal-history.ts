import type { Clock } from "#shared/runtime/clock.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import { type Leaf, leafOf, type Period, type Seal, sealOf, statementOf } from "./seal.ts";
import type { SealSigner, Seals, WrittenEntries } from "./seals.ts";

export interface SealHistory {
  readonly written: WrittenEntries;
  readonly seals: Pick<Seals, "ends" | "head" | "read" | "add">;
  readonly signer: SealSigner;
  readonly clock: Clock;
}

const hourMs = 3_600_000;
/** A function ends after 15 minutes, so nothing is written later with an older time, but what the index has not got yet. */
const settlingMs = 15 * 60_000;
/** How long after its hour an entry is still looked for in the index. */
export const lateHours = 24;
/** As many as memory bears. More are sealed in parts of the hour. */
const usualMost = 200_000;

export interface Sealed {
  readonly seals: number;
  readonly entries: number;
  readonly late: number;
}

/**
 * Seals all whole hours since the last seal: one seal for all of them, or several when there are many entries. A run that dies is
 * made up for by the next one; two at once make one seal, because a seal's name is taken once.
 * @param most entries of one seal
 */
export async function sealHistory(
  { written, seals, signer, clock }: SealHistory,
  most = usualMost,
): Promise<Sealed> {
  const end = instant(hourOf(clock.now().getTime() - settlingMs));
  const recent = await recentSeals(seals, end);
  let last = recent.at(-1);
  let from = last ? statementOf(last).to : await beginning(written, end);
  let late = await lateLeaves({ written, seals }, recent);
  const sum = { seals: 0, entries: 0, late: 0 };
  while (from < end) {
    const { period, own } = await nextPart(written, { from, to: end }, most);
    const { text, lines } = sealOf(last, { period, leaves: [...late, ...own] });
    const seal: Seal = { text, signature: await signer.sign(text) };
    if (!(await seals.add(period.to, { ...seal, lines }))) return sum;
    sum.seals += 1;
    sum.entries += own.length;
    sum.late += late.length;
    last = seal;
    from = period.to;
    late = [];
  }
  return sum;
}

/** The hour of the first entry that was ever written, or the one before the end. */
async function beginning(written: WrittenEntries, end: string): Promise<string> {
  const earliest = await written.earliest();
  const hour = Date.parse(end) - hourMs;
  return instant(earliest ? Math.min(hourOf(Date.parse(earliest)), hour) : hour);
}

/** The seals of the last day, oldest first; the last one of all when it is older. */
async function recentSeals(seals: SealHistory["seals"], end: string): Promise<Seal[]> {
  const day = await seals.ends(instant(Date.parse(end) - lateHours * hourMs));
  const ends = day.length > 0 ? day : (await seals.ends()).slice(-1);
  return await sideBySide(ends, (to) => seals.head(to));
}

/** The entries of the period, or of so long a beginning of it that they are not more than `most`. */
async function nextPart(
  written: WrittenEntries,
  period: Period,
  most: number,
): Promise<{ period: Period; own: Leaf[] }> {
  const own: Leaf[] = [];
  for await (const leaf of written.within(period)) {
    own.push(leaf);
    if (own.length <= most) continue;
    const [from, to] = [Date.parse(period.from), Date.parse(period.to)];
    const middle = instant(Math.floor((from + to) / 2));
    if (middle === period.from) throw new Error("Too many entries in one millisecond.");
    return await nextPart(written, { from: period.from, to: middle }, most);
  }
  return { period, own };
}

/**
 * What came into the index after its own time was sealed. Counting tells that there is any; only then leaves are compared.
 */
async function lateLeaves(
  { written, seals }: Pick<SealHistory, "written" | "seals">,
  recent: readonly Seal[],
): Promise<Leaf[]> {
  const statements = recent.map(statementOf);
  const known: Leaf[] = [];
  for (const { from, to, late } of statements)
    if (late > 0)
      known.push(...(await leavesIn(seals, to)).filter(({ writtenAt }) => writtenAt < from));
  const found: Leaf[] = [];
  for (const { from, to, count } of statements) {
    const madeUp = known.filter(({ writtenAt }) => writtenAt >= from && writtenAt < to);
    if ((await written.count({ from, to })) <= count + madeUp.length) continue;
    const sealed = new Set([...(await leavesIn(seals, to)), ...madeUp].map(({ digest }) => digest));
    for await (const leaf of written.within({ from, to }))
      if (!sealed.has(leaf.digest)) found.push(leaf);
  }
  return found;
}

async function leavesIn(seals: Pick<Seals, "read">, to: string): Promise<Leaf[]> {
  return (await seals.read(to)).lines.map(leafOf);
}

const hourOf = (ms: number) => Math.floor(ms / hourMs) * hourMs;
const instant = (ms: number) => new Date(ms).toISOString();
