import * as z from "zod";
import { approvalId } from "#shared/access/approval.ts";
import { type FollowUnitRoles, followUnitRoles } from "#shared/agency/follow-unit-roles.ts";
import { logger } from "#shared/runtime/logger.ts";

const request = z.strictObject({ approvalId, phase: z.enum(["open", "close"]) });

/** Lets roles follow a unit that two people renamed or merged. Whoever invokes it names the approval, and no role. */
export function followRoles(api: FollowUnitRoles) {
  return async (event: unknown): Promise<void> => {
    const asked = request.parse(event);
    await followUnitRoles(api, asked);
    logger.info("roles.followed", asked);
  };
}
