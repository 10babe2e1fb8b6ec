/** The routes of a login on Cognito, DynamoDB and KMS of the embedded cloud, with people to attack. */
import {
  AdminDisableUserCommand,
  CognitoIdentityProviderClient,
} from "@aws-sdk/client-cognito-identity-provider";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { TOTP } from "otpauth";
import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import { WritableRoleTable } from "#shared/access/writable-role-table.ts";
import { AccountDirectory } from "#shared/account/account-directory.ts";
import { AccountHistory } from "#shared/account/account-history.ts";
import type { AccountOwner } from "#shared/account/account-record.ts";
import { AccountTable } from "#shared/account/account-table.ts";
import { AppClientKey } from "#shared/account/app-client-key.ts";
import { LockoutTable } from "#shared/account/lockout-table.ts";
import { mailCode } from "#shared/account/mail-code.ts";
import type { MailedCodeMessage } from "#shared/account/mailed-code.ts";
import { MailedCodeTable } from "#shared/account/mailed-code-table.ts";
import { newRecoveryCodes } from "#shared/account/recovery-code.ts";
import { ResetDirectory } from "#shared/account/reset-directory.ts";
import { UserDirectory } from "#shared/account/user-directory.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { CaptchaTable } from "#shared/captcha/captcha-table.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { registerEmployee } from "#shared/employee/register-employee.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import type { Mail } from "#shared/mail/mail.ts";
import { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { logger } from "#shared/runtime/logger.ts";
import { SealingKey } from "#shared/runtime/sealing-key.ts";
import { AuthChallengeTable } from "#shared/session/auth-challenge-table.ts";
import { ContactChangeTable } from "#shared/session/contact-change-table.ts";
import { DeviceTable } from "#shared/session/device-table.ts";
import { lookUpReset } from "#shared/session/look-up-reset.ts";
import { MailedLinkTable } from "#shared/session/mailed-link-table.ts";
import { QrLoginTable } from "#shared/session/qr-login-table.ts";
import { SessionTable } from "#shared/session/session-table.ts";
import { recordsRoutes } from "../../functions/records-api/routes.ts";
import { createCognito } from "../../local/cloud/cognito/cognito-service.ts";
import { createDynamodb } from "../../local/cloud/dynamodb/dynamodb-service.ts";
import { createKms } from "../../local/cloud/kms/kms-service.ts";
import { startServices } from "../../local/cloud/test/one-service.ts";
import {
  Browser,
  password,
  sessionApiUnderTest,
} from "../functions/session-api/session-api-under-test.ts";
import { newPool } from "../local/adapters/directories-for-this-file.ts";
import { aNip, anEmployee } from "../support/builders.ts";
import { callApi, handlerOptions, hmacKey } from "../support/call-api.ts";
import { newTable } from "../support/tables-of-the-app.ts";
import { UnitsInMemory } from "../support/units-in-memory.ts";

export type AttackedLogin = Awaited<ReturnType<typeof startAttackedLogin>>;

/** How far somebody has come. "disabled" had an authenticator. */
export type Stage = "imported" | "activated" | "enrolled" | "disabled";

export interface Victim {
  readonly nip: Nip;
  readonly email: string;
  readonly employeeId: EmployeeId;
  /** Those that were not used. */
  readonly recoveryCodes: readonly string[];
  /** The authenticator's code of this moment. */
  readonly code: () => string;
}

/**
 * Starts it before the tests of a file, quietly, and stops it after them.
 * @returns what answers with it while the tests run
 */
export function attackedLoginForThisFile(): () => AttackedLogin {
  let world: AttackedLogin | undefined;
  beforeAll(async () => {
    vi.spyOn(logger, "info").mockReturnValue();
    world = await startAttackedLogin();
  }, 60_000);
  afterAll(() => world?.cloud.stop());
  beforeEach(() => {
    vi.spyOn(logger, "info").mockReturnValue();
  });
  return () => {
    if (!world) throw new Error("It has not started.");
    return world;
  };
}

async function startAttackedLogin() {
  const mails: { to: string; body: string }[] = [];
  const cloud = await startServices(async (context) => [
    ...(await createDynamodb(context)).services,
    createKms(context),
    createCognito(context, { deliver: (mail) => void mails.push(mail), quotas: "none" }),
  ]);
  const clock = { now: () => new Date(cloud.clock.millis()) };
  const cognito = new CognitoIdentityProviderClient(cloud.client);
  const dynamodb = new DynamoDBClient(cloud.client);
  const kms = new KMSClient(cloud.client);
  /** Moves the time, also that of the signatures. */
  const advance = (milliseconds: number) => {
    cloud.clock.advance(milliseconds);
    for (const { config } of [cognito, dynamodb, kms]) config.systemClockOffset += milliseconds;
  };
  const pool = await newPool(cognito);
  const key = new AppClientKey(cognito, pool.id, pool.clientId);
  const resets = new ResetDirectory(cognito, key);
  const accounts = new AccountDirectory(cognito, pool.id);
  const users = new UserDirectory(cognito, key);
  const tables = await realTables(dynamodb);
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const { limits, challenges, employees, accountRecords } = tables;
  const queue: string[] = [];
  const resetRequests = {
    send: async ({ challengeId }: { challengeId: string }) => void queue.push(challengeId),
  };
  /** As account-recovery does: after the answer. */
  async function lookUpResets() {
    const looked = {
      ...{ challenges, employees, accountRecords, resets, newUsers: accounts, limits, clock },
      newEmailWaitHours: 24,
    };
    for (const id of queue.splice(0)) await lookUpReset({ ...looked, turn: async () => {} }, id);
  }
  /** As account-recovery does, and at once. */
  async function mailAtOnce(message: MailedCodeMessage) {
    const deliver = async (to: string, { lines }: Mail) => {
      mails.push({ to, body: lines.join("\n") });
      return "sent" as const;
    };
    await mailCode(
      { ...tables, mailer: { deliver }, hmacKey, clock, turn: async () => {} },
      message,
    );
  }
  const authenticatorKey = new SealingKey(kms, KeyMetadata?.KeyId ?? "", "account");
  const parts = {
    ...{ ...tables, users, resets, accounts, resetRequests, clock, authenticatorKey },
    sessionKey: new SealingKey(kms, KeyMetadata?.KeyId ?? "", "owner"),
    codesToMail: { send: mailAtOnce },
  };
  // Slow hashes: the same ten for everybody who has any.
  const recovery = await newRecoveryCodes();
  let people = 1;

  const mailedCode = (to: string) =>
    /\d{6}/.exec(mails.findLast((mail) => mail.to === to)?.body ?? "")?.[0] ?? "";

  async function person(stage: Stage): Promise<Victim> {
    const number = String(people++).padStart(3, "0");
    const nip = aNip(`19850212201001${1 + (people % 2)}${number}`);
    const email = `korban${number}@contoh.example`;
    const { id: _, revision: __, updatedAt: ___, ...record } = anEmployee({ nip, email });
    const by = { role: "operator" } as const;
    const employeeId = await registerEmployee(
      { employees, accountRecords, clock },
      { employee: record, by },
    );
    const victim = { nip, email, employeeId, recoveryCodes: [], code: () => "000000" };
    if (stage === "imported") return victim;
    await accounts.createUser({ id: employeeId, nip, email });
    await resets.sendResetCode(nip, email);
    await resets.resetPassword(nip, mailedCode(email), password);
    await accountRecords.activate({ id: employeeId, instansiId: record.instansiId }, clock.now());
    if (stage === "activated") return victim;
    const totp = await enrol(nip, { id: employeeId, instansiId: record.instansiId });
    if (stage === "disabled")
      await cognito.send(new AdminDisableUserCommand({ UserPoolId: pool.id, Username: nip }));
    return {
      ...{ ...victim, recoveryCodes: recovery.codes },
      code: () => totp.generate({ timestamp: cloud.clock.millis() }),
    };
  }

  async function enrol(nip: Nip, owner: AccountOwner): Promise<TOTP> {
    const { cognitoSession } = await users.checkPassword(nip, password);
    const made = await users.newAuthenticatorKey(cognitoSession);
    const totp = new TOTP({ secret: made.key });
    const code = totp.generate({ timestamp: cloud.clock.millis() });
    await users.registerAuthenticator(nip, made.cognitoSession, { code, deviceName: "HP" });
    const sealedKey = await authenticatorKey.seal(owner.id, made.key);
    const kept = { sealedKey, deviceName: "HP", recoveryCodes: recovery.stored, at: clock.now() };
    await accountRecords.register(owner, kept);
    // A code works once, and the next one begins within 30 seconds.
    advance(30_000);
    return totp;
  }
  const { browser } = sessionApiUnderTest(parts);
  const officers = recordsRoutes({
    ...{ ...tables, clock, newEmailWaitHours: 24, hmacKey, isOpenToMailbox: async () => false },
    units: new UnitsInMemory(),
  });
  const officersHandler = apiHandler(officers, handlerOptions);
  return {
    /** The same browser at records-api. */
    atRecords: ({ cookies, headers }: Browser) => {
      const page = new Browser((request) => callApi(officersHandler, request));
      for (const [name, value] of cookies) page.cookies.set(name, value);
      page.headers = headers;
      return page;
    },
    cloud,
    clock,
    advance,
    mails,
    tables,
    browser,
    /** As `browser`, and refusals take that long (`evenMilliseconds` of apiHandler). */
    browserAfter: (even: number) => sessionApiUnderTest(parts, even).browser,
    person,
    mailedCode,
    lookUpResets,
  };
}

async function realTables(dynamodb: DynamoDBClient) {
  const db = DynamoDBDocumentClient.from(dynamodb, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const table = (noun: string) => newTable(dynamodb, noun);
  const [sessions, rateLimits] = [await table("session-table"), await table("rate-limit-table")];
  const markers = new MarkerTable(db, await table("marker-table"));
  const audit = new AuditTable(db, await table("audit-table"));
  const changes = new OpenChangeTable(db, await table("open-change-table"));
  return {
    employees: new WritableEmployeeTable(db, await table("employee-table"), {
      ...{ audit, changes, markers },
    }),
    accountHistory: new AccountHistory(audit),
    accountRecords: new AccountTable(db, await table("account-table")),
    sessions: new SessionTable(db, sessions),
    challenges: new AuthChallengeTable(db, sessions),
    devices: new DeviceTable(db, sessions),
    codes: new MailedCodeTable(db, sessions),
    links: new MailedLinkTable(db, sessions),
    qrLogins: new QrLoginTable(db, sessions),
    contactChanges: new ContactChangeTable(db, await table("contact-change-table")),
    roles: new WritableRoleTable(db, await table("role-table"), audit),
    history: audit,
    captchas: new CaptchaTable(db, await table("captcha-table")),
    limits: new RateLimitTable(db, rateLimits),
    lockouts: new LockoutTable(db, rateLimits),
  };
}
