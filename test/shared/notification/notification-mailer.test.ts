import {
  BadRequestException,
  MessageRejected,
  SESv2Client,
  TooManyRequestsException,
} from "@aws-sdk/client-sesv2";
import { mockClient } from "aws-sdk-client-mock";
import { expect, test } from "vitest";
import { NotificationMailer } from "#shared/notification/notification-mailer.ts";
import { outages } from "../../support/aws-failures.ts";
import { siteUrl } from "../../support/call-api.ts";

test.each(outages)("%s is not taken for a mail that was sent", async (_, outage) => {
  const client = new SESv2Client();
  mockClient(client).rejects(outage);
  const mailer = new NotificationMailer(client, { from: "kartu@asn.example.go.id", siteUrl });

  await expect(mailer.send("siti@contoh.example", "card-changed")).rejects.toBe(outage);
});

const told = { message: "told by SES", $metadata: {} };

test("a mail to what is no address is refused, not tried for ever", async () => {
  const client = new SESv2Client();
  mockClient(client).rejects(new BadRequestException(told));
  const mailer = new NotificationMailer(client, { from: "kartu@asn.example.go.id", siteUrl });

  expect(await mailer.send("siti@contoh.example", "card-changed")).toBe("refused");
});

test.each([new TooManyRequestsException(told), new MessageRejected(told)])(
  "a mail that SES may take later is a failure now: %o",
  async (error) => {
    const client = new SESv2Client();
    mockClient(client).rejects(error);
    const mailer = new NotificationMailer(client, { from: "kartu@asn.example.go.id", siteUrl });

    await expect(mailer.send("siti@contoh.example", "card-changed")).rejects.toBe(error);
  },
);
