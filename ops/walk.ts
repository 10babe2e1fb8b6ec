/** What commands that walk past all cards have in common: how they are told to wait, and what they print. */
import type { BackfillCards } from "#shared/card/backfill.ts";
import type { Backfill } from "#shared/card/backfill-progress.ts";
import { UsageError } from "./command.ts";
import { outputsOption } from "./stack-outputs.ts";

export const walkOptions = {
  outputs: outputsOption,
  "max-waiting": { type: "string", default: "1000" },
} as const;

/** How often a walk prints its progress. */
const reportMs = 5000;

type Walked = Pick<BackfillCards, "table" | "redrawQueue">;

/** Prints a walk's progress every few seconds, and where it ended. @returns that; undefined when it did not begin */
export async function reportWalk(
  cards: Walked,
  walk: AsyncIterable<Backfill>,
  print: (line: string) => void,
): Promise<Backfill | undefined> {
  let begun: Backfill | undefined;
  let reportedAt = 0;
  for await (const progress of walk) {
    // A walk from the beginning again counts from 0.
    if (!begun || progress.seen < begun.seen) begun = progress;
    if (Date.now() - reportedAt < reportMs) continue;
    reportedAt = Date.now();
    print(await describeWalk(cards, progress, begun));
  }
  const now = await cards.table.find();
  if (now) print(await describeWalk(cards, now, begun));
  return now;
}

const states = { running: "berjalan", stopped: "dihentikan", done: "selesai" };

/** @param since the progress with which this process began; with it the line also says how fast it is */
export async function describeWalk(
  { redrawQueue }: Walked,
  { state, goal, seen, asked, startedAt, updatedAt }: Backfill,
  since?: Backfill,
): Promise<string> {
  const waiting = await redrawQueue.depth();
  const seconds = since ? (Date.parse(updatedAt) - Date.parse(since.updatedAt)) / 1000 : 0;
  const pace =
    since && seconds > 0 ? `, ${Math.round((seen - since.seen) / seconds)} per detik` : "";
  return (
    `${states[state]}: ${seen} kartu dilihat, ${asked} diminta untuk ${goal}, ${waiting} menunggu${pace} ` +
    `(mulai ${startedAt}, langkah terakhir ${updatedAt})`
  );
}

/** @throws UsageError */
export function readMaxDepth(text: string): number {
  const depth = Number(text);
  if (Number.isInteger(depth) && depth > 0) return depth;
  throw new UsageError(`--max-waiting: bilangan bulat di atas 0, bukan ${text}.`);
}
