/** The adapters of captcha, session and limits on the embedded cloud: they do what their fakes do. */
import { CreateTableCommand, DynamoDBClient, waitUntilTableExists } from "@aws-sdk/client-dynamodb";
import { CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LockoutTable } from "#shared/account/lockout-table.ts";
import { MailedCodeTable } from "#shared/account/mailed-code-table.ts";
import type { ResetMessage } from "#shared/account/password-resets.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { CampaignFormTable } from "#shared/campaign/campaign-form-table.ts";
import { CaptchaTable } from "#shared/captcha/captcha-table.ts";
import { DocumentTable } from "#shared/document/document-table.ts";
import { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { RequestTable } from "#shared/request/request-table.ts";
import { type TransactionStep, writeTogether } from "#shared/runtime/conditional-write.ts";
import { HmacKey } from "#shared/runtime/hmac-key.ts";
import { MessageQueue } from "#shared/runtime/message-queue.ts";
import { SealingKey } from "#shared/runtime/sealing-key.ts";
import { AuthChallengeTable } from "#shared/session/auth-challenge-table.ts";
import { ContactChangeTable } from "#shared/session/contact-change-table.ts";
import { DeviceTable } from "#shared/session/device-table.ts";
import { MailedLinkTable } from "#shared/session/mailed-link-table.ts";
import { OwnAddressTable } from "#shared/session/own-address-table.ts";
import { QrLoginTable } from "#shared/session/qr-login-table.ts";
import { SessionTable } from "#shared/session/session-table.ts";
import { createDynamodb } from "../../../local/cloud/dynamodb/dynamodb-service.ts";
import { createKms } from "../../../local/cloud/kms/kms-service.ts";
import { createSqs } from "../../../local/cloud/sqs/sqs-service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import { authChallengeTableContract } from "../../support/auth-challenge-table-contract.ts";
import { aNip } from "../../support/builders.ts";
import { campaignTableContract } from "../../support/campaign-table-contract.ts";
import { captchaTableContract } from "../../support/captcha-table-contract.ts";
import { contactChangeTableContract } from "../../support/contact-change-table-contract.ts";
import { deviceTableContract } from "../../support/device-table-contract.ts";
import { documentTableContract } from "../../support/document-table-contract.ts";
import { lockoutTableContract } from "../../support/lockout-table-contract.ts";
import { mailedCodeTableContract } from "../../support/mailed-code-table-contract.ts";
import { mailedLinkTableContract } from "../../support/mailed-link-table-contract.ts";
import { ownAddressTableContract } from "../../support/own-address-table-contract.ts";
import { qrLoginTableContract } from "../../support/qr-login-table-contract.ts";
import { rateLimitTableContract } from "../../support/rate-limit-table-contract.ts";
import { requestTableContract } from "../../support/request-table-contract.ts";
import { sessionTableContract } from "../../support/session-table-contract.ts";
import { newTable as newNamedTable } from "../../support/tables-of-the-app.ts";

let cloud: ServicesUnderTest;
let dynamodb: DynamoDBClient;
let db: DynamoDBDocumentClient;

beforeAll(async () => {
  cloud = await startServices(async (context) => [
    ...(await createDynamodb(context)).services,
    createKms(context),
    createSqs(context),
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
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
    }),
  );
  await waitUntilTableExists({ client: dynamodb, maxWaitTime: 20, minDelay: 1 }, { TableName });
  return TableName;
}

describe("SessionTable", () => {
  sessionTableContract(async () => new SessionTable(db, await newTable()));

  test("a transaction is held to an account that is not frozen, also one that nobody has used", async () => {
    const sessions = new SessionTable(db, await newTable());
    const write = () => writeTogether(db, [sessions.unfrozen("siti")]);
    await write();
    const frozen = { at: "2026-11-30T03:00:00.000Z", by: { role: "system" } } as const;
    await sessions.freeze("siti", frozen);
    await expect(write()).rejects.toMatchObject({ code: "request-held" });
    await sessions.unfreeze("siti", frozen, new Date("2026-12-01T03:00:00.000Z"));
    await write();
  });
});
describe("QrLoginTable", () =>
  qrLoginTableContract(async () => new QrLoginTable(db, await newTable())));
describe("AuthChallengeTable", () =>
  authChallengeTableContract(async () => new AuthChallengeTable(db, await newTable())));
describe("CaptchaTable", () =>
  captchaTableContract(async () => new CaptchaTable(db, await newTable())));
describe("RateLimitTable", () =>
  rateLimitTableContract(async () => new RateLimitTable(db, await newTable())));

describe("LockoutTable", () =>
  lockoutTableContract(async () => new LockoutTable(db, await newTable())));
describe("DeviceTable", () =>
  deviceTableContract(async () => new DeviceTable(db, await newTable())));
describe("MailedCodeTable", () =>
  mailedCodeTableContract(async () => new MailedCodeTable(db, await newTable())));

describe("MailedLinkTable", () =>
  mailedLinkTableContract(async () => new MailedLinkTable(db, await newTable())));
describe("ContactChangeTable", () =>
  contactChangeTableContract(
    async () => new ContactChangeTable(db, await newNamedTable(dynamodb, "contact-change-table")),
  ));
describe("RequestTable", () =>
  requestTableContract(async () => {
    const history = new AuditTable(db, await newNamedTable(dynamodb, "audit-table"));
    const table = await newNamedTable(dynamodb, "request-table");
    return { requests: new RequestTable(db, table, history), history };
  }));

describe("DocumentTable", () =>
  documentTableContract(async () => ({
    documents: new DocumentTable(db, await newNamedTable(dynamodb, "document-table")),
    write: (step: TransactionStep) => writeTogether(db, [step]),
  })));
describe("CampaignFormTable", () =>
  campaignTableContract(
    async () => new CampaignFormTable(db, await newNamedTable(dynamodb, "campaign-table")),
  ));

describe("OwnAddressTable", () =>
  ownAddressTableContract(async () => {
    const sessions = await newTable();
    const contactChanges = await newNamedTable(dynamodb, "contact-change-table");
    return {
      codes: new MailedCodeTable(db, sessions),
      contactChanges: new ContactChangeTable(db, contactChanges),
      sessions: new SessionTable(db, sessions),
      ownAddresses: new OwnAddressTable(db, { sessions, contactChanges }),
    };
  }));

test("challenges and sessions lie in one table without being taken for each other", async () => {
  const table = await newTable();
  const challenges = new AuthChallengeTable(db, table);
  await challenges.add({
    id: "s1",
    kind: "reset",
    state: "checked",
    nip: aNip(),
    startedAt: "2026-11-21T03:00:00.000Z",
    endsAt: "2026-11-21T04:00:00.000Z",
    attempts: 0,
  });

  expect(await new SessionTable(db, table).find("s1")).toBeUndefined();
});

test("what is sealed for one session opens for no other", async () => {
  const kms = new KMSClient(cloud.client);
  const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
  const key = new SealingKey(kms, KeyMetadata?.Arn ?? "", "owner");
  const sealed = await key.seal("a1", "refresh token");

  expect(sealed).not.toContain("refresh");
  expect(await key.open("a1", sealed)).toBe("refresh token");
  await expect(key.open("a2", sealed)).rejects.toThrow();
});

test("keys for hashes are derived once, are the same everywhere and another for each use", async () => {
  const kms = new KMSClient(cloud.client);
  const { KeyMetadata } = await kms.send(
    new CreateKeyCommand({ KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" }),
  );
  const counted = { asked: 0 };
  kms.middlewareStack.add(
    (next) => (args) => {
      counted.asked += 1;
      return next(args);
    },
    { step: "initialize" },
  );
  const here = new HmacKey(kms, KeyMetadata?.Arn ?? "");
  const keys = [await here.derive("log"), await here.derive("log"), await here.derive("challenge")];

  expect(keys.map(({ length }) => length)).toEqual([32, 32, 32]);
  expect(keys[1]).toEqual(keys[0]);
  expect(keys[2]).not.toEqual(keys[0]);
  expect(counted.asked).toBe(2);
  expect(await new HmacKey(kms, KeyMetadata?.Arn ?? "").derive("log")).toEqual(keys[0]);
});

test("a key that could not be derived is asked for again", async () => {
  const kms = new KMSClient(cloud.client);
  const key = new HmacKey(kms, "11111111-2222-4333-8444-555555555555");

  await expect(key.derive("log")).rejects.toThrow();
  await expect(key.derive("log")).rejects.toThrow();
});

test("a reset request to look up is a message with the challenge's id", async () => {
  const sqs = new SQSClient(cloud.client);
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: "recovery" }));
  await new MessageQueue<ResetMessage>(sqs, QueueUrl ?? "").send({ challengeId: "s1" });
  const { Messages } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));

  expect(Messages?.map(({ Body }) => Body)).toEqual(['{"challengeId":"s1"}']);
});
