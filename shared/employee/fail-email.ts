import type { Clock } from "#shared/runtime/clock.ts";
import type { EmployeeId } from "./employee.ts";
import type { WritableEmployees } from "./employees.ts";
import { failEmail } from "./revision.ts";

/**
 * Notes on the record that mails to its e-mail address come back, so that an officer asks for another one. It is found by the address:
 * if the address has changed meanwhile, nobody has it, and nothing is noted.
 * @returns whose address it is, unless it is nobody's, and whether that was noted now or before
 * @throws Conflict `record-changed`, for the queue to try again
 */
export async function noteFailedEmail(
  {
    employees,
    clock,
  }: { employees: Pick<WritableEmployees, "findByEmail" | "save">; clock: Clock },
  email: string,
): Promise<FailedEmail> {
  const employee = await employees.findByEmail(email);
  if (!employee) return { outcome: "nobodys" };
  if (employee.emailFailedAt) return { outcome: "noted-before", employeeId: employee.id };
  await employees.save(failEmail(employee, { at: clock.now(), actor: { role: "system" } }));
  return { outcome: "noted", employeeId: employee.id };
}

type FailedEmail =
  | { readonly outcome: "nobodys" }
  | { readonly outcome: "noted" | "noted-before"; readonly employeeId: EmployeeId };
