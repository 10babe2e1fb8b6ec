import * as z from "zod";
import { refuseOwnRecord } from "#shared/access/own-record.ts";
import type { RoleHolder } from "#shared/access/principal.ts";
import { keptReason } from "#shared/access/reason.ts";
import { hasRole } from "#shared/access/role.ts";
import {
  accountAnswer,
  accountReason,
  emailCorrectionRequest,
  mfaResetRequest,
  unfreezeRequest,
} from "#shared/account/account-answers.ts";
import { askMailedCode } from "#shared/account/ask-mailed-code.ts";
import { askMfaReset, requireMode } from "#shared/account/ask-mfa-reset.ts";
import { cancelMfaReset } from "#shared/account/cancel-mfa-reset.ts";
import { askEmailCorrection } from "#shared/account/correct-email.ts";
import { modesFor } from "#shared/account/mfa-reset.ts";
import { resendActivation } from "#shared/account/resend-activation.ts";
import { locksOf, unlockAccount } from "#shared/account/unlock-account.ts";
import { type Employee, type EmployeeId, employeeId } from "#shared/employee/employee.ts";
import { findOwn } from "#shared/employee/find-own.ts";
import { openRecord } from "#shared/employee/open-record.ts";
import { noContent, ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import type { Limit } from "#shared/rate-limit/rate-limits.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { accountIdOf } from "#shared/session/account-state.ts";
import { askUnfreeze } from "#shared/session/decide-freeze.ts";
import { freezeAccount, unfreezeAccount } from "#shared/session/freeze-account.ts";
import { roleHolder } from "#shared/session/require-session.ts";
import { cancelContactChange } from "#shared/session/wait-for-contact-change.ts";
import { tellAccountEvents } from "./account-events.ts";
import type { AccountsApi } from "./accounts-api.ts";
import { accountAnswerOf } from "./answers.ts";
import { agencyApproval } from "./approval-answers.ts";
import { approvalRoutes, tellAsked } from "./approval-routes.ts";

const ofAccount = z.strictObject({ id: employeeId });

/** More than one officer does by hand; a stolen session freezes no whole agency. */
const perOfficer: Limit = { name: "account-changed", max: 60, windowSeconds: 3600 };

/** How far back a login is looked for, and what officers are told of. */
const newestEvents = 50;

/** What officers do about the accounts of people in their scope: nobody about the own one (decision 0036). */
export function accountsRoutes(api: AccountsApi) {
  return [...approvalRoutes(api), readingRoute(api), ...changingRoutes(api), ...askingRoutes(api)];
}

function readingRoute(api: AccountsApi) {
  return route({
    method: "GET",
    path: "/api/accounts/{id}",
    summary: "How somebody gets in, without any secret",
    access: roleHolder(api, "petugas", "penyetuju", "auditor"),
    params: ofAccount,
    answers: { 200: accountAnswer },
    handle: async ({ principal: by, params: { id } }) =>
      ok(await answerOf(api, await openRecord(api, { id, by }), by)),
  });
}

/** What one officer may do alone, because it lets nobody in. Long: a table, one entry for each route. */
function changingRoutes(api: AccountsApi) {
  const stated = {
    method: "POST",
    access: roleHolder(api, "petugas"),
    params: ofAccount,
    body: accountReason,
    answers: { 200: accountAnswer },
  } as const;
  const change = async (
    { id, by, reason }: { id: EmployeeId; by: RoleHolder; reason: string },
    carryOut: (decision: Decision) => Promise<unknown>,
  ) => {
    const person = await findToChange(api, id, by);
    const actor = { role: "officer", id: by.employeeId } as const;
    await carryOut({ person, by: actor, reason: keptReason(reason) });
    return ok(await answerOf(api, person, by));
  };
  return [
    route({
      ...stated,
      path: "/api/accounts/{id}/unlock",
      summary: "Forgets wrong passwords and codes, so that the holder may try again",
      handle: ({ principal: by, params: { id }, body: { reason } }) =>
        change({ id, by, reason }, (decision) => unlockAccount(api, decision)),
    }),
    route({
      ...stated,
      path: "/api/accounts/{id}/freeze",
      summary:
        "Ends all sessions, and lets nobody in; 409 freeze-needs-operators of who has a role",
      handle: ({ principal: by, params: { id }, body: { reason } }) =>
        change({ id, by, reason }, async (decision) => {
          await refuseRoleHolder(api, decision.person, "freeze-needs-operators");
          await freezeAccount(api, decision);
        }),
    }),
    route({
      ...stated,
      path: "/api/accounts/{id}/unfreeze",
      summary: "Lifts what one officer froze; 409 account-not-frozen, unfreeze-needs-two",
      handle: ({ principal: by, params: { id }, body: { reason } }) =>
        change({ id, by, reason }, async (decision) => {
          await refuseRoleHolder(api, decision.person, "unfreeze-needs-two");
          await unfreezeAccount(api, decision);
        }),
    }),
    route({
      ...stated,
      path: "/api/accounts/{id}/activation-mail",
      summary: "Mails the steps of an activation, without any secret; 409 account-activated",
      handle: ({ principal: by, params: { id }, body: { reason } }) =>
        change({ id, by, reason }, (decision) => resendActivation(api, decision)),
    }),
    route({
      ...stated,
      path: "/api/accounts/{id}/email-change/cancel",
      summary: "Stops a change of the address that the holder asked for",
      handle: ({ principal: by, params: { id }, body: { reason } }) =>
        change({ id, by, reason }, ({ person, ...decision }) =>
          cancelContactChange(api, { employeeId: person.id, field: "email", ...decision }),
        ),
    }),
    route({
      ...stated,
      path: "/api/accounts/{id}/phone-change/cancel",
      summary: "Stops a change of the number that the holder asked for",
      handle: ({ principal: by, params: { id }, body: { reason } }) =>
        change({ id, by, reason }, ({ person, ...decision }) =>
          cancelContactChange(api, { employeeId: person.id, field: "phone", ...decision }),
        ),
    }),
    route({
      ...stated,
      path: "/api/accounts/{id}/mfa-reset/cancel",
      summary: "Takes a reset of the second factor back that was asked for or waits",
      handle: ({ principal: by, params: { id }, body: { reason } }) =>
        change({ id, by, reason }, ({ person, ...decision }) =>
          cancelMfaReset(api, { id: person.id, ...decision }),
        ),
    }),
  ];
}

interface Decision {
  readonly person: Employee;
  readonly by: { readonly role: "officer"; readonly id: EmployeeId };
  readonly reason: string;
}

/** What a penyetuju has to approve. Long: a table, one entry for each route. */
function askingRoutes(api: AccountsApi) {
  const stated = {
    method: "POST",
    access: roleHolder(api, "petugas"),
    params: ofAccount,
  } as const;
  return [
    route({
      ...stated,
      path: "/api/accounts/{id}/mfa-reset/code",
      summary: "Mails the holder a code; 409 mfa-reset-needs-wait, email-too-new, email-missing",
      answers: { 204: "nothing" },
      handle: async ({ principal: by, params: { id } }) => {
        const person = await findToChange(api, id, by);
        await requireMode(api, "counter", person);
        await askMailedCode(api, { employeeId: id, purpose: "counter", address: person.email });
        return noContent();
      },
    }),
    route({
      ...stated,
      path: "/api/accounts/{id}/mfa-reset",
      summary: "Asks that the holder may register another authenticator",
      body: mfaResetRequest,
      answers: { 201: agencyApproval },
      handle: async ({ principal: by, params: { id }, body }) => {
        const person = await findToChange(api, id, by);
        return await tellAsked(api, await askMfaReset(api, { ...body, person, by }), by);
      },
    }),
    route({
      ...stated,
      path: "/api/accounts/{id}/unfreeze-request",
      summary: "Asks that a freeze be lifted that two must lift; 409 account-not-frozen",
      body: unfreezeRequest,
      answers: { 201: agencyApproval },
      handle: async ({ principal: by, params: { id }, body }) => {
        const person = await findToChange(api, id, by);
        return await tellAsked(api, await askUnfreeze(api, { ...body, person, by }), by);
      },
    }),
    route({
      ...stated,
      path: "/api/accounts/{id}/email-correction",
      summary: "Asks for another address of an account that was never activated",
      body: emailCorrectionRequest,
      answers: { 201: agencyApproval },
      handle: async ({ principal: by, params: { id }, body }) => {
        const person = await findToChange(api, id, by);
        return await tellAsked(api, await askEmailCorrection(api, { ...body, person, by }), by);
      },
    }),
  ];
}

/** Who has a role decides about others, so no single officer keeps them out, or opens what was closed. @throws Conflict */
async function refuseRoleHolder(
  { roles, clock }: AccountsApi,
  person: Employee,
  code: "freeze-needs-operators" | "unfreeze-needs-two",
): Promise<void> {
  if (hasRole(await roles.find(person.id), person, clock.now())) throw new Conflict(code);
}

/** @throws NotFound outside of the scope; Forbidden `own-record`; TooManyAttempts */
async function findToChange(
  { employees, limits, clock }: AccountsApi,
  id: EmployeeId,
  by: RoleHolder,
): Promise<Employee> {
  const person = await findOwn(employees, id, by);
  refuseOwnRecord(id, by);
  await limits.count(perOfficer, by.employeeId, clock.now());
  return person;
}

async function answerOf(api: AccountsApi, person: Employee, by: RoleHolder) {
  const now = api.clock.now();
  const [account, given, state, locks, { items }, changes] = await Promise.all([
    api.accountRecords.summary(person.id),
    api.roles.find(person.id),
    api.sessions.findAccount(accountIdOf(person.nip)),
    locksOf(api, person),
    api.accountHistory.page({ employeeId: person.id, limit: newestEvents }),
    api.contactChanges.of(person.id),
  ]);
  if (!account) logger.error("account.missing", { employeeId: person.id });
  const events = await tellAccountEvents(api, items);
  const lastLoginAt = items.find(({ action }) => action.startsWith("signed-in"))?.at;
  const modes = modesFor({ person, given, newEmailWaitHours: api.newEmailWaitHours, now });
  const facts = { account, state, locks, lastLoginAt, modes, changes, now };
  const answer = accountAnswerOf(person, { ...facts, hasRole: hasRole(given, person, now) }, by);
  return { ...answer, events };
}
