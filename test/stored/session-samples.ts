import { AccountTable } from "#shared/account/account-table.ts";
import { LockoutTable } from "#shared/account/lockout-table.ts";
import { MailedCodeTable } from "#shared/account/mailed-code-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { EndedFilesTable } from "#shared/request/ended-files-table.ts";
import { RequestTable } from "#shared/request/request-table.ts";
import { moveTo, type Requests } from "#shared/request/requests.ts";
import { writeTogether } from "#shared/runtime/conditional-write.ts";
import { AuthChallengeTable } from "#shared/session/auth-challenge-table.ts";
import { ContactChangeTable } from "#shared/session/contact-change-table.ts";
import { DeviceTable } from "#shared/session/device-table.ts";
import { MailedLinkTable } from "#shared/session/mailed-link-table.ts";
import { QrLoginTable } from "#shared/session/qr-login-table.ts";
import { SessionTable } from "#shared/session/session-table.ts";
import { OldReportTable } from "#shared/wrong-data/old-report-table.ts";
import { anAuthenticator } from "../support/account-table-contract.ts";
import { aNip } from "../support/builders.ts";
import { aNumber } from "../support/contact-change-table-contract.ts";
import { anAsk, firstAsk } from "../support/mailed-code-table-contract.ts";
import { aLink } from "../support/mailed-link-table-contract.ts";
import { anOldReport, storeOldReport } from "../support/old-reports.ts";
import { aRequest } from "../support/requests.ts";
import { aSession } from "../support/session-table-contract.ts";
import { at, now, type Sample } from "./sample.ts";
import type { Tables } from "./tables.ts";

const nip = aNip();
const challenge = { id: "s1", nip, startedAt: at, endsAt: "2026-11-21T04:00:00.000Z", attempts: 1 };

const sessions = async (tables: Tables) =>
  new SessionTable(tables.db, await tables.name("session-table"));
const challenges = async (tables: Tables) =>
  new AuthChallengeTable(tables.db, await tables.name("session-table"));

const requestsOf = async (tables: Tables): Promise<Requests> =>
  new RequestTable(
    tables.db,
    await tables.name("request-table"),
    new AuditTable(tables.db, await tables.name("audit-table")),
  );
const qrLogins = async (tables: Tables) =>
  new QrLoginTable(tables.db, await tables.name("session-table"));

const writeSession = async (tables: Tables) => {
  const table = await sessions(tables);
  await table.endAll("siti", { id: "browser", endsAt: at }, new Date("2026-11-21T02:00:00.000Z"));
  await table.add(aSession(), now);
};

const accounts = async (tables: Tables) =>
  new AccountTable(tables.db, await tables.name("account-table"));

/** Of what is known of an account. */
export const accountSample: Sample = {
  table: "account-table",
  key: /./,
  write: async (tables) => {
    const table = await accounts(tables);
    const owner = { id: "emp_siti", instansiId: "ins_contoh" } as const;
    await table.register(owner, anAuthenticator);
    await table.useStep(owner.id, 9);
    await table.noteHint(owner.id, { made: 1, recent: [{ step: 8, at }] });
    const asked = { id: "apr_1" };
    await writeTogether(tables.db, [table.askingMfaReset(owner.id, asked)]);
    const decided = { ...asked, decidedAt: at, effectiveFrom: at };
    await writeTogether(tables.db, [table.decidingMfaReset(owner.id, decided)]);
    await table.markFrozen(owner, { at, by: "emp_siti", reason: "Bukan saya" }, now);
  },
  read: async (tables) => (await accounts(tables)).find("emp_siti"),
};

/** Of sessions, of the steps to one, and of what slows guessing. */
export const sessionSamples: Readonly<Record<string, Sample>> = {
  session: {
    table: "session-table",
    key: /^session#/,
    write: writeSession,
    read: async (tables) => (await sessions(tables)).find("a1"),
    // Cognito's refresh token, until decision 0032.
    dropped: ["sealedToken"],
  },
  account: {
    table: "session-table",
    key: /^account#/,
    write: writeSession,
    read: async (tables) => (await sessions(tables)).findAccount("siti"),
  },
  "contact-change": {
    table: "contact-change-table",
    key: /^chg_/,
    write: async (tables) => {
      await new ContactChangeTable(tables.db, await tables.name("contact-change-table")).set(
        aNumber,
      );
    },
    read: async (tables) =>
      new ContactChangeTable(tables.db, await tables.name("contact-change-table")).of("emp_siti"),
  },
  correction: {
    table: "contact-change-table",
    key: /^cor_/,
    write: async (tables) => {
      await storeOldReport(tables.db, await tables.name("contact-change-table"), anOldReport);
    },
    read: async (tables) =>
      new OldReportTable(tables.db, await tables.name("contact-change-table")).of("emp_siti"),
    // What asked and answered an open one.
    dropped: ["id", "instansiId", "dueAt"],
  },
  request: {
    table: "request-table",
    key: /^req_/,
    write: async (tables) => {
      await (await requestsOf(tables)).save(moveTo(undefined, aRequest()));
    },
    read: async (tables) => [await (await requestsOf(tables)).find("req_1")],
  },
  "request-files": {
    table: "request-table",
    key: /^files#req_/,
    write: async (tables) => {
      const ended = aRequest({ state: "withdrawn", files: ["evd_a"] });
      await (await requestsOf(tables)).save(moveTo(undefined, ended));
    },
    read: async (tables) =>
      new EndedFilesTable(tables.db, await tables.name("request-table")).endedBy(now, 9),
  },
  "mailed-code": {
    table: "session-table",
    key: /^code#/,
    write: async (tables) => {
      const codes = new MailedCodeTable(tables.db, await tables.name("session-table"));
      await codes.ask(anAsk);
      await codes.keep(firstAsk, { hash: "aa", endsAt: anAsk.endsAt });
      await codes.settle(firstAsk);
    },
    read: async (tables) =>
      new MailedCodeTable(tables.db, await tables.name("session-table")).find(anAsk),
  },
  step: {
    table: "session-table",
    key: /^step#/,
    write: async (tables) => {
      const table = await challenges(tables);
      await table.add({ ...challenge, kind: "code", cognitoSession: "c" });
      await table.add({ ...challenge, id: "s2", kind: "enrolment", cognitoSession: "c" });
      await table.keepKey("s2", { sealedKey: "k", cognitoSession: "c2" });
      await table.add({ ...challenge, id: "s3", kind: "reset", state: "checked" });
      await table.ask("s3", "siti@contoh.example", now);
      await table.match("s3", "siti@contoh.example");
    },
    read: async (tables) => {
      const table = await challenges(tables);
      return Promise.all(["s1", "s2", "s3"].map((id) => table.find(id)));
    },
  },
  "qr-login": {
    table: "session-table",
    key: /^qr#/,
    write: async (tables) => {
      const table = await qrLogins(tables);
      const endsAt = "2026-11-21T04:00:00.000Z";
      const origin = {
        browser: "edge",
        system: "windows",
        country: "ID",
        region: "Papua",
      } as const;
      await table.add({ id: "q1", state: "shown", startedAt: at, endsAt, origin });
      await table.scan("q1", { phone: "a1", number: 42, endsAt }, now);
      await table.end("q1", "refused", now, "a1");
    },
    read: async (tables) => (await qrLogins(tables)).find("q1"),
  },
  device: {
    table: "session-table",
    key: /^device#/,
    write: async (tables) =>
      new DeviceTable(tables.db, await tables.name("session-table")).keep(
        "d1",
        { keptAt: now.toISOString() },
        new Date("2027-01-01T00:00:00.000Z"),
      ),
    read: async (tables) => {
      const devices = new DeviceTable(tables.db, await tables.name("session-table"));
      return (await devices.find("d1", now)) !== undefined;
    },
  },
  link: {
    table: "session-table",
    key: /^link#/,
    write: async (tables) => {
      const links = new MailedLinkTable(tables.db, await tables.name("session-table"));
      await links.add(aLink());
      await links.use("l1", now);
    },
    read: async (tables) =>
      new MailedLinkTable(tables.db, await tables.name("session-table")).find("l1"),
  },
  count: {
    table: "rate-limit-table",
    key: /^limit#/,
    write: async (tables) =>
      new RateLimitTable(tables.db, await tables.name("rate-limit-table")).add(
        { name: "limit", windowSeconds: 60 },
        "who",
        now,
      ),
    read: async (tables) =>
      new RateLimitTable(tables.db, await tables.name("rate-limit-table")).read(
        { name: "limit", windowSeconds: 60 },
        "who",
        now,
      ),
  },
  lockout: {
    table: "rate-limit-table",
    key: /^lockout#/,
    write: async (tables) =>
      new LockoutTable(tables.db, await tables.name("rate-limit-table")).fail(nip, undefined, now),
    read: async (tables) =>
      new LockoutTable(tables.db, await tables.name("rate-limit-table")).find(nip),
  },
};
