import type { Employees } from "#shared/employee/employees.ts";
import { eachOf, type Turn } from "#shared/runtime/each-of.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { lineOf } from "./decide-request.ts";
import { type Freezes, inAnswerTime } from "./freezes.ts";
import { asOf } from "./move-request.ts";
import { decidedBy, type Request } from "./request.ts";
import type { RequestKind } from "./request-kind.ts";
import { waitsForAsker } from "./request-states.ts";
import { moveTo, type Requests } from "./requests.ts";
import { saveOf, writeMove } from "./write-move.ts";

export interface PassDeadlines extends Turn {
  readonly requests: Pick<Requests, "due" | "find" | "save">;
  /** Those that write something of their own with each move (`RequestKind.save`). */
  readonly kinds: Readonly<Record<string, Pick<RequestKind, "save">>>;
  readonly employees: Pick<Employees, "find">;
  readonly freezes: Pick<Freezes, "insideSince">;
}

/** More than a campaign's end brings; what is left is next in five minutes. */
const mostPerRun = 500;

/**
 * Writes down which deadlines have passed: what waited for an answer has expired, of which its person hears, or, where a freeze stood in its days,
 * has another deadline (inAnswerTime); and what waited for an officer is
 * open to all of the agency; where a law sets the time, an alarm hears of that. Whoever acts at the same moment is first or second, never both. One that
 * fails waits for the next run, and the others go on.
 * @returns how many were moved @throws what the first one failed with
 */
export async function passDeadlines(api: PassDeadlines): Promise<number> {
  const { requests, clock } = api;
  let passed = 0;
  const now = clock.now();
  const items = await requests.due(now, mostPerRun);
  const idOf = ({ id }: Request) => id;
  await eachOf(api, { part: "deadlines", items, idOf }, async (before) => {
    if (await pass(api, before, now)) passed++;
  });
  return passed;
}

async function pass(api: PassDeadlines, before: Request, now: Date): Promise<boolean> {
  const { requests, kinds } = api;
  // Read after `now`: a freeze that comes later comes after the end of the time.
  const person = waitsForAsker(before) ? await api.employees.find(before.person) : undefined;
  const after = asOf(person ? await inAnswerTime(api, before, person) : before, now);
  const lines = after.state === "expired" ? [lineOf(after, "own-request-expired")] : [];
  try {
    const move = moveTo(before, after, { lines });
    await writeMove(requests, move, saveOf(kinds[before.kind], requests));
    // A law's clock goes on wherever its person works: an alarm hears of it (`infra`).
    if (decidedBy(before) && before.chain[before.place]?.goesOn)
      logger.warn("request.overdue", { requestId: before.id });
    return true;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    // Somebody was faster: it is another request by now.
    logger.info("request.deadline-overtaken", { requestId: before.id });
    return false;
  }
}
