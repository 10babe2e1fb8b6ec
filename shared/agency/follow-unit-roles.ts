import type { ApprovalId } from "#shared/access/approval.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import { renameUnitRoles } from "#shared/access/rename-unit-roles.ts";
import type { WritableRoleGrants } from "#shared/access/role-grants.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { unitChangeFacts } from "./decide-unit-change.ts";
import type { RolePhase } from "./unit-moves.ts";

export interface FollowUnitRoles {
  readonly approvals: Pick<Approvals, "find">;
  readonly roles: Pick<WritableRoleGrants, "find" | "save" | "ofUnits">;
  readonly clock: Clock;
}

/**
 * Does to roles what an approved change of a unit says, and nothing else: whoever asks names only the approval, which is read here.
 * @throws Error when it is not an approved one that people follow
 */
export async function followUnitRoles(
  { approvals, roles, clock }: FollowUnitRoles,
  { approvalId, phase }: { readonly approvalId: ApprovalId; readonly phase: RolePhase },
): Promise<void> {
  const approval = await approvals.find(approvalId);
  const { kind, outcome, subject, asker, reason } = approval ?? {};
  const isApproved = kind === "unit-change" && outcome?.state === "approved";
  const { move } = isApproved ? unitChangeFacts.parse(approval?.old) : {};
  if (!(move && subject && asker && outcome && reason !== undefined))
    throw new Error("No unit was renamed or merged by this approval.");
  const { instansiId } = subject;
  const by = { asker: asker.id, approver: outcome.by, reason };
  await renameUnitRoles({ roles, clock }, { instansiId, ...move, ...by }, phase);
}
