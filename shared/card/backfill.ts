import type { Clock } from "#shared/runtime/clock.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { Backfill, Backfills, DrawnCard } from "./backfill-progress.ts";
import { digestOf } from "./design/template.ts";
import type { Redraws } from "./redraws.ts";

/** What all cards shall be. */
export interface Goal {
  /** Another name is another walk. */
  readonly name: string;
  /** Those of a page that are to be drawn again. */
  missedBy(cards: readonly DrawnCard[]): Promise<readonly DrawnCard[]>;
}

export interface BackfillCards {
  readonly table: Pick<Backfills, "find" | "save" | "page">;
  readonly redrawQueue: Pick<Redraws, "sendAll" | "depth">;
  readonly goal: Goal;
  /** While more messages than this wait for the renderer, nothing is added. */
  readonly maxDepth: number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  readonly clock: Clock;
}

/** How long it waits before it counts the messages again. */
const pauseMs = 2000;

/**
 * Asks for a new drawing of every card that is not as it shall be. The renderer draws, and draws nothing
 * twice. The backfill only sends messages, and waits while the queue is long.
 *
 * A walk that was stopped or killed goes on where its last page ended; cards of that page may be asked for twice. Only one
 * process walks at a time: a second one takes the walk over, and the first one ends at its next page.
 * @returns its progress after each page; it ends when the walk is done, was stopped, or was taken over
 * @throws Conflict when someone else started at the same moment
 */
export async function* backfillCards(dependencies: BackfillCards): AsyncGenerator<Backfill> {
  const { table } = dependencies;
  let progress = await takeUp(dependencies);
  yield progress;
  while (progress.state === "running") {
    if (!(await waitForRoom(dependencies, progress))) return;
    progress = await nextPage(dependencies, progress);
    if (!(await table.save(progress))) return;
    yield progress;
  }
}

/**
 * Ends a walk at its next page, in whichever process it runs. Cards that were asked for are still drawn.
 * @returns the walk's progress; undefined when there never was one
 */
export async function stopBackfill({
  table,
  clock,
}: {
  table: Pick<Backfills, "find" | "save">;
  clock: Clock;
}): Promise<Backfill | undefined> {
  for (;;) {
    const progress = await table.find();
    if (progress?.state !== "running") return progress;
    const stopped = { ...progress, state: "stopped", ...stepAfter(progress, clock) } as const;
    if (await table.save(stopped)) return stopped;
  }
}

async function takeUp({ table, goal: { name: goal }, clock }: BackfillCards): Promise<Backfill> {
  const last = await table.find();
  const goesOn = last?.goal === goal && last.state !== "done";
  const step = stepAfter(last, clock);
  const begun: Backfill = goesOn
    ? { ...last, state: "running", ...step }
    : { goal, state: "running", seen: 0, asked: 0, startedAt: step.updatedAt, ...step };
  if (!(await table.save(begun))) throw new Conflict("backfill-started-elsewhere");
  return begun;
}

/** @returns false when the walk was stopped or taken over meanwhile */
async function waitForRoom(
  { table, redrawQueue, maxDepth, sleep }: BackfillCards,
  { step }: Backfill,
): Promise<boolean> {
  while ((await redrawQueue.depth()) > maxDepth) {
    await sleep(pauseMs);
    if ((await table.find())?.step !== step) return false;
  }
  return true;
}

/** Sends first and saves the progress afterwards: after a crash in between, cards are sent twice and none is left out. */
async function nextPage(
  { table, redrawQueue, goal, clock }: BackfillCards,
  progress: Backfill,
): Promise<Backfill> {
  const { cards, next } = await table.page(progress.cursor);
  const missed = await goal.missedBy(cards);
  await redrawQueue.sendAll(missed.map(({ employeeId }) => employeeId));
  return {
    ...progress,
    state: next ? "running" : "done",
    cursor: next,
    seen: progress.seen + cards.length,
    asked: progress.asked + missed.length,
    ...stepAfter(progress, clock),
  };
}

/**
 * That cards are drawn in one of today's looks. No two agencies share a version (design/look.ts), so that a card in one of them is in its
 * own agency's; only one from before its agency was added may be in the usual one.
 * @param versions of the usual look, and of each agency's
 */
export function inLooks(versions: ReadonlySet<string>): Goal {
  const isOld = ({ templateVersion }: DrawnCard) =>
    templateVersion === undefined || !versions.has(templateVersion);
  return { name: nameOf(versions), missedBy: async (cards) => cards.filter(isOld) };
}

/** Another set of looks is another walk: "t1-3fa9c0d2", with agencies "t1-3fa9c0d2+9c01b7aa". */
function nameOf(versions: ReadonlySet<string>): string {
  const [first = "", ...others] = [...versions].sort();
  return others.length === 0 ? first : `${first}+${digestOf(others)}`;
}

function stepAfter(last: Backfill | undefined, clock: Clock): Pick<Backfill, "step" | "updatedAt"> {
  return { step: (last?.step ?? 0) + 1, updatedAt: clock.now().toISOString() };
}
