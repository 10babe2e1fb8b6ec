import {
  GetAccountCommand,
  PutAccountSuppressionAttributesCommand,
  PutEmailIdentityDkimAttributesCommand,
  type SendEmailCommandInput,
} from "@aws-sdk/client-sesv2";
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from "vitest";
import { AwsError } from "../../kernel/service.ts";
import { aMail, type SesUnderTest, sender, startSes } from "./ses-under-test.ts";

const dayMillis = 86_400_000;
const asked: { action: string; resource: string; conditions: unknown }[] = [];
let under: SesUnderTest;

beforeAll(async () => {
  under = await startSes({
    authorize: (_, action, resource, conditions) => {
      asked.push({ action, resource, conditions });
      if (resource.endsWith("forbidden.example")) throw new AwsError("AccessDenied", "No.");
    },
  });
});
afterAll(() => under.cloud.stop());

/** Sends after a pause, so that the rate of earlier tests does not count. */
function send(changes: Partial<SendEmailCommandInput> = {}) {
  under.cloud.clock.advance(1001);
  return under.ses.send(aMail(changes));
}

test("a mail is kept whole, newest first", async () => {
  await send({ ReplyToAddresses: ["bantuan@mail.example"] });
  const { MessageId } = await send({
    FromEmailAddress: `"Kartu ASN" <${sender}>`,
    Destination: { ToAddresses: ["a@mail.example"], BccAddresses: ["b@mail.example"] },
    EmailTags: [{ Name: "kind", Value: "notice" }],
  });
  const [newest, older] = under.service.mails();

  expect(newest).toMatchObject({
    id: MessageId,
    from: `"Kartu ASN" <${sender}>`,
    to: ["a@mail.example"],
    cc: [],
    bcc: ["b@mail.example"],
    subject: "Kartu Anda berubah",
    text: "Lihat kartu Anda.",
    html: "<p>Lihat</p>",
    tags: { kind: "notice" },
  });
  expect(older).toMatchObject({ replyTo: ["bantuan@mail.example"], tags: {} });
});

test("a mail from an unverified identity is refused", async () => {
  const before = under.service.mails().length;
  await expect(send({ FromEmailAddress: "x@other.example" })).rejects.toMatchObject({
    name: "MessageRejected",
    message:
      "Email address is not verified. The following identities failed the check in region AP-SOUTHEAST-3: x@other.example",
  });
  expect(under.service.mails()).toHaveLength(before);
});

test("a mail is authorised on the identity it is sent as, with who writes to whom", async () => {
  asked.length = 0;
  await send({ FromEmailAddress: `Kartu ASN <${sender}>` });
  expect(asked).toEqual([
    {
      action: "ses:SendEmail",
      resource: "arn:aws:ses:ap-southeast-3:000000000000:identity/asn.example.go.id",
      conditions: {
        "ses:ApiVersion": "2",
        "ses:FromAddress": sender,
        "ses:FromDisplayName": "Kartu ASN",
        "ses:Recipients": ["siti@mail.example"],
      },
    },
  ]);
  await expect(send({ FromEmailAddress: "a@forbidden.example" })).rejects.toHaveProperty(
    "name",
    "AccessDeniedException",
  );
});

test("a configuration set must be there and be allowed", async () => {
  await expect(send({ ConfigurationSetName: "kartu" })).rejects.toHaveProperty(
    "name",
    "NotFoundException",
  );
  under.service.ensureConfigurationSet("kartu");
  asked.length = 0;
  await send({ ConfigurationSetName: "kartu" });
  expect(asked.at(-1)?.resource).toBe(
    "arn:aws:ses:ap-southeast-3:000000000000:configuration-set/kartu",
  );
});

test("what is no mail is refused", async () => {
  await expect(send({ Destination: {} })).rejects.toThrow(/at least one recipient/);
  await expect(send({ Destination: { ToAddresses: ["nobody"] } })).rejects.toThrow(
    "Missing final '@domain'",
  );
  await expect(
    send({ Destination: { ToAddresses: ["a@b.example\r\nBcc: c@d.example"] } }),
  ).rejects.toThrow("Illegal address");
  await expect(
    send({ Destination: { ToAddresses: Array<string>(51).fill("a@b.example") } }),
  ).rejects.toThrow(/Recipient count exceeds 50/);
});

test.each([
  ["siti", "Missing final '@domain'"],
  ["@contoh.example", "Missing final '@domain'"],
  ["sïti@contoh.example", "Local address contains illegal character"],
  ["si\u200bti@contoh.example", "Local address contains illegal character"],
  ['"><img/src=x/onerror=alert(1)>@x.yy', "Local address contains illegal character"],
  ["siti rahma@contoh.example", "Local address contains control or whitespace"],
  [".siti@contoh.example", "Local address starts with dot"],
  ["siti.@contoh.example", "Local address ends with dot"],
  ["a..b@c.id", "Local address contains dot-dot"],
  [`${"a".repeat(65)}@c.id`, "Local address contains illegal character"],
  ["siti@cóntoh.example", "Domain contains illegal character"],
  ["siti@contoh_id.example", "Domain contains illegal character"],
  ["siti@-contoh.example", "Domain contains illegal character"],
  ["a@c..id", "Domain contains dot-dot"],
  ["a@c.id.", "Missing domain"],
  ["siti@", "Missing domain"],
])("%s is refused as a recipient: %s", async (to, message) => {
  const before = under.service.mails().length;

  await expect(send({ Destination: { ToAddresses: [to] } })).rejects.toMatchObject({
    name: "BadRequestException",
    message,
  });
  expect(under.service.mails()).toHaveLength(before);
});

test("headers and tags are of the letters that AWS's documents allow", async () => {
  const content = { Subject: { Data: "x" }, Body: { Text: { Data: "x" } } };
  const withHeader = (Name: string, Value: string) =>
    send({ Content: { Simple: { ...content, Headers: [{ Name, Value }] } } });
  const header = { Name: "X-Kartu", Value: "x" };
  const Headers = Array<typeof header>(16).fill(header);
  const refused = [
    withHeader("X:Kartu", "x"),
    withHeader("X Kartu", "x"),
    withHeader("X-Kartu", "x\r\nBcc: c@d.example"),
    withHeader("X-Kartu", "é"),
    withHeader("X".repeat(127), "x"),
    withHeader("X-Kartu", "x".repeat(990)),
    send({ Content: { Simple: { ...content, Headers } } }),
    send({ EmailTags: [{ Name: "a kind", Value: "x" }] }),
    send({ EmailTags: [{ Name: "kind", Value: "a.b" }] }),
    send({ EmailTags: [{ Name: "kind", Value: "x".repeat(257) }] }),
  ];
  for (const each of await Promise.allSettled(refused))
    expect(each).toMatchObject({ status: "rejected", reason: { name: "BadRequestException" } });

  await withHeader("X-Kartu", "x".repeat(989));
  expect(under.service.mails()[0]?.headers).toEqual({ "X-Kartu": "x".repeat(989) });
});

test.each(["o'brien+asn@contoh.example", "Siti <siti@xn--cntoh-3ta.example>"])(
  "%s is delivered to",
  async (to) => {
    await send({ Destination: { ToAddresses: [to] } });

    expect(under.service.mails()[0]?.to).toEqual([to]);
  },
);

test("content, members and operations it does not know fail with their names", async () => {
  await expect(send({ Content: { Raw: { Data: Buffer.from("x") } } })).rejects.toThrow("Raw");
  await expect(send({ FeedbackForwardingEmailAddress: sender })).rejects.toThrow(
    "FeedbackForwardingEmailAddress",
  );
  await expect(under.ses.send(new PutAccountSuppressionAttributesCommand({}))).rejects.toThrow(
    "PUT /v2/email/account/suppression",
  );
});

test("an unknown operation is named without the address in its path", async () => {
  await expect(
    under.ses.send(new PutEmailIdentityDkimAttributesCommand({ EmailIdentity: sender })),
  ).rejects.toThrow("PUT /v2/email/identities/…/dkim");
});

test("too many mails in a second are throttled, a second later they go", async () => {
  const ToAddresses = Array.from({ length: 5 }, (_, n) => `${n}@mail.example`);
  // The second stands still, however long a busy machine takes.
  vi.useFakeTimers({ toFake: ["Date"] });
  onTestFinished(() => void vi.useRealTimers());
  await send({ Destination: { ToAddresses } });
  await expect(under.ses.send(aMail())).rejects.toMatchObject({
    name: "TooManyRequestsException",
    message: "Maximum sending rate exceeded.",
  });
  expect((await send()).MessageId).toBeDefined();
});

test("the quota of 24 hours counts recipients, tells how many, and renews", async () => {
  under.cloud.clock.advance(dayMillis);
  const sent = async () =>
    (await under.ses.send(new GetAccountCommand({}))).SendQuota?.SentLast24Hours;
  expect(await sent()).toBe(0);

  const five = { Destination: { ToAddresses: Array<string>(5).fill("a@mail.example") } };
  for (let n = 0; n < 8; n++) await send(five);
  expect(await sent()).toBe(40);
  await expect(send()).rejects.toMatchObject({ name: "LimitExceededException" });
  under.cloud.clock.advance(dayMillis);
  expect((await send()).MessageId).toBeDefined();
});

test("another service delivers without identity, and a listener hears of every mail", async () => {
  const heard: string[] = [];
  const stop = under.service.onMail(({ subject }) => heard.push(subject));
  under.service.deliver({
    from: "no-reply@verificationemail.com",
    to: ["siti@mail.example"],
    cc: [],
    bcc: [],
    replyTo: [],
    subject: "Kode",
    text: "123456",
    headers: {},
    tags: {},
  });
  await send();
  stop();
  await send();

  expect(heard).toEqual(["Kode", "Kartu Anda berubah"]);
  expect(under.service.mails().at(2)?.text).toBe("123456");
});

test("mails, identities and the quota survive a restart", async () => {
  const { MessageId } = await send();
  const { SendQuota } = await under.ses.send(new GetAccountCommand({}));
  const offset = under.cloud.clock.millis() - Date.now();
  await under.cloud.stop({ keep: true });
  under = await startSes({ directory: under.cloud.directory });
  under.cloud.clock.advance(offset);

  expect(under.service.mails()[0]?.id).toBe(MessageId);
  expect((await under.ses.send(new GetAccountCommand({}))).SendQuota).toEqual(SendQuota);
  expect((await send()).MessageId).toBeDefined();
});
