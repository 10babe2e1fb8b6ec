/** A leave of the same person that the rules look at: on its way, or given. */
import * as z from "zod";
import { requestId } from "#shared/request/request.ts";
import { askedKinds } from "./leave-kinds.ts";
import { leaveReasons } from "./leave-reasons.ts";

export const storedLeave = z.object({
  id: requestId,
  kind: z.enum(askedKinds),
  /** First and last day. */
  from: z.string(),
  to: z.string(),
  reason: z.enum(leaveReasons).exactOptional(),
  isGiven: z.boolean(),
  /** The CLTN that it prolongs. */
  extends: z.string().exactOptional(),
  /** Called back: the first day of work. `to` is the day before it then. */
  recalledFrom: z.string().exactOptional(),
  /** Days that are still the person's after a call back. */
  restDays: z.int().exactOptional(),
});
export type StoredLeave = Readonly<z.infer<typeof storedLeave>>;
