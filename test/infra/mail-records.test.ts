/** SPF, DKIM and DMARC: records where the zone is ours, outputs always. */
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { synthesize } from "../../infra/synth.ts";
import { placeholderArtifacts } from "./placeholder-artifacts.ts";
import { readTemplate } from "./templates.ts";

const template = z.looseObject({
  Outputs: z.record(z.string(), z.looseObject({ Value: z.json() })),
  Resources: z.record(z.string(), z.looseObject({ Type: z.string(), Properties: z.json() })),
});

/** What the mail stack writes into the zone, as "TYPE name value", and its outputs. */
function mailStack(context: Record<string, unknown>) {
  const outdir = mkdtempSync(join(tmpdir(), "kartu-cdk-"));
  synthesize({ outdir, context, artifacts: placeholderArtifacts() });
  const { Outputs, Resources } = template.parse(JSON.parse(readTemplate(outdir, "Kartu-Mail")));
  const record = z.object({
    Type: z.string(),
    Name: z.json(),
    ResourceRecords: z.array(z.json()),
  });
  const records = Object.values(Resources)
    .filter(({ Type }) => Type === "AWS::Route53::RecordSet")
    .map(({ Properties }) => record.parse(Properties))
    .map(({ Type, Name, ResourceRecords: [value] }) =>
      [Type, ...[Name, value].map((each) => (typeof each === "string" ? each : "…"))].join(" "),
    );
  const outputs = Object.fromEntries(Object.entries(Outputs).map(([k, { Value }]) => [k, Value]));
  const identity = Object.values(Resources).find(({ Type }) => Type === "AWS::SES::EmailIdentity");
  return { records: records.sort(), outputs, identity: identity?.Properties };
}

const dkim = Array(3).fill("CNAME … …");
const spf = [
  "MX bounce.kartu.example.go.id. 10 feedback-smtp.ap-southeast-3.amazonses.com",
  'TXT bounce.kartu.example.go.id. "v=spf1 include:amazonses.com ~all"',
];
const zone = { hostedZoneId: "Z0123456789ABC", hostedZoneName: "example.go.id" };
const site = { domain: "kartu.example.go.id", mailFrom: "kartu@kartu.example.go.id" };

test("in a zone of ours all records are written", () => {
  const { records, identity } = mailStack({ ...site, ...zone });

  expect(records).toEqual(
    [...dkim, ...spf, 'TXT _dmarc.kartu.example.go.id. "v=DMARC1; p=quarantine"'].sort(),
  );
  expect(identity).toMatchObject({
    MailFromAttributes: { MailFromDomain: "bounce.kartu.example.go.id" },
  });
});

test("a domain that others write mails from gets no DMARC record by itself", () => {
  const { records } = mailStack({ ...site, ...zone, mailFrom: "kartu@example.go.id" });

  expect(records.filter((each) => each.includes("DMARC"))).toEqual([]);
  expect(records).toHaveLength(5);
});

test.each([{}, { ...zone, mailFrom: "kartu@mail.example.org" }])(
  "with the settings %j no record is written, and each is an output",
  (context) => {
    const { records, outputs } = mailStack({ ...site, ...context });
    const domain = "mailFrom" in context ? "mail.example.org" : "kartu.example.go.id";

    expect(records).toEqual([]);
    expect(outputs).toMatchObject({
      DkimRecord1: expect.anything(),
      DkimRecord2: expect.anything(),
      DkimRecord3: expect.anything(),
      MailFromRecord: `bounce.${domain} MX 10 feedback-smtp.ap-southeast-3.amazonses.com`,
      SpfRecord: `bounce.${domain} TXT "v=spf1 include:amazonses.com ~all"`,
      DmarcRecord: `_dmarc.${domain} TXT "v=DMARC1; p=quarantine"`,
    });
  },
);
