import type { RecoveryQueue } from "#shared/account/recovery-queue.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { TooManyAttempts, Unauthenticated } from "#shared/runtime/errors.ts";
import { secretId } from "./secret.ts";
import { askAgainSeconds, type ResetStep } from "./step.ts";
import type { StepTable } from "./step-table.ts";

/**
 * «Kirim»: takes the e-mail and answers at once; account-recovery looks it up afterwards, so body, status and time
 * are the same for everybody (threat 1). The same e-mail may be asked for again, a few times; another e-mail begins with
 * another captcha.
 * @throws Unauthenticated `step-expired`; TooManyAttempts when it is too soon or was asked for often enough
 */
export async function requestResetCode(
  {
    steps,
    recoveries,
    clock,
  }: {
    steps: Pick<StepTable, "ask">;
    recoveries: Pick<RecoveryQueue, "send">;
    clock: Clock;
  },
  { step, email }: { step: ResetStep; email: string },
): Promise<void> {
  if (!(await steps.ask(step.id, email, clock.now()))) {
    const isAgain = step.state !== "checked" && step.askedFor === secretId(email);
    if (!isAgain) throw new Unauthenticated("step-expired");
    throw new TooManyAttempts(askAgainSeconds);
  }
  await recoveries.send({ stepId: step.id });
}
