import type { ErrorCode } from "#shared/runtime/codes.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";

interface Effect {
  readonly holds: () => boolean;
  readonly write: () => void;
}

const effects = new WeakMap<JoinedWrite, Effect>();

/** One write of a fake's transaction: the table that writes it knows what it means. */
export function stepInMemory(taken: ErrorCode, effect: Effect): JoinedWrite {
  const step = { taken, write: {} };
  effects.set(step, effect);
  return step;
}

/** As `writeTogether`: all of it or nothing, and the last step whose condition fails names the refusal. */
export function writeInMemory(steps: readonly JoinedWrite[]): void {
  const failed = steps.findLast((step) => !effectOf(step).holds());
  if (failed) throw new Conflict(failed.taken);
  for (const step of steps) effectOf(step).write();
}

function effectOf(step: JoinedWrite): Effect {
  const effect = effects.get(step);
  if (!effect) throw new Error("A step of a real table is in the transaction of a fake one.");
  return effect;
}
