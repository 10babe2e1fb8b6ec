import * as z from "zod";
import { type Approval, approvalId } from "#shared/access/approval.ts";
import {
  approvalAnswer,
  approvalListAnswer,
  refusalRequest,
  roleChangeRequest,
  roleHolderAnswer,
  roleHolderQuery,
} from "#shared/access/approval-answers.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import {
  askRoleChange,
  type CarryOutRoleChange,
  carryOutRoleChange,
} from "#shared/access/change-roles.ts";
import { approve, type DecideApproval, refuse, withdraw } from "#shared/access/decide-approval.ts";
import type { RoleHolder } from "#shared/access/principal.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { parseNip } from "#shared/employee/nip.ts";
import { created, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import { InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type AskRole, roleHolder, rolesNow } from "#shared/session/require-session.ts";
import { approvalAnswers, roleHolderAnswerOf } from "./answers.ts";

export interface OperatorApi extends AskRole {
  readonly employees: Pick<Employees, "find" | "findAll" | "findByNip" | "inUnit">;
  readonly roles: CarryOutRoleChange["roles"];
  readonly approvals: Approvals;
  readonly limits: Pick<RateLimits, "count">;
}

/** How many are told of at most. */
const mostWaiting = 50;
const mostOwn = 20;

const ofApproval = z.strictObject({ id: approvalId });

/** Roles are given and taken by two operators: one asks, another one decides (decision 0024). */
export function operatorRoutes(api: OperatorApi) {
  return [...askingRoutes(api), ...decidingRoutes(api)];
}

/** Long: a table, one entry for each route. */
function askingRoutes(api: OperatorApi) {
  const access = roleHolder(api, "operator");
  return [
    route({
      method: "POST",
      readsOnly: true,
      path: "/api/operator/role-holders/search",
      summary: "The roles of the person with a NIP",
      access,
      body: roleHolderQuery,
      answers: { 200: roleHolderAnswer },
      handle: async ({ principal: by, body, request }) => {
        const nip = parseNip(body.nip);
        if (!nip) throw new InvalidInput({ field: "nip", code: "nip-malformed" });
        // As a search of records: who looked, never for whom (decision 0014).
        request.note({ outcome: "records-searched" });
        const person = await api.employees.findByNip(nip);
        if (!person) throw new NotFound("Nobody has this NIP.");
        return ok(roleHolderAnswerOf(person, await api.roles.find(person.id), by));
      },
    }),
    route({
      method: "POST",
      path: "/api/operator/role-changes",
      summary: "Asks a second operator to approve a change of roles; 409 roles-changed",
      access,
      body: roleChangeRequest,
      answers: { 201: approvalAnswer },
      handle: async ({ principal: by, body: { id, ...change } }) => {
        const person = await api.employees.find(id);
        if (!person) throw new NotFound("No such person.");
        const approval = await askRoleChange(api, { ...change, person, by: by.employeeId });
        logger.info("approval.asked", { approvalId: approval.id });
        return created(await answerOf(api, approval, by));
      },
    }),
    route({
      method: "GET",
      path: "/api/operator/approvals",
      summary: "What waits for a second operator, and what the reader asked for",
      access,
      answers: { 200: approvalListAnswer },
      handle: async ({ principal: by }) => {
        const [waiting, own] = await Promise.all([
          api.approvals.waiting("operator", api.clock.now(), mostWaiting),
          api.approvals.askedBy(by.employeeId, mostOwn),
        ]);
        const others = waiting.filter(({ asker }) => asker.id !== by.employeeId);
        const [told, toldOwn] = await approvalAnswers(api, [others, own], by);
        return ok({ waiting: told ?? [], own: toldOwn ?? [] });
      },
    }),
  ];
}

/** Long: a table, one entry for each route. */
function decidingRoutes(api: OperatorApi) {
  const stated = {
    method: "POST",
    access: roleHolder(api, "operator"),
    params: ofApproval,
    answers: { 200: approvalAnswer },
  } as const;
  const dependencies: DecideApproval = {
    ...api,
    carryOut: { roles: carryOutRoleChange(api) },
    rolesNow: (id) => rolesNow(api, id),
  };
  const tell = async (approval: Approval, by: RoleHolder) => {
    logger.info(`approval.${approval.outcome?.state ?? "asked"}`, { approvalId: approval.id });
    return ok(await answerOf(api, approval, by));
  };
  return [
    route({
      ...stated,
      path: "/api/operator/approvals/{id}/approve",
      summary:
        "Approves what another operator asked for: it is done at once; 403 and 409 approval-…",
      handle: async ({ principal: by, params: { id } }) =>
        tell(await approve(dependencies, { id, by }), by),
    }),
    route({
      ...stated,
      path: "/api/operator/approvals/{id}/refuse",
      summary: "Refuses it, with a reason",
      body: refusalRequest,
      handle: async ({ principal: by, params: { id }, body: { reason } }) =>
        tell(await refuse(dependencies, { id, by, reason }), by),
    }),
    route({
      ...stated,
      path: "/api/operator/approvals/{id}/withdraw",
      summary: "Takes the own request back",
      handle: async ({ principal: by, params: { id } }) =>
        tell(await withdraw(dependencies, { id, by: by.employeeId }), by),
    }),
  ];
}

async function answerOf(api: OperatorApi, approval: Approval, by: RoleHolder) {
  const [[answer] = []] = await approvalAnswers(api, [[approval]], by);
  if (!answer) throw new Error("An approval has no answer.");
  return answer;
}
