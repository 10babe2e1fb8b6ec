/** The holder's way to another telephone number: both factors, then a wait. Nothing is sent to the number: there is no SMS. */

import type { Origin } from "#shared/audit/origin.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { isPhone } from "#shared/employee/field-checks.ts";
import type { HttpRequest } from "#shared/http/http-request.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { type ConfirmIdentity, confirmIdentity, type IdentityProof } from "./confirm-identity.ts";
import { type LetChangeWait, letChangeWait } from "./wait-for-contact-change.ts";

/** @throws InvalidInput `phone-malformed`, `nothing-changed`; as confirmIdentity */
export async function askNewPhone(
  dependencies: ConfirmIdentity & LetChangeWait,
  request: HttpRequest,
  {
    employee,
    phone: to,
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
  if (!isPhone(to)) throw new InvalidInput({ field: "phone", code: "phone-malformed" });
  if (to === from) throw new InvalidInput({ field: "phone", code: "nothing-changed" });
  await confirmIdentity(dependencies, request, { employee, proof });
  await letChangeWait(dependencies, { employeeId, field: "phone", from, to }, origin);
}
