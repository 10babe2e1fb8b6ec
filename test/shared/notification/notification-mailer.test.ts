import { SESv2Client } from "@aws-sdk/client-sesv2";
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
