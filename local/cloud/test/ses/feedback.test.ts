import { SESv2Client } from "@aws-sdk/client-sesv2";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { SesEvent } from "../../ses/feedback.ts";
import { createSes, type Ses } from "../../ses/ses-service.ts";
import { type ServicesUnderTest, startServices } from "../one-service.ts";
import { aMail } from "./ses-under-test.ts";

const events: SesEvent[] = [];
const made: Ses[] = [];
let cloud: ServicesUnderTest;

beforeAll(async () => {
  cloud = await startServices((context) => {
    const ses = createSes(context, { publish: (event) => events.push(event) });
    ses.ensureIdentity("asn.example.go.id");
    ses.ensureConfigurationSet("all", ["bounce", "COMPLAINT", "REJECT"]);
    ses.ensureConfigurationSet("complaints", ["COMPLAINT"]);
    ses.ensureConfigurationSet("silent");
    made.push(ses);
    return [ses];
  });
});
afterAll(() => cloud.stop());
beforeEach(() => events.splice(0));

async function send(to: string, ConfigurationSetName?: string) {
  const ses = new SESv2Client(cloud.client);
  const Destination = { ToAddresses: [to] };
  return await ses.send(
    aMail({ Destination, ...(ConfigurationSetName && { ConfigurationSetName }) }),
  );
}

test("the addresses of the mailbox simulator answer as their names say, with a label too", async () => {
  await send("bounce+siti@simulator.amazonses.com", "all");
  await send("suppressionlist@simulator.amazonses.com", "all");
  await send("complaint@simulator.amazonses.com", "all");
  await send("success@simulator.amazonses.com", "all");
  await send("ooto@simulator.amazonses.com", "all");
  await send("siti@mail.example", "all");

  expect(events.map((event) => event["detail-type"])).toEqual([
    "Email Bounced",
    "Email Bounced",
    "Email Complaint Received",
  ]);
  expect(events[0]).toMatchObject({
    source: "aws.ses",
    detail: {
      eventType: "Bounce",
      bounce: { bounceType: "Permanent", bounceSubType: "General" },
      mail: {
        destination: ["bounce+siti@simulator.amazonses.com"],
        tags: { "ses:configuration-set": ["all"] },
      },
    },
  });
  expect(events[1]?.detail).toMatchObject({ bounce: { bounceSubType: "Suppressed" } });
});

test("a configuration set publishes the kinds it was told, and no set publishes none", async () => {
  await send("bounce@simulator.amazonses.com", "complaints");
  await send("bounce@simulator.amazonses.com", "silent");
  await send("bounce@simulator.amazonses.com");
  expect(events).toEqual([]);
  await send("complaint@simulator.amazonses.com", "complaints");

  expect(events).toHaveLength(1);
});

test("a mail of another service publishes as well", () => {
  made[0]?.deliver({
    ...{ from: "kartu@asn.example.go.id", to: ["bounce@simulator.amazonses.com"], cc: [], bcc: [] },
    ...{ replyTo: [], headers: {}, tags: {}, subject: "Kode", text: "1", configurationSet: "all" },
  });

  expect(events).toHaveLength(1);
});
