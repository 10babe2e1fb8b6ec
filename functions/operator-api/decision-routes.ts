import * as z from "zod";
import { type Approval, approvalId } from "#shared/access/approval.ts";
import {
  approvalAnswer,
  approvalListAnswer,
  refusalRequest,
} from "#shared/access/approval-answers.ts";
import { roleChanges } from "#shared/access/change-roles.ts";
import type { RoleHolder } from "#shared/access/principal.ts";
import { created } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { logger } from "#shared/runtime/logger.ts";
import { approvalDesk } from "#shared/session/approval-desk.ts";
import { accountFreezes } from "#shared/session/decide-freeze.ts";
import { roleHolder } from "#shared/session/require-session.ts";
import { approvalAnswers } from "./answers.ts";
import type { OperatorApi } from "./operator-api.ts";

/** What waits for an operator, and how each of it ends. Long: a table, one entry for each route. */
export function decisionRoutes(api: OperatorApi) {
  const kinds = { roles: roleChanges(api), "account-freeze": accountFreezes(api) };
  const desk = approvalDesk(api, "operator", kinds, (approvals, by) =>
    approvalAnswers({ ...api, kinds }, approvals, by),
  );
  const access = roleHolder(api, "operator");
  const stated = {
    method: "POST",
    access,
    params: z.strictObject({ id: approvalId }),
    answers: { 200: approvalAnswer },
  } as const;
  return [
    route({
      method: "GET",
      path: "/api/operator/approvals",
      summary: "What waits for a second operator, and what the reader asked for",
      access,
      answers: { 200: approvalListAnswer },
      handle: desk.list,
    }),
    route({
      ...stated,
      path: "/api/operator/approvals/{id}/approve",
      summary: "Carries out what another operator asked for; 403 and 409 approval-…",
      handle: desk.approve,
    }),
    route({
      ...stated,
      path: "/api/operator/approvals/{id}/refuse",
      summary: "Refuses it, with a reason",
      body: refusalRequest,
      handle: desk.refuse,
    }),
    route({
      ...stated,
      path: "/api/operator/approvals/{id}/withdraw",
      summary: "Takes the own request back",
      handle: desk.withdraw,
    }),
  ];
}

/** What an operator has just asked for. */
export async function tellAsked(api: OperatorApi, approval: Approval, by: RoleHolder) {
  logger.info("approval.asked", { approvalId: approval.id });
  // What was asked at this moment is not outdated.
  const answer = await approvalAnswers({ ...api, kinds: {} }, [approval], by);
  return created(answer(approval));
}
