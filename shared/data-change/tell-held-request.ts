import type * as z from "zod";
import type { Employee } from "#shared/employee/employee.ts";
import { valuesBefore } from "#shared/employee/record-change.ts";
import { asOf } from "#shared/request/move-request.ts";
import { isUnsent, type Request } from "#shared/request/request.ts";
import { requestFactsOf } from "#shared/request/tell-request.ts";
import { proposedOf } from "./data-change.ts";
import type { heldRequest } from "./data-change-answers.ts";

/** A request as its own person reads it at this instant; a draft beside what the record says now. */
export function tellHeldRequest(
  request: Request,
  person: Employee,
  now: Date,
): z.infer<typeof heldRequest> {
  const kind = "data-change";
  const proposed = proposedOf(request);
  const content = isUnsent(request)
    ? { ...proposed, old: valuesBefore(proposed.values, person) }
    : proposed;
  return { ...requestFactsOf(asOf(request, now)), kind, content };
}
