import {
  approvalAnswer,
  roleChangeRequest,
  roleHolderAnswer,
  roleHolderQuery,
} from "#shared/access/approval-answers.ts";
import type { Approvals } from "#shared/access/approvals.ts";
import { askRoleChange } from "#shared/access/change-roles.ts";
import type { WritableRoleGrants } from "#shared/access/role-grants.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { parseNip } from "#shared/employee/nip.ts";
import { created, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import { InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { type AskRole, roleHolder } from "#shared/session/require-session.ts";
import { approvalAnswers, roleHolderAnswerOf } from "./answers.ts";
import { decisionRoutes } from "./decision-routes.ts";

export interface OperatorApi extends AskRole {
  readonly employees: Pick<Employees, "find" | "findAll" | "findByNip" | "inUnit">;
  readonly roles: WritableRoleGrants;
  readonly approvals: Approvals;
  readonly limits: Pick<RateLimits, "count">;
}

/** Roles are given and taken by two operators: one asks, another one decides (decision 0024). */
export function operatorRoutes(api: OperatorApi) {
  return [...roleRoutes(api), ...decisionRoutes(api)];
}

function roleRoutes(api: OperatorApi) {
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
        const person = await personWith(api, body.nip);
        // As a search of records: who looked, never for whom (decision 0014).
        request.note({ outcome: "records-searched" });
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
        const answer = await approvalAnswers(api, [approval], by);
        return created(answer(approval));
      },
    }),
  ];
}

async function personWith({ employees }: OperatorApi, typed: string): Promise<Employee> {
  const nip = parseNip(typed);
  if (!nip) throw new InvalidInput({ field: "nip", code: "nip-malformed" });
  const person = await employees.findByNip(nip);
  if (!person) throw new NotFound("Nobody has this NIP.");
  return person;
}
