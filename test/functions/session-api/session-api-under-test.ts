import { AccountHistory } from "#shared/account/account-history.ts";
import { mailCode } from "#shared/account/mail-code.ts";
import type { MailedCodeMessage } from "#shared/account/mailed-code.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { personHeader } from "#shared/http/person.ts";
import type { Mail } from "#shared/mail/mail.ts";
import { FailureRate } from "#shared/rate-limit/failure-rate.ts";
import { lookUpReset } from "#shared/session/look-up-reset.ts";
import { sessionRoutes } from "../../../functions/session-api/routes.ts";
import type { SessionApi } from "../../../functions/session-api/session-api.ts";
import { demoAgencies } from "../../../local/demo/agencies.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { AttendanceMonthsInMemory } from "../../support/attendance-months-in-memory.ts";
import { AuthChallengesInMemory } from "../../support/auth-challenges-in-memory.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import {
  type ApiRequest,
  type ApiResponse,
  callApi,
  handlerOptions,
  hmacKey,
  siteUrl,
} from "../../support/call-api.ts";
import { CampaignsInMemory } from "../../support/campaigns-in-memory.ts";
import { CaptchasInMemory } from "../../support/captchas-in-memory.ts";
import { CardsInMemory } from "../../support/cards-in-memory.ts";
import { ContactChangesInMemory } from "../../support/contact-changes-in-memory.ts";
import { DevicesInMemory } from "../../support/devices-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { LeaveLedgersInMemory } from "../../support/leave-ledgers-in-memory.ts";
import { LettersInMemory } from "../../support/letters-in-memory.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { LockoutsInMemory } from "../../support/lockouts-in-memory.ts";
import { inboxesInMemory } from "../../support/mail-plans-in-memory.ts";
import { MailedCodesInMemory } from "../../support/mailed-codes-in-memory.ts";
import { MailedLinksInMemory } from "../../support/mailed-links-in-memory.ts";
import { oldReportsOf } from "../../support/old-reports.ts";
import { OwnAddressesInMemory } from "../../support/own-addresses-in-memory.ts";
import { PresenceKeysInMemory } from "../../support/presence-keys-in-memory.ts";
import { QrLoginsInMemory } from "../../support/qr-logins-in-memory.ts";
import { RequestsInMemory } from "../../support/requests-in-memory.ts";
import { aGrant, RolesInMemory } from "../../support/roles-in-memory.ts";
import { SessionsInMemory } from "../../support/sessions-in-memory.ts";
import { solve } from "../../support/solve-captcha.ts";
import { mailedCode, rightCode, UsersInMemory } from "../../support/users-in-memory.ts";

export const password = "Tahu-Bulat-Digoreng-5";
/** Siti holds a card; she has an authenticator, Budi (an officer) has none yet. */
export const siti = anEmployee();
export const budi = anEmployee({
  id: "emp_budi",
  nip: aNip("199001022015031005"),
  name: "Budi Santoso",
  email: "budi@contoh.example",
});
/** Has an account that was disabled. */
export const agusNip = aNip("198803032012011003");
/** Well-formed, and nobody's. */
export const strangersNip = aNip("197007172000121009");

/** As the defaults of the settings. */
export const loginLimits = { failuresPerLevel: 5, mostWorkSeconds: 3 };

/** @param instead real parts in the place of fakes @param evenMilliseconds as of `apiHandler` */
export function sessionApiUnderTest(instead: Partial<SessionApi> = {}, evenMilliseconds = 0) {
  const clock = new FakeClock();
  const users = new UsersInMemory(
    { nip: siti.nip, employeeId: siti.id, password, hasAuthenticator: true },
    { nip: budi.nip, employeeId: budi.id, password },
    { nip: agusNip, employeeId: "emp_agus", password, isDisabled: true },
  );
  const sessions = new SessionsInMemory();
  const challenges = new AuthChallengesInMemory();
  const employees = new EmployeesInMemory(siti, budi);
  const roles = new RolesInMemory();
  roles.set(budi.id, aGrant("petugas"));
  const accountHistory = new AccountHistory(new HistoryInMemory());
  const qrLogins = new QrLoginsInMemory();
  const captchas = new CaptchasInMemory();
  const limits = new LimitsInMemory();
  const lockouts = new LockoutsInMemory();
  const devices = new DevicesInMemory();
  const links = new MailedLinksInMemory();
  const queued: { challengeId: string }[] = [];
  const accountRecords = new AccountRecordsInMemory();
  /** As account-recovery does, and at once. */
  const lookUp = async (message: { challengeId: string }) => {
    queued.push(message);
    const looked = {
      ...{ challenges, employees, accountRecords, resets: users, newUsers: users, clock },
      limits: new LimitsInMemory(),
    };
    await lookUpReset(
      { ...looked, newEmailWaitHours: 24, turn: async () => {} },
      message.challengeId,
    );
  };
  const campaigns = new CampaignsInMemory();
  const codes = new MailedCodesInMemory();
  const contactChanges = new ContactChangesInMemory();
  const codeMails: { readonly to: string; readonly code: string }[] = [];
  /** As account-recovery does, and at once. */
  const mailCodeAtOnce = async (message: MailedCodeMessage) => {
    const deliver = async (to: string, { lines }: Mail) => {
      codeMails.push({ to, code: /\d{8}/.exec(lines.join())?.[0] ?? "" });
      return "sent" as const;
    };
    const mailed = { codes, employees, mailer: { deliver }, hmacKey, clock, turn: async () => {} };
    await mailCode(mailed, message);
  };
  const routes = sessionRoutes({
    users,
    resets: users,
    accounts: users,
    employees,
    roles,
    agencies: new AgenciesInMemory(...demoAgencies),
    accountHistory,
    ...{ sessions, challenges, accountRecords },
    sessionKey: seals,
    authenticatorKey: seals,
    qrLogins,
    captchas,
    scans: captchas,
    limits,
    lockouts,
    devices,
    links,
    failureRate: new FailureRate(limits),
    loginLimits,
    deviceDays: 90,
    newEmailWaitHours: 24,
    hmacKey,
    workIterations: 1,
    resetRequests: { send: lookUp },
    codes,
    codesToMail: { send: mailCodeAtOnce },
    campaigns,
    formsToMail: { send: async () => {} },
    siteUrl,
    contactChanges,
    history: new HistoryInMemory(),
    cards: new CardsInMemory(),
    ...inboxesInMemory(),
    oldReports: oldReportsOf(),
    ...{ ledgers: new LeaveLedgersInMemory(), letters: new LettersInMemory() },
    ...{ attendance: new AttendanceMonthsInMemory(), presenceKeys: new PresenceKeysInMemory() },
    requests: new RequestsInMemory(),
    ownAddresses: new OwnAddressesInMemory({ codes, contactChanges, sessions }),
    clock,
    ...instead,
  });
  const handler = apiHandler(routes, { ...handlerOptions, evenMilliseconds });
  return {
    campaigns,
    clock,
    users,
    employees,
    roles,
    agencies: new AgenciesInMemory(...demoAgencies),
    accountHistory,
    accountRecords,
    sessions,
    challenges,
    qrLogins,
    captchas,
    limits,
    lockouts,
    devices,
    links,
    queued,
    codeMails,
    codes,
    contactChanges,
    /** @param address where its requests come from */
    browser: (address?: string) =>
      new Browser((request) => callApi(handler, address ? { ...request, address } : request)),
  };
}

/** Seals that anybody may open, for the same owner only. */
export const seals = {
  seal: async (owner: string, text: string) => `sealed:${owner}:${text}`,
  open: async (owner: string, sealed: string) => {
    if (!sealed.startsWith(`sealed:${owner}:`)) throw new Error("It was sealed for somebody else.");
    return sealed.slice(`sealed:${owner}:`.length);
  },
};

export const newPassword = "Kopi-Tubruk-Tanpa-Gula-7";

/** «Lupa Password / Aktivasi», to the end. */
export async function reset(page: Browser, { nip, email }: { nip: string; email: string }) {
  const captcha = solve((await page.get("/api/session/captcha")).body);
  await page.post("/api/session/reset", { nip, captcha });
  await page.post("/api/session/reset/email", { email });
  return await page.post("/api/session/reset/password", { code: mailedCode, newPassword });
}

/** A browser that keeps cookies, on our pages. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** Sent with each request, e.g. what CloudFront adds. */
  headers: Readonly<Record<string, string | undefined>> = {};
  #person: string | undefined;
  readonly #call: (request: ApiRequest) => Promise<ApiResponse>;

  constructor(call: (request: ApiRequest) => Promise<ApiResponse>) {
    this.#call = call;
  }

  get(path: string, query: Record<string, string> = {}): Promise<ApiResponse> {
    return this.#send({ path, query });
  }

  post(path: string, body: unknown = {}, query: Record<string, string> = {}): Promise<ApiResponse> {
    return this.#send({ method: "POST", path, body, query });
  }

  patch(path: string, body: unknown = {}): Promise<ApiResponse> {
    return this.#send({ method: "PATCH", path, body });
  }

  /** Login and code, to the end. */
  async signIn(nip: string = siti.nip, secret = password): Promise<ApiResponse> {
    await this.post("/api/session/login", { nip, password: secret });
    return await this.post("/api/session/code", { code: rightCode });
  }

  async #send(request: ApiRequest): Promise<ApiResponse> {
    const cookies = [...this.cookies].map(([name, value]) => `${name}=${value}`);
    const headers = { [personHeader]: this.#person, ...this.headers };
    const response = await this.#call({ ...request, cookies, headers });
    for (const cookie of response.cookies) this.#keep(cookie);
    // As a page does: the person who signed in on it.
    const { person } = response.body;
    if (typeof person === "string") this.#person = person;
    return response;
  }

  #keep(cookie: string): void {
    const [pair = ""] = cookie.split(";");
    const [name = "", value = ""] = pair.split("=");
    if (cookie.includes("Max-Age=0")) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
