/** The holder's way to another telephone number: both factors, then a wait. Nothing is sent to the number: there is no SMS. */

import type { Origin } from "#shared/audit/origin.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { keptChange, problemsOf } from "#shared/employee/employee-rules.ts";
import type { HttpRequest } from "#shared/http/http-request.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { type ConfirmIdentity, confirmIdentity, type IdentityProof } from "./confirm-identity.ts";
import { type LetChangeWait, letChangeWait } from "./wait-for-contact-change.ts";

/** @throws InvalidInput by the record's rules (`phone-malformed`, `too-long`), `nothing-changed`; as confirmIdentity */
export async function askNewPhone(
  dependencies: ConfirmIdentity & LetChangeWait,
  request: HttpRequest,
  {
    employee,
    phone,
    proof,
    origin,
  }: {
    readonly employee: Employee;
    readonly phone: string;
    readonly proof: IdentityProof;
    readonly origin: Origin;
  },
): Promise<void> {
  const { id: employeeId, phone: from } = employee;
  const problems = problemsOf({ phone }, employee);
  if (problems.length > 0) throw new InvalidInput(...problems);
  const { phone: to } = keptChange({ phone });
  if (to === undefined) throw new InvalidInput({ field: "phone", code: "required" });
  if (to.replaceAll(/\D/g, "") === from?.replaceAll(/\D/g, ""))
    throw new InvalidInput({ field: "phone", code: "nothing-changed" });
  await confirmIdentity(dependencies, request, { employee, proof });
  await letChangeWait(dependencies, { employeeId, field: "phone", from, to }, origin);
}
