import { dayOf } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { type BackfillCards, backfillCards, type Goal } from "./backfill.ts";
import type { Backfill, DrawnCard } from "./backfill-progress.ts";
import { canHoldCard } from "./can-hold-card.ts";
import type { RevokedKeys } from "./revoked-keys.ts";
import { isToBeSigned } from "./sign-card.ts";

export interface SignAllCards extends Omit<BackfillCards, "goal"> {
  readonly employees: Pick<Employees, "find">;
  readonly revokedKeys: Pick<RevokedKeys, "all">;
}

/** So long after the last message SQS may still count too few («GetQueueAttributes», Amazon SQS API Reference). */
const settledMs = 60_000;
const pauseMs = 2000;

/**
 * Has every card drawn again that has no signature, or one of a key that was revoked, until a walk past all of them finds none: what the
 * renderer could not sign is asked for again once the queue is empty. It ends, too, when a walk has to ask for as many as the one
 * before. Stopped or killed, it goes on where its last page ended.
 * @returns its progress after each page. It is over when the last one is done and asked for none; asked for some: those cannot be signed
 * @throws Conflict as `backfillCards`
 */
export async function* signAllCards(dependencies: SignAllCards): AsyncGenerator<Backfill> {
  const goal = await allSigned(dependencies);
  for (let before = Number.POSITIVE_INFINITY; ; ) {
    let last: Backfill | undefined;
    for await (const progress of backfillCards({ ...dependencies, goal })) {
      last = progress;
      yield progress;
    }
    if (last?.state !== "done" || last.asked === 0 || last.asked >= before) return;
    before = last.asked;
    await untilDrawn(dependencies);
  }
}

/** Cards that nobody has now (who left or is suspended) are passed by: they are signed when they are drawn next. */
async function allSigned({ employees, revokedKeys, clock }: SignAllCards): Promise<Goal> {
  const revoked = await revokedKeys.all();
  async function isMissed({ employeeId, signedBy }: DrawnCard): Promise<boolean> {
    if (signedBy !== undefined && !revoked.has(signedBy)) return false;
    const [employee, now] = [await employees.find(employeeId), clock.now()];
    if (!employee || !canHoldCard(employee, now)) return false;
    return signedBy !== undefined || isToBeSigned(employee, undefined, dayOf(employee, now));
  }
  return {
    name: ["signed", ...[...revoked].sort()].join("-not-"),
    async missedBy(cards) {
      const missed = await Promise.all(cards.map(isMissed));
      return cards.filter((_, i) => missed[i]);
    },
  };
}

async function untilDrawn({
  redrawQueue,
  sleep,
}: Pick<SignAllCards, "redrawQueue" | "sleep">): Promise<void> {
  await sleep(settledMs);
  while ((await redrawQueue.depth()) > 0) await sleep(pauseMs);
}
