import * as z from "zod";
import { type Approval, type ApprovalKind, approvalId } from "#shared/access/approval.ts";
import {
  approvalAnswer,
  approvalListAnswer,
  refusalRequest,
} from "#shared/access/approval-answers.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import { carryOutRoleChange } from "#shared/access/change-roles.ts";
import {
  approve,
  type CarryOut,
  type DecideApproval,
  refuse,
  withdraw,
} from "#shared/access/decide-approval.ts";
import type { RoleHolder } from "#shared/access/principal.ts";
import type { WritableRoleGrants } from "#shared/access/role-grants.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type AskRole, roleHolder, standingOf } from "#shared/session/require-session.ts";
import { approvalAnswers } from "./answers.ts";

interface DecisionApi extends AskRole {
  readonly employees: Pick<Employees, "find" | "findAll">;
  readonly roles: WritableRoleGrants;
  readonly approvals: Approvals;
}

/** How many are told of at most. */
const mostWaiting = 50;
const mostOwn = 20;

/** What waits for an operator, and how each of it ends. */
export function decisionRoutes(api: DecisionApi) {
  return [
    route({
      method: "GET",
      path: "/api/operator/approvals",
      summary: "What waits for a second operator, and what the reader asked for",
      access: roleHolder(api, "operator"),
      answers: { 200: approvalListAnswer },
      handle: async ({ principal: by }) => {
        const [waiting, own] = await Promise.all([
          api.approvals.waiting("operator", {
            now: api.clock.now(),
            limit: mostWaiting,
            fits: ({ asker }) => asker.id !== by.employeeId,
          }),
          api.approvals.askedBy(by.employeeId, {
            limit: mostOwn,
            fits: ({ kind }) => kind === "roles",
          }),
        ]);
        const answer = await approvalAnswers(api, [...waiting, ...own], by);
        return ok({ waiting: waiting.map(answer), own: own.map(answer) });
      },
    }),
    ...endingRoutes(api),
  ];
}

function endingRoutes(api: DecisionApi) {
  const dependencies = dependenciesOf(api);
  const stated = {
    method: "POST",
    access: roleHolder(api, "operator"),
    params: z.strictObject({ id: approvalId }),
    answers: { 200: approvalAnswer },
  } as const;
  return [
    route({
      ...stated,
      path: "/api/operator/approvals/{id}/approve",
      summary: "Carries out what another operator asked for; 403 and 409 approval-…",
      handle: async ({ principal: by, params: { id } }) =>
        tell(api, await approve(dependencies, { id, by }), by),
    }),
    route({
      ...stated,
      path: "/api/operator/approvals/{id}/refuse",
      summary: "Refuses it, with a reason",
      body: refusalRequest,
      handle: async ({ principal: by, params: { id }, body: { reason } }) =>
        tell(api, await refuse(dependencies, { id, by, reason }), by),
    }),
    route({
      ...stated,
      path: "/api/operator/approvals/{id}/withdraw",
      summary: "Takes the own request back",
      handle: async ({ principal: by, params: { id } }) =>
        tell(api, await withdraw(dependencies, { id, by: by.employeeId }), by),
    }),
  ];
}

function dependenciesOf(api: DecisionApi): DecideApproval {
  return {
    ...api,
    carryOut: { roles: carryOutRoleChange(api) } satisfies Record<
      ApprovalKind<"operator">,
      CarryOut
    >,
    standingOf: (id) => standingOf(api, id),
  };
}

async function tell(api: DecisionApi, approval: Approval, by: RoleHolder) {
  logger.info("approval.ended", { approvalId: approval.id, state: approval.outcome?.state });
  const answer = await approvalAnswers(api, [approval], by);
  return ok(answer(approval));
}
