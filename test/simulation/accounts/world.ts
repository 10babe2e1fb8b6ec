/** All routes about accounts, with people whose secrets are their own, and the jobs that run by themselves. */
import type { GrantedRole } from "#shared/access/role.ts";
import { AccountHistory } from "#shared/account/account-history.ts";
import { mailCode } from "#shared/account/mail-code.ts";
import type { MailedCodeMessage, MailedCodes } from "#shared/account/mailed-code.ts";
import { newRecoveryCodes } from "#shared/account/recovery-code.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { Revision } from "#shared/employee/revision.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import type { Route } from "#shared/http/route.ts";
import type { Mail } from "#shared/mail/mail.ts";
import type { MailMessage, NotificationMails } from "#shared/notification/notification.ts";
import { notifyHolder } from "#shared/notification/notify-holder.ts";
import { notifyOfAccountEvent } from "#shared/notification/notify-of-account-event.ts";
import { sendMail } from "#shared/notification/send-mail.ts";
import { FailureRate } from "#shared/rate-limit/failure-rate.ts";
import { carryOutContactChanges } from "#shared/session/carry-out-contact-changes.ts";
import { freezeAccount } from "#shared/session/freeze-account.ts";
import { lookUpReset } from "#shared/session/look-up-reset.ts";
import { smsOf } from "#shared/sms/sms.ts";
import { accountsRoutes } from "../../../functions/accounts-api/routes.ts";
import { operatorRoutes } from "../../../functions/operator-api/routes.ts";
import { accountListRoutes } from "../../../functions/records-api/account-list-routes.ts";
import { recordsRoutes } from "../../../functions/records-api/routes.ts";
import { sessionRoutes } from "../../../functions/session-api/routes.ts";
import { newTotpSecret } from "../../../local/cloud/cognito/totp.ts";
import { Browser, loginLimits, seals } from "../../functions/session-api/session-api-under-test.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { ApprovalsInMemory } from "../../support/approvals-in-memory.ts";
import { AuthChallengesInMemory } from "../../support/auth-challenges-in-memory.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { callApi, handlerOptions, hmacKey, siteUrl } from "../../support/call-api.ts";
import { noCampaigns } from "../../support/campaigns-in-memory.ts";
import { CaptchasInMemory } from "../../support/captchas-in-memory.ts";
import { ContactChangesInMemory } from "../../support/contact-changes-in-memory.ts";
import { DecreesInMemory } from "../../support/decrees-in-memory.ts";
import { DevicesInMemory } from "../../support/devices-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { ExportsInMemory } from "../../support/exports-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { noImports } from "../../support/imports-in-memory.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { LockoutsInMemory } from "../../support/lockouts-in-memory.ts";
import { inboxesInMemory } from "../../support/mail-plans-in-memory.ts";
import { MailedCodesInMemory } from "../../support/mailed-codes-in-memory.ts";
import { MailedLinksInMemory } from "../../support/mailed-links-in-memory.ts";
import { noOwnData } from "../../support/old-reports.ts";
import { OwnAddressesInMemory } from "../../support/own-addresses-in-memory.ts";
import { QrLoginsInMemory } from "../../support/qr-logins-in-memory.ts";
import { aGrant, RolesInMemory } from "../../support/roles-in-memory.ts";
import { SessionsInMemory } from "../../support/sessions-in-memory.ts";
import { UnitsInMemory } from "../../support/units-in-memory.ts";
import { Directory } from "./directory.ts";
import { transferTables } from "./transfer-tables.ts";

const person = (id: EmployeeId, last: number, name: string) =>
  anEmployee({
    ...{ id, name, email: `${id}@contoh.example`, photoId: undefined, gelarBelakang: "" },
    nip: aNip(`1972050520090319${String(last).padStart(2, "0")}`),
  });

/** Two holders with authenticators. */
export const hana = person("emp_hana", 1, "Hana Pemegang");
export const siti = person("emp_siti", 2, "Siti Rahma");
/** Never activated; and activated, without an authenticator. */
export const sari = person("emp_sari", 3, "Sari Baru");
export const tono = person("emp_tono", 4, "Tono Separuh");
export const budi = person("emp_budi", 5, "Budi Petugasanto");
export const rahayu = person("emp_rahayu", 6, "Rahayu Penyetujuwati");
/** Has both roles. */
export const rini = person("emp_rini", 7, "Rini Keduanya");
export const oka = person("emp_oka", 8, "Oka Operatorawan");
export const putu = person("emp_putu", 9, "Putu Operatorwati");
/** Has frozen the own account. */
export const fajar = person("emp_fajar", 10, "Fajar Membeku");
export const everybody = [hana, siti, sari, tono, budi, rahayu, rini, oka, putu, fajar];

const grants: readonly (readonly [Employee, readonly GrantedRole[]])[] = [
  [budi, ["petugas"]],
  [rahayu, ["penyetuju"]],
  [rini, ["petugas", "penyetuju"]],
  [oka, ["operator"]],
  [putu, ["operator"]],
];
export const rolesOf = (person: Employee): readonly GrantedRole[] =>
  grants.find(([who]) => who === person)?.[1] ?? [];

export const passwordOf = ({ id }: Pick<Employee, "id">) => `Tahu-Bulat-${id}-Digoreng-5`;

/** Slow hashes: made once, one set for each of the two that a history may need. */
const recoveryCodes = {
  [hana.id]: await newRecoveryCodes(),
  [siti.id]: await newRecoveryCodes(),
};
export const recoveryCodesOf = ({ id }: Pick<Employee, "id">): readonly string[] =>
  Object.entries(recoveryCodes).find(([owner]) => owner === id)?.[1].codes ?? [];

/** What was mailed to one address. */
export interface Received {
  readonly at: Date;
  /** Of a notice its code, of a mailed code its purpose. */
  readonly about: string;
  readonly code?: string;
  readonly link?: string;
}

export type Parts = ReturnType<typeof partsOf>;
/** A part that does not do what it should. */
export type Break = (parts: Parts, world: Tables) => Partial<Parts>;
type Tables = ReturnType<typeof tablesOf>;
export type World = Awaited<ReturnType<typeof accountsWorld>>;

function tablesOf() {
  const clock = new FakeClock();
  const mailboxes = new Map<string, Received[]>();
  const put = (to: string, mail: Omit<Received, "at">) => {
    mailboxes.set(to, [...(mailboxes.get(to) ?? []), { ...mail, at: clock.now() }]);
  };
  const employees = new EmployeesInMemory(...everybody);
  return {
    ...{ clock, mailboxes, put, employees },
    users: new Directory(clock, (to, code) => put(to, { about: "reset", code })),
    ...{ history: new HistoryInMemory(employees.history), decrees: new DecreesInMemory() },
    ...{ approvals: new ApprovalsInMemory(employees.history), exports: new ExportsInMemory() },
    ...{ sessions: new SessionsInMemory(), roles: new RolesInMemory() },
    ...{ accountRecords: new AccountRecordsInMemory(), ...transferTables() },
    ...{ units: new UnitsInMemory(), ...inboxesInMemory() },
    ...{ contactChanges: new ContactChangesInMemory(), links: new MailedLinksInMemory() },
  };
}

/** What the routes and jobs work with. Long: a table of parts. */
function partsOf(tables: Tables) {
  const { users, put } = tables;
  const limits = new LimitsInMemory();
  const codes: MailedCodes = new MailedCodesInMemory();
  const notices: Pick<NotificationMails, "send"> = {
    send: async (to, code, link) => {
      put(to, { about: code, ...(link && { link: link.secret }) });
      return "sent";
    },
  };
  return {
    ...tables,
    ...{ limits, codes, hmacKey, siteUrl, loginLimits },
    resets: users,
    newUsers: users,
    accounts: users,
    accountHistory: new AccountHistory(tables.history),
    challenges: new AuthChallengesInMemory(),
    qrLogins: new QrLoginsInMemory(),
    captchas: new CaptchasInMemory(),
    lockouts: new LockoutsInMemory(),
    devices: new DevicesInMemory(),
    failureRate: new FailureRate(limits),
    sessionKey: seals,
    authenticatorKey: seals,
    deviceDays: 90,
    newEmailWaitHours: 24,
    workIterations: 1,
    officersRoutes: (routes: readonly Route[]): readonly Route[] => routes,
    /** SES, of codes and of notices. */
    deliverCode: (to: string, purpose: string, code: string) => put(to, { about: purpose, code }),
    notices,
  };
}

export async function accountsWorld(breaks?: Break) {
  const tables = tablesOf();
  const sound = partsOf(tables);
  const parts: Parts = { ...sound, ...breaks?.(sound, tables) };
  const { clock, employees, users } = parts;
  await furnish(parts);
  const jobs = jobsOf(parts);
  const api = {
    ...parts,
    ownAddresses: new OwnAddressesInMemory(parts),
    ...{ resetRequests: { send: jobs.lookUpReset }, codesToMail: { send: jobs.mailCode } },
    ...{ ...noImports(), ...noOwnData, ...noCampaigns(), scans: new CaptchasInMemory() },
  };
  const handler = apiHandler(
    [
      ...sessionRoutes(api),
      ...parts.officersRoutes(recordsRoutes(api)),
      ...accountListRoutes(api),
      ...[...accountsRoutes(api), ...operatorRoutes(api)],
    ],
    { ...handlerOptions, checkAnswers: false },
  );
  return {
    ...{ parts, tables, clock, employees, users },
    browser: () => new Browser((request) => callApi(handler, request)),
    runJobs: jobs.run,
    mailsTo: (address = ""): readonly Received[] => tables.mailboxes.get(address) ?? [],
  };
}

/** Who has which role, password and authenticator at the beginning. */
async function furnish(parts: Parts): Promise<void> {
  const { users, accountRecords, roles, clock } = parts;
  for (const each of everybody) {
    roles.set(each.id, ...rolesOf(each).map((role) => aGrant(role)));
    await accountRecords.add(each, clock.now());
    const key = each === tono ? undefined : newTotpSecret();
    const password = passwordOf(each);
    // Cognito hears of her when she first asks for a code.
    if (each === sari) continue;
    users.users.set(each.nip, { employeeId: each.id, password, key });
    await accountRecords.activate(each, clock.now());
    if (!key) continue;
    await accountRecords.register(each, {
      sealedKey: await seals.seal(each.id, key),
      deviceName: "HP",
      recoveryCodes: recoveryCodes[each.id]?.stored ?? { salt: "", hashes: [] },
      at: clock.now(),
    });
  }
  await freezeAccount(parts, { person: fajar, by: { role: "holder", id: fajar.id } });
}

/** What runs after an answer or by the clock: account-recovery, the notifier, the mail sender, the contact-changer. */
function jobsOf(parts: Parts) {
  const { employees, notifications } = parts;
  const [turn, queue]: [() => Promise<void>, MailMessage[]] = [async () => {}, []];
  let [toldSaves, toldEntries] = [0, 0];
  const notify = { notifications, mails: { send: async (m: MailMessage) => void queue.push(m) } };
  const mails = { mailer: parts.notices, allowance: { take: async () => {} }, sms: smsOf("off") };
  return {
    lookUpReset: async ({ challengeId }: { challengeId: string }) =>
      void (await lookUpReset({ ...parts, turn }, challengeId)),
    mailCode: async (message: MailedCodeMessage) => {
      const deliver = async (to: string, { lines }: Mail) => {
        parts.deliverCode(to, message.purpose, /\d{8}/.exec(lines.join())?.[0] ?? "");
        return "sent" as const;
      };
      await mailCode({ ...parts, mailer: { deliver }, turn }, message);
    },
    run: async () => {
      await carryOutContactChanges(parts);
      const saves: readonly Revision[] = employees.saves.slice(toldSaves);
      toldSaves += saves.length;
      for (const { before, after } of saves) await notifyHolder(notify, before, after);
      const entries = employees.history.slice(toldEntries);
      toldEntries += entries.length;
      for (const entry of entries) await notifyOfAccountEvent(notify, entry);
      for (const message of queue.splice(0)) await sendMail({ ...parts, ...mails }, message);
    },
  };
}
