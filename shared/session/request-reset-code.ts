import { Unauthenticated } from "#shared/runtime/errors.ts";
import type { RecoveryQueue } from "./recovery-queue.ts";
import type { ResetStep } from "./step.ts";
import type { StepTable } from "./step-table.ts";

/**
 * «Kirim»: takes the e-mail and answers at once; account-recovery looks it up afterwards, so body, status and time
 * are the same for everybody (threat 1). Each step asks once; another e-mail begins with another captcha.
 * @throws Unauthenticated `step-expired`
 */
export async function requestResetCode(
  { steps, recoveries }: { steps: Pick<StepTable, "ask">; recoveries: Pick<RecoveryQueue, "send"> },
  { step, email }: { step: ResetStep; email: string },
): Promise<void> {
  if (!(await steps.ask(step.id, email))) throw new Unauthenticated("step-expired");
  await recoveries.send({ stepId: step.id });
}
