import {
  BadRequestException,
  GetAccountCommand,
  LimitExceededException,
  MessageRejected,
  SESv2Client,
  TooManyRequestsException,
} from "@aws-sdk/client-sesv2";
import { mockClient } from "aws-sdk-client-mock";
import { expect, test } from "vitest";
import { NotificationMailer } from "#shared/notification/notification-mailer.ts";
import { outages } from "../../support/aws-failures.ts";
import { siteUrl } from "../../support/call-api.ts";

const sender = { from: "kartu@asn.example.go.id", siteUrl, configurationSet: "mails" };

test.each(outages)("%s is not taken for a mail that was sent", async (_, outage) => {
  const client = new SESv2Client();
  mockClient(client).rejects(outage);
  const mailer = new NotificationMailer(client, sender);

  await expect(mailer.send("siti@contoh.example", "card-changed")).rejects.toBe(outage);
});

test("what SES lets the account send is read from it", async () => {
  const client = new SESv2Client();
  const SendQuota = { MaxSendRate: 14, Max24HourSend: 50_000, SentLast24Hours: 7 };
  mockClient(client).on(GetAccountCommand).resolvesOnce({ SendQuota }).resolves({});
  const mailer = new NotificationMailer(client, sender);

  expect(await mailer.quota()).toEqual({ perSecond: 14, perDay: 50_000, sentInDay: 7 });
  await expect(mailer.quota()).rejects.toThrow("no quota");
});

test.each([
  new LimitExceededException({ message: "Daily message quota exceeded.", $metadata: {} }),
  // As the guide has it; the API's reference names the other.
  Object.assign(new Error("Daily message quota exceeded"), { name: "ThrottlingException" }),
])("when SES's day is full the mail is tried hours later: %o", async (error) => {
  const client = new SESv2Client();
  mockClient(client).rejects(error);
  const mailer = new NotificationMailer(client, sender);

  await expect(mailer.send("siti@contoh.example", "card-changed")).rejects.toMatchObject({
    retryAfterSeconds: 4 * 3600,
  });
});

const told = { message: "told by SES", $metadata: {} };

test("a mail to what is no address is refused, not tried for ever", async () => {
  const client = new SESv2Client();
  mockClient(client).rejects(new BadRequestException(told));
  const mailer = new NotificationMailer(client, sender);

  expect(await mailer.send("siti@contoh.example", "card-changed")).toBe("refused");
});

test.each([new TooManyRequestsException(told), new MessageRejected(told)])(
  "a mail that SES may take later is a failure now: %o",
  async (error) => {
    const client = new SESv2Client();
    mockClient(client).rejects(error);
    const mailer = new NotificationMailer(client, sender);

    await expect(mailer.send("siti@contoh.example", "card-changed")).rejects.toBe(error);
  },
);

const sandbox = (...unknown: string[]) =>
  new MessageRejected({
    message: `Email address is not verified. The following identities failed the check in region AP-SOUTHEAST-3: ${unknown.join(", ")}`,
    $metadata: {},
  });

test("an address that SES's sandbox does not know gets no mail", async () => {
  const client = new SESv2Client();
  mockClient(client).rejects(sandbox("Siti@contoh.example"));
  const mailer = new NotificationMailer(client, sender);

  expect(await mailer.send("siti@contoh.example", "card-changed")).toBe("unverified");
});

test.each([[sender.from], [sender.from, "siti@contoh.example"]])(
  "when SES does not know our own address the mail is tried again: %s %s",
  async (...unknown) => {
    const client = new SESv2Client();
    const error = sandbox(...unknown);
    mockClient(client).rejects(error);
    const mailer = new NotificationMailer(client, sender);

    await expect(mailer.send("siti@contoh.example", "card-changed")).rejects.toBe(error);
  },
);

test("a mail about an own request asks whether it is one, not whether a change is known", async () => {
  const client = new SESv2Client();
  const ses = mockClient(client);
  const mailer = new NotificationMailer(client, sender);
  await mailer.send("siti@contoh.example", "own-request-rejected");
  await mailer.send("siti@contoh.example", "card-changed");

  const [request, change] = ses.calls().map(({ args }) => JSON.stringify(args[0].input));
  expect(request).toContain("Jika Anda tidak membuat pengajuan ini");
  expect(request).not.toContain("perubahan ini");
  expect(change).toContain("Jika Anda tidak mengenali perubahan ini");
});
