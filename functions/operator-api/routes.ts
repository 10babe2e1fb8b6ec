import {
  approvalAnswer,
  freezeRequest,
  roleChangeRequest,
  roleHolderAnswer,
  roleHolderQuery,
} from "#shared/access/approval-answers.ts";
import { askRoleChange } from "#shared/access/change-roles.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import { parseNip } from "#shared/employee/nip.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import { askFreeze } from "#shared/session/decide-freeze.ts";
import { roleHolder } from "#shared/session/require-session.ts";
import { roleHolderAnswerOf } from "./answers.ts";
import { decisionRoutes, tellAsked } from "./decision-routes.ts";
import type { OperatorApi } from "./operator-api.ts";

/** Roles are given and taken by two operators, and accounts of who has one frozen: one asks, another one decides (decisions 0024, 0036). */
export function operatorRoutes(api: OperatorApi) {
  return [...askingRoutes(api), ...decisionRoutes(api)];
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
        const person = await personOf(api, id);
        const approval = await askRoleChange(api, { ...change, person, by: by.employeeId });
        return await tellAsked(api, approval, by);
      },
    }),
    route({
      method: "POST",
      path: "/api/operator/account-freezes",
      summary: "Asks a second operator to freeze an account",
      access,
      body: freezeRequest,
      answers: { 201: approvalAnswer },
      handle: async ({ principal: by, body: { id, ...request } }) => {
        const person = await personOf(api, id);
        return await tellAsked(api, await askFreeze(api, { ...request, person, by }), by);
      },
    }),
  ];
}

async function personOf({ employees }: OperatorApi, id: EmployeeId): Promise<Employee> {
  const person = await employees.find(id);
  if (!person) throw new NotFound("No such person.");
  return person;
}

async function personWith({ employees }: OperatorApi, typed: string): Promise<Employee> {
  const nip = parseNip(typed);
  if (!nip) throw new InvalidInput({ field: "nip", code: "nip-malformed" });
  const person = await employees.findByNip(nip);
  if (!person) throw new NotFound("Nobody has this NIP.");
  return person;
}
