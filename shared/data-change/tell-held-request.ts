import type * as z from "zod";
import { asOf } from "#shared/request/move-request.ts";
import type { Request } from "#shared/request/request.ts";
import { requestFactsOf } from "#shared/request/tell-request.ts";
import { proposedOf } from "./data-change.ts";
import type { heldRequest } from "./data-change-answers.ts";

/** A request as its own person reads it at this instant. */
export function tellHeldRequest(request: Request, now: Date): z.infer<typeof heldRequest> {
  const kind = "data-change";
  return { ...requestFactsOf(asOf(request, now)), kind, content: proposedOf(request) };
}
