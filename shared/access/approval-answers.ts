/** What operators' pages are told of roles and of what waits for a second operator, and what they ask. */
import * as z from "zod";
import { approvalId, approvalStates, subjectId } from "./approval.ts";
import { longestReason } from "./reason.ts";
import { grantedRoles, grantSpan, personId } from "./role.ts";

const roles = z.array(grantSpan.strict()).readonly();

const person = {
  id: personId,
  /** With degrees. */
  name: z.string(),
  /** All but the birth year and the last two digits are dots: enough to tell two people of one name apart. */
  maskedNip: z.string(),
  instansi: z.string(),
  unitKerja: z.string(),
};

/** The number travels in the body: an address is kept in logs. */
export const roleHolderQuery = z.strictObject({ nip: z.string().max(100) });

/** Somebody whose roles an operator wants to change. */
export const roleHolderAnswer = z.strictObject({
  ...person,
  instansiId: z.string(),
  /** Of the roles: what is asked for is asked of these. */
  revision: z.int(),
  roles,
  /** It is the operator who asks: another operator asks for this one. */
  isSelf: z.boolean(),
});
export type RoleHolderAnswer = z.infer<typeof roleHolderAnswer>;

export const roleChangeRequest = z.strictObject({
  /** Client-made UUID: the same request twice asks once. */
  requestId: z.uuid(),
  id: personId,
  revision: z.int().min(0),
  action: z.enum(["grant", "revoke"]),
  role: z.enum(grantedRoles),
  /** One unit, exactly as it stands in the records; without one a grant is for the whole agency, and all of the role is taken. */
  unitKerja: z.string().min(1).max(200).exactOptional(),
  /** The last day of a grant, in Jakarta. */
  until: z.iso.date({ error: "day-malformed" }).exactOptional(),
  reason: z.string().max(longestReason),
});
export type RoleChangeRequest = z.input<typeof roleChangeRequest>;

/** Of an account that two operators freeze. */
export const freezeRequest = z.strictObject({
  requestId: z.uuid(),
  id: personId,
  reason: z.string().max(longestReason),
});

const named = z.strictObject({ name: z.string().exactOptional() });

/** What is told of an approval of any kind. */
export const toldApproval = z.strictObject({
  id: approvalId,
  /**
   * What the record says of the person now, and for which agency it was asked. Without a readable record, and of what is no
   * person, the latter alone.
   */
  subject: z
    .strictObject({ ...person, id: subjectId, instansiId: z.string() })
    .partial({ name: true, maskedNip: true, instansi: true, unitKerja: true }),
  reason: z.string(),
  asker: named,
  askedAt: z.iso.datetime(),
  until: z.iso.datetime(),
  state: z.enum(approvalStates),
  /** It waits, but what it is about is not as it was asked for any more: it can be ended, not approved. */
  isOutdated: z.boolean(),
  /** Who ended it and when; the reason of a refusal. */
  outcome: z
    .strictObject({
      ...named.shape,
      at: z.iso.datetime(),
      reason: z.string().exactOptional(),
    })
    .exactOptional(),
  /** What the reader may do with it; the server refuses all else by itself. */
  may: z.enum(["decide", "withdraw", "nothing"]),
});
export type ToldApproval = z.infer<typeof toldApproval>;

/** What operators decide. */
export const approvalAnswer = toldApproval.extend({
  change: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("roles"), from: roles, to: roles }),
    z.strictObject({ kind: z.literal("account-freeze") }),
  ]),
});
export type ApprovalAnswer = z.infer<typeof approvalAnswer>;

export const approvalListAnswer = z.strictObject({
  /** Of others, what can be decided now; the one that ends first is first, at most fifty. */
  waiting: z.array(approvalAnswer).readonly(),
  /** The reader's own, in every state, newest first, at most twenty. */
  own: z.array(approvalAnswer).readonly(),
});

export const refusalRequest = z.strictObject({ reason: z.string().max(longestReason) });
