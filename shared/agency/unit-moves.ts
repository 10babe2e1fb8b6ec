/** The bulk work by which people follow a unit that was renamed or merged. */
import * as z from "zod";
import { type ApprovalId, approvalId } from "#shared/access/approval.ts";
import { askerOf, type BulkKinds, BulkMissing } from "#shared/bulk/bulk.ts";
import { type FollowUnit, followUnit } from "./follow-unit.ts";
import { unitMove } from "./unit-change.ts";

/** Parameters of the work. */
const unitWork = z.object({
  ...{ approvalId, move: unitMove, reason: z.string() },
  /** Work from before operators could ask has none. */
  askedAs: z.enum(["officer", "operator"]).default("officer"),
});

export type RolePhase = "open" | "close";

/** Moves the roles that a unit's old names have, as an approved change says (follow-unit-roles.ts). */
export interface RoleFollower {
  follow(request: { readonly approvalId: ApprovalId; readonly phase: RolePhase }): Promise<void>;
}

/** @param dependencies.roles who may write roles is another function, which reads the approval itself */
export function unitMoves({
  roles,
  ...tables
}: Omit<FollowUnit, "roles"> & { readonly roles: RoleFollower }): BulkKinds["unit-move"] {
  return {
    step: async ({ instansiId, approvedBy, parameters, cursor, ...bulk }) => {
      const { approvalId: id, move, reason, askedAs } = unitWork.parse(parameters);
      if (approvedBy === undefined) throw new BulkMissing("Nobody approved it.");
      const follow = (phase: RolePhase) => roles.follow({ approvalId: id, phase });
      const asker = { role: askedAs, id: askerOf(bulk) };
      const work = { instansiId, move, asker, approver: approvedBy, reason };
      return await followUnit({ ...tables, roles: { follow } }, work, cursor);
    },
  };
}
