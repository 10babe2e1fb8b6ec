/** Queues, mail and the token key on the embedded cloud. */

import { CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { SESv2Client } from "@aws-sdk/client-sesv2";
import { CreateQueueCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { parseToken } from "#shared/card/card-token.ts";
import { CardTokenSigner } from "#shared/card/card-token-signer.ts";
import { CheckCodeSigner } from "#shared/card/check-code-signer.ts";
import { RedrawQueue, redrawOf } from "#shared/card/redraw-queue.ts";
import { TokenSeals } from "#shared/card/token-seals.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { NotificationMailer } from "#shared/notification/notification-mailer.ts";
import { mailTexts } from "#shared/notification/notification-texts.ts";
import { PhotoQueue, uploadsIn } from "#shared/photo/photo-queue.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { createKms } from "../../../local/cloud/kms/kms-service.ts";
import { createSes, type Ses } from "../../../local/cloud/ses/ses-service.ts";
import { createSqs } from "../../../local/cloud/sqs/sqs-service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import { anEmployee } from "../../support/builders.ts";
import { siteUrl } from "../../support/call-api.ts";

const from = "kartu@asn.example.go.id";
const configurationSet = "mails";
let cloud: ServicesUnderTest;
const started: Ses[] = [];

beforeAll(async () => {
  cloud = await startServices((context) => {
    // There are more kinds of mails than 14, all sent in one second here; mail-burst.test.ts tests the pace.
    const ses = createSes(context, { quota: { maxSendRate: 100, max24HourSend: 50_000 } });
    ses.ensureIdentity("asn.example.go.id");
    ses.ensureConfigurationSet(configurationSet);
    started.push(ses);
    return [createKms(context), createSqs(context), ses];
  });
});

afterAll(() => cloud.stop());

async function newQueue(QueueName: string) {
  const sqs = new SQSClient(cloud.client);
  const { QueueUrl = "" } = await sqs.send(new CreateQueueCommand({ QueueName }));
  const received = async () => {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl }));
    return Messages.map(({ Body = "" }) => Body);
  };
  return { sqs, url: QueueUrl, received };
}

test("a card to look at again is a message that the renderer reads", async () => {
  const { sqs, url, received } = await newQueue("redraw");
  await new RedrawQueue(sqs, url).send("emp_siti");

  expect((await received()).map(redrawOf)).toEqual(["emp_siti"]);
});

test("many cards to look at again are as many messages, and counted until they are read", async () => {
  const { sqs, url, received } = await newQueue("redraw-many");
  const queue = new RedrawQueue(sqs, url);
  const ids = Array.from({ length: 23 }, (_, i): EmployeeId => `emp_${i}`);
  await queue.sendAll(ids);

  expect(await queue.depth()).toBe(23);
  const read: string[] = [];
  for (let more = await received(); more.length > 0; more = await received()) read.push(...more);
  expect(read.map(redrawOf).sort()).toEqual([...ids].sort());
  expect(await queue.depth(), "read, not yet dealt with").toBe(23);
});

test("an upload to validate is a message like S3's own", async () => {
  const { sqs, url, received } = await newQueue("photo");
  const upload = { employeeId: "emp_siti", photoId: "pho_1", isGivenUp: false } as const;
  const queue = new PhotoQueue(sqs, url);
  await queue.sendAll([upload, { ...upload, isGivenUp: true }]);

  expect(await queue.depth()).toBe(2);
  const read: unknown[] = [];
  for (let more = await received(); more.length > 0; more = await received())
    read.push(...more.flatMap(uploadsIn));
  expect(read).toHaveLength(2);
  expect(read).toEqual(expect.arrayContaining([upload, { ...upload, isGivenUp: true }]));
});

const kms = () => new KMSClient(cloud.client);

async function newMacKey(): Promise<string> {
  const { KeyMetadata } = await kms().send(
    new CreateKeyCommand({ KeySpec: "HMAC_256", KeyUsage: "GENERATE_VERIFY_MAC" }),
  );
  return KeyMetadata?.Arn ?? "";
}

test("a Kode Periksa is the same each time, another card's or number's is another", async () => {
  const key = await newMacKey();
  const code = (serial: string, contentHash: string, by = key) =>
    new CheckCodeSigner(kms(), by).code({ serial, contentHash });
  const first = await code("A20100000001", "c1");

  expect(first).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
  expect(await code("A20100000001", "c1")).toBe(first);
  const others = [
    await code("A20100000001", "c2"),
    await code("A20100000002", "c1"),
    await code("A20100000001", "c1", await newMacKey()),
  ];
  expect(others).not.toContain(first);
});

test("a card's token is the same each time, another card's is another", async () => {
  const newSigner = async () => new CardTokenSigner(kms(), await newMacKey());
  const signer = await newSigner();
  const token = await signer.token("c1");

  expect(parseToken(token)).toBe(token);
  expect(await signer.token("c1")).toBe(token);
  expect(await signer.token("c2")).not.toBe(token);
  expect(await (await newSigner()).token("c1")).not.toBe(token);
});

test("a token that one process sealed is opened by another that may make tokens, and by no other key", async () => {
  const sealsOf = (key: string) => {
    const tokens = new CardTokenSigner(kms(), key);
    return new TokenSeals(() => tokens.sealKey(), systemClock);
  };
  const [key, otherKey] = [await newMacKey(), await newMacKey()];
  const token = await new CardTokenSigner(kms(), key).token("c1");
  const sealed = await sealsOf(key).seal("c1", token);

  expect(await sealsOf(key).open("c1", sealed)).toBe(token);
  expect(await sealsOf(otherKey).open("c1", sealed)).toBeUndefined();
});

test.each(keysOf(mailTexts))(
  "the mail of %s goes to its holder in two languages and names nobody",
  async (code) => {
    const siti = anEmployee();
    const mailer = new NotificationMailer(new SESv2Client(cloud.client), {
      from,
      siteUrl,
      configurationSet,
    });
    await mailer.send(siti.email, code);

    const mail = started[0]?.mails()[0];
    expect(mail).toMatchObject({
      from,
      configurationSet,
      to: [siti.email],
      subject: mailTexts[code].subject,
    });
    for (const line of mailTexts[code].lines) expect(mail?.text).toContain(line);
    expect(mail?.text).not.toMatch(/Siti|1985/);
    expect(mail?.text?.match(/https?:\S+/g)).toEqual([siteUrl]);
  },
);

test("a mail that SES refuses is a failure", async () => {
  const elsewhere = { from: "kartu@elsewhere.example", siteUrl, configurationSet };
  const mailer = new NotificationMailer(new SESv2Client(cloud.client), elsewhere);

  await expect(mailer.send("siti@contoh.example", "card-changed")).rejects.toThrow();
});

test("an address that SES refuses is refused, not a failure", async () => {
  const mailer = new NotificationMailer(new SESv2Client(cloud.client), {
    from: "kartu@asn.example",
    siteUrl,
    configurationSet,
  });

  expect(await mailer.send("siti..rahma@contoh.example", "card-changed")).toBe("refused");
});
