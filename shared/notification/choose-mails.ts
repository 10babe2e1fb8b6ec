/** What a holder wishes to be mailed (decision 0090). */
import type { EmployeeId } from "#shared/employee/employee.ts";
import { Busy } from "#shared/runtime/errors.ts";
import type { MailPlans, MailWish } from "./mail-plan.ts";

/** Until somebody wishes otherwise. */
const usual: MailWish = "at-once";
/** A mail that is being sent writes the same plan. */
const tries = 5;

export async function mailWishOf(
  { plans }: { readonly plans: Pick<MailPlans, "find"> },
  id: EmployeeId,
): Promise<MailWish> {
  return (await plans.find(id)).wish ?? usual;
}

/** The wish counts from the next mail on, also for what waits for the summary. @throws Busy while mails are being sent */
export async function chooseMails(
  { plans }: { readonly plans: Pick<MailPlans, "find" | "replace"> },
  id: EmployeeId,
  wish: MailWish,
): Promise<void> {
  for (let i = 0; i < tries; i++) {
    const plan = await plans.find(id);
    if ((plan.wish ?? usual) === wish || (await plans.replace({ ...plan, wish }))) return;
  }
  throw new Busy(1);
}
