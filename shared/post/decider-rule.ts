/** Which post decides for whom, as officers enter it (decision 0101). The most special rule counts: of the person, of the own unit, of the next one above, of the agency. */
import * as z from "zod";
import { type OrgUnitId, orgUnitId } from "#shared/agency/org-unit.ts";
import { type EmployeeId, employeeId } from "#shared/employee/employee.ts";
import { delegableLeave, type leaveKinds, leavePlaces } from "./leave-kinds.ts";
import { postId } from "./post.ts";

/** What is asked for. */
export interface LeaveMatter {
  readonly leave: (typeof leaveKinds)[number];
  readonly place: (typeof leavePlaces)[number];
}

/** A person, a unit with all below it, or everybody. */
export type RuleTarget = "agency" | OrgUnitId | EmployeeId;
export const ruleTarget: z.ZodType<RuleTarget, string> = z.union([
  z.literal("agency"),
  orgUnitId,
  employeeId,
]);

const leaveGrant = z.object({
  /** Absent: all that can be delegated. */
  kinds: z.array(z.enum(delegableLeave)).readonly().exactOptional(),
  place: z.enum(leavePlaces),
  post: postId,
});
export type LeaveGrant = Readonly<z.infer<typeof leaveGrant>>;

export const deciderRule = z.object({
  instansiId: z.string(),
  target: ruleTarget,
  /** Atasan langsung. */
  superior: postId.exactOptional(),
  /** PyBMC by delegation; the first that fits counts. */
  grants: z.array(leaveGrant).readonly(),
  /** Of the agency alone: the PPK's post, which grants what nobody else was given. */
  ppk: postId.exactOptional(),
  /** Counts its changes, from 1. */
  revision: z.int(),
});
export type DeciderRule = Readonly<z.infer<typeof deciderRule>>;

/** Delegations of one rule. */
export const mostGrants = 12;
