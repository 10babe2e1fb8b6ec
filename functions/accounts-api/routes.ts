import * as z from "zod";
import type { RoleHolder } from "#shared/access/principal.ts";
import { keptReason } from "#shared/access/reason.ts";
import { hasRole } from "#shared/access/role.ts";
import { accountAnswer, accountReason } from "#shared/account/account-answers.ts";
import { cancelMfaReset } from "#shared/account/cancel-mfa-reset.ts";
import { modesFor } from "#shared/account/mfa-reset.ts";
import { resendActivation } from "#shared/account/resend-activation.ts";
import { locksOf, unlockAccount } from "#shared/account/unlock-account.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { type Employee, type EmployeeId, employeeId } from "#shared/employee/employee.ts";
import { openRecord } from "#shared/employee/open-record.ts";
import { ok } from "#shared/http/answers.ts";
import { route } from "#shared/http/route.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { logger } from "#shared/runtime/logger.ts";
import { accountIdOf } from "#shared/session/account-state.ts";
import { freezeAccount, unfreezeAccount } from "#shared/session/freeze-account.ts";
import { roleHolder } from "#shared/session/require-session.ts";
import { cancelContactChange } from "#shared/session/wait-for-contact-change.ts";
import { tellAccountEvents } from "./account-events.ts";
import type { AccountsApi } from "./accounts-api.ts";
import { accountAnswerOf } from "./answers.ts";
import { approvalRoutes } from "./approval-routes.ts";
import { askingRoutes } from "./asking-routes.ts";
import { bulkChangeRoutes } from "./bulk-change-routes.ts";
import { decreeRoutes } from "./decree-routes.ts";
import { findToChange } from "./find-to-change.ts";
import { joinRoutes } from "./join-routes.ts";
import { personRoutes } from "./person-routes.ts";
import { transferRoutes } from "./transfer-routes.ts";

const ofAccount = z.strictObject({ id: employeeId });

/** How far back a login is looked for, and what officers are told of. */
const newestEvents = 50;

/** What officers do about the accounts of people in their scope: nobody about the own one (decision 0036). */
export function accountsRoutes(api: AccountsApi) {
  return [
    ...approvalRoutes(api),
    ...decreeRoutes(api),
    ...transferRoutes(api),
    ...joinRoutes(api),
    ...bulkChangeRoutes(api),
    ...personRoutes(api),
    readingRoute(api),
    ...changingRoutes(api),
    ...askingRoutes(api),
  ];
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

/** Who has a role decides about others, so no single officer keeps them out, or opens what was closed. @throws Conflict */
async function refuseRoleHolder(
  { roles, clock }: AccountsApi,
  person: Employee,
  code: "freeze-needs-operators" | "unfreeze-needs-two",
): Promise<void> {
  if (hasRole(await roles.find(person.id), person, clock.now())) throw new Conflict(code);
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
  const events = await tellAccountEvents(api, items, by);
  const lastLoginAt = lastLoginOf(items);
  const modes = modesFor({ person, given, newEmailWaitHours: api.newEmailWaitHours, now });
  const facts = { account, state, locks, lastLoginAt, modes, changes, now };
  const answer = accountAnswerOf(person, { ...facts, hasRole: hasRole(given, person, now) }, by);
  return { ...answer, events };
}

/** With another number the account began anew: who signed in before did so to one that is no more. @param entries newest first */
function lastLoginOf(entries: readonly Pick<AuditEntry, "action" | "at">[]): string | undefined {
  const newest = entries.find(
    ({ action }) => action === "nip-changed" || action.startsWith("signed-in"),
  );
  return newest?.action === "nip-changed" ? undefined : newest?.at;
}
