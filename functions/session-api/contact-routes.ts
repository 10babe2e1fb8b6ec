import type { AccountHistory } from "#shared/account/account-history.ts";
import type { AskMailedCode } from "#shared/account/ask-mailed-code.ts";
import type { ConfirmMailedCode } from "#shared/account/confirm-mailed-code.ts";
import type { MailedCodes } from "#shared/account/mailed-code.ts";
import type { Origin } from "#shared/audit/origin.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { noContent, ok } from "#shared/http/answers.ts";
import { originOf } from "#shared/http/request-origin.ts";
import { route } from "#shared/http/route.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { askNewEmail, askNewEmailAgain, confirmNewEmail } from "#shared/session/change-email.ts";
import { askNewPhone } from "#shared/session/change-phone.ts";
import type { ConfirmIdentity } from "#shared/session/confirm-identity.ts";
import {
  contactAnswer,
  mailedCodeRequest,
  newEmailRequest,
  newPhoneRequest,
} from "#shared/session/contact-answers.ts";
import type { ContactChanges, ContactField } from "#shared/session/contact-change.ts";
import { type AskSession, holder } from "#shared/session/require-session.ts";
import { type OwnAddresses, tellContact } from "#shared/session/tell-contact.ts";
import { cancelContactChange } from "#shared/session/wait-for-contact-change.ts";

/** The dependencies of the routes of the own address and number. */
export interface ContactApi extends ConfirmIdentity, AskMailedCode, ConfirmMailedCode {
  readonly sessions: AskSession["sessions"] & ConfirmIdentity["sessions"];
  readonly employees: AskSession["employees"];
  readonly limits: AskMailedCode["limits"] & ConfirmIdentity["limits"];
  readonly codes: Pick<MailedCodes, "ask" | "find" | "countTry" | "take">;
  readonly contactChanges: Pick<ContactChanges, "set" | "of" | "take">;
  readonly ownAddresses: OwnAddresses;
  readonly accountHistory: Pick<AccountHistory, "note">;
  readonly newEmailWaitHours: number;
}

/** The own e-mail address and telephone number, on the page «Akun». Long: a table, one entry for each route. */
export function contactRoutes(api: ContactApi) {
  const access = holder(api);
  return [
    route({
      method: "GET",
      path: "/api/account/contact",
      summary: "The own address and telephone, and changes that wait",
      access,
      answers: { 200: contactAnswer },
      handle: async ({ principal: { employee } }) => ok(await tellContact(api, employee)),
    }),
    route({
      method: "POST",
      path: "/api/account/email",
      summary: "Asks for a code at a new address, with password and code; alike whoever has it",
      access,
      body: newEmailRequest,
      answers: { 204: "nothing" },
      handle: async ({ principal: { employee }, body: { email, ...proof }, request }) => {
        await askNewEmail(api, request, { employee, email, proof });
        request.note({ outcome: "new-email-asked" });
        return noContent();
      },
    }),
    route({
      method: "POST",
      path: "/api/account/email/code",
      summary: "Mails another code to the same new address",
      access,
      answers: { 204: "nothing" },
      handle: async ({ principal: { employeeId } }) => {
        await askNewEmailAgain(api, employeeId);
        return noContent();
      },
    }),
    route({
      method: "POST",
      path: "/api/account/email/confirm",
      summary: "Takes the code of the new address; the change then waits",
      access,
      body: mailedCodeRequest,
      answers: { 200: contactAnswer },
      handle: async ({ principal: { employee, employeeId }, body: { code }, request }) => {
        await confirmNewEmail(api, { employeeId, code, origin: originOf(request) });
        request.note({ outcome: "new-email-confirmed" });
        return ok(await tellContact(api, employee));
      },
    }),
    route({
      method: "POST",
      path: "/api/account/email/cancel",
      summary: "Stops the change of the address that waits",
      access,
      answers: { 200: contactAnswer },
      handle: async ({ principal: { employee }, request }) => {
        await stop(api, { employeeId: employee.id, field: "email", origin: originOf(request) });
        request.note({ outcome: "new-email-cancelled" });
        return ok(await tellContact(api, employee));
      },
    }),
    route({
      method: "POST",
      path: "/api/account/phone",
      summary: "Lets another telephone number wait, with password and code",
      access,
      body: newPhoneRequest,
      answers: { 200: contactAnswer },
      handle: async ({ principal: { employee }, body: { phone, ...proof }, request }) => {
        const origin = originOf(request);
        await askNewPhone(api, request, { employee, phone, proof, origin });
        request.note({ outcome: "new-phone-asked" });
        return ok(await tellContact(api, employee));
      },
    }),
    route({
      method: "POST",
      path: "/api/account/phone/cancel",
      summary: "Stops the change of the number that waits",
      access,
      answers: { 200: contactAnswer },
      handle: async ({ principal: { employee }, request }) => {
        await stop(api, { employeeId: employee.id, field: "phone", origin: originOf(request) });
        request.note({ outcome: "new-phone-cancelled" });
        return ok(await tellContact(api, employee));
      },
    }),
  ];
}

/** @throws NotFound when no such change waits */
async function stop(
  api: ContactApi,
  {
    employeeId,
    ...change
  }: {
    readonly employeeId: EmployeeId;
    readonly field: ContactField;
    readonly origin: Origin;
  },
): Promise<void> {
  const by = { role: "holder", id: employeeId } as const;
  if (!(await cancelContactChange(api, { employeeId, ...change, by })))
    throw new NotFound("No change waits.");
}
