/** The adapters of captcha, session and limits on the embedded cloud: what their fakes promise, they keep. */
import {
  CognitoIdentityProviderClient,
  CreateGroupCommand,
  CreateUserPoolClientCommand,
  CreateUserPoolCommand,
  SetUserPoolMfaConfigCommand,
} from "@aws-sdk/client-cognito-identity-provider";
import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from "@aws-sdk/client-dynamodb";
import { CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { TOTP } from "otpauth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CaptchaTable } from "#shared/captcha/captcha-table.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { RateLimitTable } from "#shared/runtime/rate-limit-table.ts";
import { AccountDirectory } from "#shared/session/account-directory.ts";
import { RecoveryQueue } from "#shared/session/recovery-queue.ts";
import { SessionKey } from "#shared/session/session-key.ts";
import { SessionTable } from "#shared/session/session-table.ts";
import { StepTable } from "#shared/session/step-table.ts";
import { UserDirectory } from "#shared/session/user-directory.ts";
import { createCognito } from "../../../local/cognito/cognito-service.ts";
import type { Mail } from "../../../local/cognito/messages.ts";
import { createDynamodb } from "../../../local/dynamodb/dynamodb-service.ts";
import { createKms } from "../../../local/kms/kms-service.ts";
import { createSqs } from "../../../local/sqs/sqs-service.ts";
import { aNip } from "../../support/builders.ts";
import { captchaTableContract } from "../../support/captcha-table-contract.ts";
import { type ServicesUnderTest, startServices } from "../../support/one-service.ts";
import { rateLimitTableContract } from "../../support/rate-limit-table-contract.ts";
import { sessionTableContract } from "../../support/session-table-contract.ts";
import { stepTableContract } from "../../support/step-table-contract.ts";

const password = "Tahu-Bulat-Digoreng-5";
const mails: Mail[] = [];
let cloud: ServicesUnderTest;
let dynamodb: DynamoDBClient;
let db: DynamoDBDocumentClient;

beforeAll(async () => {
  cloud = await startServices(async (context) => [
    ...(await createDynamodb(context)).services,
    createKms(context),
    createSqs(context),
    createCognito(context, {
      deliver: (mail) => void mails.push(mail),
      trigger: async (_, event) => event,
    }),
  ]);
  dynamodb = new DynamoDBClient(cloud.client);
  db = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
});

afterAll(() => cloud.stop());

let tables = 0;

/** @returns the name of a new, empty table with the session table's keys */
async function newTable(): Promise<string> {
  const TableName = `table-${tables++}`;
  await dynamodb.send(
    new CreateTableCommand({
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: ["id", "employeeId", "createdAt"].map((AttributeName) => ({
        AttributeName,
        AttributeType: "S",
      })),
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      GlobalSecondaryIndexes: [
        {
          IndexName: "by-employee",
          KeySchema: [
            { AttributeName: "employeeId", KeyType: "HASH" },
            { AttributeName: "createdAt", KeyType: "RANGE" },
          ],
          Projection: { ProjectionType: "KEYS_ONLY" },
        },
      ],
    }),
  );
  await waitUntilTableExists({ client: dynamodb, maxWaitTime: 20, minDelay: 1 }, { TableName });
  return TableName;
}

describe("SessionTable", () =>
  sessionTableContract(async () => new SessionTable(db, await newTable())));
describe("StepTable", () => stepTableContract(async () => new StepTable(db, await newTable())));
describe("CaptchaTable", () =>
  captchaTableContract(async () => new CaptchaTable(db, await newTable())));
describe("RateLimitTable", () =>
  rateLimitTableContract(async () => new RateLimitTable(db, await newTable())));

test("steps and sessions lie in one table without being taken for each other", async () => {
  const table = await newTable();
  const steps = new StepTable(db, table);
  await steps.add({
    id: "s1",
    kind: "reset",
    state: "checked",
    nip: aNip(),
    endsAt: "2026-11-21T04:00:00.000Z",
    attempts: 0,
  });

  expect(await new SessionTable(db, table).find("s1")).toBeUndefined();
});

test("what is sealed for one session opens for no other", async () => {
  const kms = new KMSClient(cloud.client);
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const key = new SessionKey(kms, KeyMetadata?.Arn ?? "");
  const sealed = await key.seal("a1", "refresh token");

  expect(sealed).not.toContain("refresh");
  expect(await key.open("a1", sealed)).toBe("refresh token");
  await expect(key.open("a2", sealed)).rejects.toThrow();
});

test("a reset request to look up is a message with the step's id", async () => {
  const sqs = new SQSClient(cloud.client);
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: "recovery" }));
  await new RecoveryQueue(sqs, QueueUrl ?? "").send({ stepId: "s1" });
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));

  expect(Messages?.map(({ Body }) => Body)).toEqual(['{"stepId":"s1"}']);
});

describe("the directories", () => {
  let users: UserDirectory;
  let accounts: AccountDirectory;
  let people = 0;

  beforeAll(async () => {
    const cognito = new CognitoIdentityProviderClient(cloud.client);
    const { UserPool } = await cognito.send(
      new CreateUserPoolCommand({
        PoolName: "employees",
        MfaConfiguration: "OFF",
        AutoVerifiedAttributes: ["email"],
        UsernameConfiguration: { CaseSensitive: false },
        AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "verified_email", Priority: 1 }] },
        Schema: [{ Name: "employee_id", AttributeDataType: "String", Mutable: false }],
      }),
    );
    const UserPoolId = UserPool?.Id ?? "";
    await cognito.send(
      new SetUserPoolMfaConfigCommand({
        UserPoolId,
        MfaConfiguration: "ON",
        SoftwareTokenMfaConfiguration: { Enabled: true },
      }),
    );
    await cognito.send(new CreateGroupCommand({ UserPoolId, GroupName: "officer" }));
    const { UserPoolClient } = await cognito.send(
      new CreateUserPoolClientCommand({
        UserPoolId,
        ClientName: "site",
        GenerateSecret: true,
        ExplicitAuthFlows: ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"],
        PreventUserExistenceErrors: "ENABLED",
        AuthSessionValidity: 15,
        EnableTokenRevocation: true,
      }),
    );
    users = new UserDirectory(cognito, UserPoolId, UserPoolClient?.ClientId ?? "");
    accounts = new AccountDirectory(cognito, UserPoolId);
  });

  /** An imported officer. */
  async function imported() {
    people += 1;
    const account = {
      nip: aNip(`1985021220100120${String(people).padStart(2, "0")}`),
      email: "siti@contoh.example",
      employeeId: `emp_${people}`,
      groups: ["officer"],
    } as const;
    await accounts.createAccount(account);
    return account;
  }

  /** Resets the password of an imported account, as its holder does first. */
  async function activated() {
    const account = await imported();
    await users.sendResetCode(account.nip, account.email);
    await users.resetPassword(account.nip, mailedCode(), password);
    return account;
  }

  /** …and registers an authenticator. */
  async function enrolled() {
    const account = await activated();
    const { cognitoSession } = await users.checkPassword(account.nip, password);
    const made = await users.newAuthenticatorKey(cognitoSession);
    const totp = new TOTP({ secret: made.key });
    const code = () => totp.generate({ timestamp: cloud.clock.millis() });
    await users.registerAuthenticator(account.nip, made.cognitoSession, {
      code: code(),
      deviceName: "HP Pribadi",
    });
    return { ...account, code };
  }

  const mailedCode = () => /\d{6}/.exec(mails.at(-1)?.body ?? "")?.[0] ?? "";
  const login = async (nip: Nip) => (await users.checkPassword(nip, password)).cognitoSession;

  test("an imported account is activated by a reset code that goes to the record's e-mail", async () => {
    const { nip } = await imported();
    expect(await users.sendResetCode(nip, "siti@baru.example")).toBe(true);
    expect(mails.at(-1)?.to).toBe("siti@baru.example");
    await users.resetPassword(nip, mailedCode(), password);

    expect(await users.checkPassword(nip, password)).toMatchObject({ next: "enrolment" });
  });

  test("importing an account again keeps its password", async () => {
    const account = await activated();
    await accounts.createAccount(account);

    await expect(users.checkPassword(account.nip, password)).resolves.toBeDefined();
  });

  test("nobody gets a reset code without an account", async () => {
    expect(await users.sendResetCode(aNip("197007172000121009"), "a@b.example")).toBe(false);
  });

  test("password and code tell who it is; the code is used up", async () => {
    const { nip, employeeId, code } = await enrolled();
    // Registering used the code of this half-minute.
    await expect(users.checkCode(nip, await login(nip), code())).rejects.toMatchObject({
      code: "code-refused",
    });
    cloud.clock.advance(30_000);

    const signedIn = await users.checkCode(nip, await login(nip), code());
    expect(signedIn).toEqual({
      employeeId,
      groups: ["officer"],
      refreshToken: expect.any(String),
    });
    await expect(users.revoke(signedIn.refreshToken)).resolves.toBeUndefined();
  });

  test("a wrong code may be followed by the right one, of the same login", async () => {
    const { nip, code } = await enrolled();
    cloud.clock.advance(30_000);
    const session = await login(nip);

    await expect(users.checkCode(nip, session, "000000")).rejects.toMatchObject({
      code: "code-refused",
    });
    await expect(users.checkCode(nip, session, code())).resolves.toBeDefined();
    await expect(users.checkCode(nip, session, code())).rejects.toMatchObject({
      code: "step-expired",
    });
  });

  test("an unknown number, a wrong password and a locked account are refused alike", async () => {
    const { nip } = await activated();
    const refusals: unknown[] = [];
    const tries = [aNip("197007172000121009"), ...Array<Nip>(8).fill(nip)];
    for (const who of tries)
      refusals.push(await users.checkPassword(who, "wrong").catch((error) => error.code));

    expect(refusals).toEqual(tries.map(() => "login-refused"));
  });

  test("a wrong, a used and a stranger's reset code are refused alike", async () => {
    const { nip } = await activated();
    const used = mailedCode();
    for (const [who, code] of [
      [nip, "000000"],
      [nip, used],
      [aNip("197007172000121009"), used],
    ] as const)
      await expect(users.resetPassword(who, code, password)).rejects.toMatchObject({
        code: "reset-code-refused",
      });
  });

  test("after its authenticator was reset, an account registers another", async () => {
    const { nip } = await enrolled();
    await accounts.resetMfa(nip);

    expect(await users.checkPassword(nip, password)).toMatchObject({ next: "enrolment" });
  });

  test("signing out everywhere is known to Cognito too", async () => {
    const { nip } = await enrolled();

    await expect(accounts.signOutEverywhere(nip)).resolves.toBeUndefined();
  });
});
