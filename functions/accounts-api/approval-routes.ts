import * as z from "zod";
import {
  type Approval,
  type ApprovalKind,
  approvalId,
  isDecidedBy,
  queueOf,
} from "#shared/access/approval.ts";
import { refusalRequest } from "#shared/access/approval-answers.ts";
import {
  approve,
  type CarryOut,
  type DecideApproval,
  refuse,
  withdraw,
} from "#shared/access/decide-approval.ts";
import type { RoleHolder } from "#shared/access/principal.ts";
import {
  accountApprovalAnswer,
  accountApprovalListAnswer,
} from "#shared/account/account-answers.ts";
import { carryOutEmailCorrection } from "#shared/account/correct-email.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { logger } from "#shared/runtime/logger.ts";
import { carryOutMfaReset, noteMfaResetEnd } from "#shared/session/decide-mfa-reset.ts";
import { roleHolder, standingOf } from "#shared/session/require-session.ts";
import type { AccountsApi } from "./accounts-api.ts";
import { approvalAnswers } from "./answers.ts";

/** How many are told of at most. */
const mostWaiting = 50;
const mostOwn = 20;

/** What waits for a penyetuju of the agency, and how each of it ends. */
export function approvalRoutes(api: AccountsApi) {
  return [
    route({
      method: "GET",
      path: "/api/accounts/approvals",
      summary: "What waits for this penyetuju, and what the reader asked for",
      access: roleHolder(api, "petugas", "penyetuju"),
      answers: { 200: accountApprovalListAnswer },
      handle: async ({ principal: by }) => {
        const [waiting, own] = await Promise.all([waitingFor(api, by), askedBy(api, by)]);
        const answer = await approvalAnswers(api, [...waiting, ...own], by);
        return ok({ waiting: waiting.map(answer), own: own.map(answer) });
      },
    }),
    ...endingRoutes(api),
  ];
}

/** Only of the own units, and nothing that this reader asked for. */
function waitingFor({ approvals, clock }: AccountsApi, by: RoleHolder): Promise<Approval[]> {
  const queue = queueOf({ decider: "penyetuju", subject: { instansiId: by.instansiId } });
  const fits = (each: Approval) => each.asker.id !== by.employeeId && isDecidedBy(each, by);
  return approvals.waiting(queue, { now: clock.now(), limit: mostWaiting, fits });
}

function askedBy({ approvals }: AccountsApi, by: RoleHolder): Promise<Approval[]> {
  const fits = ({ decider }: Approval) => decider === "penyetuju";
  return approvals.askedBy(by.employeeId, { limit: mostOwn, fits });
}

function endingRoutes(api: AccountsApi) {
  const dependencies = dependenciesOf(api);
  const stated = {
    method: "POST",
    params: z.strictObject({ id: approvalId }),
    answers: { 200: accountApprovalAnswer },
  } as const;
  return [
    route({
      ...stated,
      path: "/api/accounts/approvals/{id}/approve",
      summary: "Carries out what an officer asked for; 403 and 409 approval-…",
      access: roleHolder(api, "penyetuju"),
      handle: async ({ principal: by, params: { id } }) =>
        tell(api, await approve(dependencies, { id, by }), by),
    }),
    route({
      ...stated,
      path: "/api/accounts/approvals/{id}/refuse",
      summary: "Refuses it, with a reason",
      access: roleHolder(api, "penyetuju"),
      body: refusalRequest,
      handle: async ({ principal: by, params: { id }, body: { reason } }) =>
        tell(api, await refuse(dependencies, { id, by, reason }), by),
    }),
    route({
      ...stated,
      path: "/api/accounts/approvals/{id}/withdraw",
      summary: "Takes the own request back",
      access: roleHolder(api, "petugas", "penyetuju"),
      handle: async ({ principal: by, params: { id } }) =>
        tell(api, await withdraw(dependencies, { id, by: by.employeeId }), by),
    }),
  ];
}

function dependenciesOf(api: AccountsApi): DecideApproval {
  return {
    ...api,
    carryOut: {
      "mfa-reset": carryOutMfaReset(api),
      "email-correction": carryOutEmailCorrection(api),
    } satisfies Record<ApprovalKind<"penyetuju">, CarryOut>,
    noteEnd: { "mfa-reset": noteMfaResetEnd },
    standingOf: (id) => standingOf(api, id),
  };
}

async function tell(api: AccountsApi, approval: Approval, by: RoleHolder) {
  logger.info("approval.ended", { approvalId: approval.id, state: approval.outcome?.state });
  const answer = await approvalAnswers(api, [approval], by);
  return ok(answer(approval));
}
