import { dayOf, type Employee } from "#shared/employee/employee.ts";
import { freeIn } from "./leave-balance.ts";
import { openedFor, type ReadLeave } from "./leave-case.ts";
import { accountOf } from "./leave-ledger.ts";
import { yearOf } from "./leave-span.ts";

/** What can still be asked for of the annual leave of this year, in working days. */
export async function leaveLeft(
  { ledgers, clock }: Pick<ReadLeave, "ledgers" | "clock">,
  person: Employee,
): Promise<{ readonly year: number; readonly days: number }> {
  const today = dayOf(person, clock.now());
  const year = yearOf(today);
  const ledger = await ledgers.find(person.id);
  return { year, days: freeIn(accountOf(openedFor(ledger, person, { today })), year) };
}
