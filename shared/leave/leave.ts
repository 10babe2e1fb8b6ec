/** What a request for leave says, as the page sends it. What of it is right, judge-leave.ts tells. */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { personId } from "#shared/access/role.ts";
import { askedKinds } from "./leave-kinds.ts";
import { type LeaveEvidence, leaveEvidence, leaveReasons } from "./leave-reasons.ts";

const day = z.string().max(10);

/** The form's sections II to IV and VI (Peraturan BKN 24/2017, Anak Lampiran 1.b); the others are the office's. */
export const askedLeave = z.strictObject({
  kind: z.enum(askedKinds),
  /** First and last day. */
  from: day,
  to: day,
  /** Of the law's closed list; an annual leave needs none after the first year. */
  reason: z.enum(leaveReasons).exactOptional(),
  /** In the person's own words. */
  words: z.string().max(longestReason),
  /** Where the person is while on leave, and can be reached. */
  address: z.string().max(200),
  phone: z.string().max(20),
  abroad: z.literal(true).exactOptional(),
  /** Its last calendar days, added because the place is hard to reach; they come out of no balance. */
  travelDays: z.int().min(0).max(99).exactOptional(),
  /** Which birth it is, of those while being an employee. */
  birth: z.int().min(1).max(30).exactOptional(),
  /** The given CLTN that it prolongs. */
  extends: z.string().max(60).exactOptional(),
  /** The highest official at the place of work permitted it already in writing (izin sementara); the PYBMC ratifies it. */
  interim: z.literal(true).exactOptional(),
  /** Who stands in (Plh.). */
  standIn: personId.exactOptional(),
  /** What the files prove. */
  evidence: z.array(z.enum(leaveEvidence)),
});
/** As it is sent and kept. */
export type SentLeave = z.infer<typeof askedLeave>;
export type AskedLeave = Readonly<Omit<SentLeave, "evidence">> & {
  readonly evidence: readonly LeaveEvidence[];
};
