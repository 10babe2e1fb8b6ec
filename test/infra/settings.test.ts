import { App } from "aws-cdk-lib";
import { expect, test } from "vitest";
import { mailDomain, readSettings, requireDeployable } from "../../infra/settings.ts";

const needed = {
  domain: "kartu.example.go.id",
  alarmEmail: "alarm@example.go.id",
  mailFrom: "kartu@example.go.id",
  runbookUrl: "https://git.example.go.id/kartu/docs/runbook.md",
};
const certificateArn =
  "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012";
const settingsFrom = (context: Record<string, unknown>) => readSettings(new App({ context }).node);

test("four settings are needed, the others have a value of their own", () => {
  expect(settingsFrom(needed)).toEqual({
    ...needed,
    region: "ap-southeast-3",
    cognitoPlan: "LITE",
    waf: true,
    wafManagedRules: "count",
    checkAnswers: false,
    lambdaConcurrency: 10,
    photoFormsPerHour: 30,
    photoReviewPercent: 5,
    signingKey: "none",
    statusKey: "first",
    statusHours: 36,
    monthlyBudgetUsd: 200,
    sealMode: "GOVERNANCE",
    sealDays: 7,
    sms: "off",
    newEmailWaitHours: 24,
    loginFailuresPerLevel: 5,
    loginWorkSeconds: 3,
    deviceDays: 90,
    erasureYears: 0,
    evidenceDays: 0,
    resetsPerSecond: 4.5,
  });
});

test("a setting may come from the command line, as text", () => {
  expect(settingsFrom({ ...needed, waf: "false", monthlyBudgetUsd: "50" })).toMatchObject({
    waf: false,
    monthlyBudgetUsd: 50,
  });
});

test.each<[object, string]>([
  [{ domain: undefined }, "Setting domain in cdk.json is missing."],
  [
    { domain: "https://kartu.example.go.id" },
    "Setting domain in cdk.json must be a host name such as kartu.example.go.id.",
  ],
  [
    { region: "jakarta" },
    "Setting region in cdk.json must be an AWS region such as ap-southeast-3.",
  ],
  [
    {
      certificateArn:
        "arn:aws:acm:ap-southeast-3:111122223333:certificate/12345678-1234-1234-1234-123456789012",
    },
    "Setting certificateArn in cdk.json must be the ARN of an ACM certificate in us-east-1, where CloudFront looks for it.",
  ],
  [
    { lambdaConcurrency: 0 },
    "Setting lambdaConcurrency in cdk.json must be a whole number, the account's quota.",
  ],
  [{ cognitoPlan: "FREE" }, "Setting cognitoPlan in cdk.json must be LITE or ESSENTIALS."],
  [{ cognitoPlan: "PLUS" }, "Setting cognitoPlan in cdk.json must be LITE or ESSENTIALS."],
  [{ wafManagedRules: "off" }, "Setting wafManagedRules in cdk.json must be count or block."],
  [{ waf: "perhaps" }, "Setting waf in cdk.json must be true or false."],
  [
    { monthlyBudgetUsd: "much" },
    "Setting monthlyBudgetUsd in cdk.json must be a number of US dollars.",
  ],
  ...[0, 9, "many"].map((resetsPerSecond): [object, string] => [
    { resetsPerSecond },
    "Setting resetsPerSecond in cdk.json must be a number from 0.1 to 8.",
  ]),
  [{ newEmailWaitHours: "-1" }, "Setting newEmailWaitHours in cdk.json must be a number of hours."],
  ...[0, 21, 2.5, "some"].map((loginFailuresPerLevel): [object, string] => [
    { loginFailuresPerLevel },
    "Setting loginFailuresPerLevel in cdk.json must be a whole number from 1 to 20.",
  ]),
  ...[0, 11, "long"].map((loginWorkSeconds): [object, string] => [
    { loginWorkSeconds },
    "Setting loginWorkSeconds in cdk.json must be a number of seconds from 0.4 to 10.",
  ]),
  ...[-1, 0.5, "always"].map((erasureYears): [object, string] => [
    { erasureYears },
    "Setting erasureYears in cdk.json must be a whole number of years, 0 for never.",
  ]),
  ...[0, 401, 0.5, "always"].map((deviceDays): [object, string] => [
    { deviceDays },
    "Setting deviceDays in cdk.json must be a whole number of days from 1 to 400.",
  ]),
  [
    { photoReviewPercent: 101 },
    "Setting photoReviewPercent in cdk.json must be a percentage from 0 to 100.",
  ],
  [
    { statusHours: 24 },
    "Setting statusHours in cdk.json must be a whole number of hours from 26 to 168.",
  ],
  [{ signingKey: "third" }, "Setting signingKey in cdk.json must be first, second or none."],
  [
    { domain: "kartu-asn.kotawaringin-barat.go.id", signingKey: "first" },
    "Setting domain in cdk.json has 34 letters. Signed codes are read small and blurred with at most 27 (docs/qr-payload.md, What was measured): take a shorter name, or leave signingKey at none.",
  ],
  [
    { domain: `${"kartu.".repeat(10)}go.id` },
    "Setting domain in cdk.json must have at most 64 letters, as many as cards have room for.",
  ],
  [{ statusKey: "none" }, "Setting statusKey in cdk.json must be first or second."],
  [{ photoFormsPerHour: 0 }, "Setting photoFormsPerHour in cdk.json must be more than 0 photos."],
  [{ monthlyBudgetUsd: 0 }, "Setting monthlyBudgetUsd in cdk.json must be more than 0 US dollars."],
  [
    { alarmEmail: "nobody" },
    "Setting alarmEmail in cdk.json must be the e-mail address that alarms go to.",
  ],
  [
    { pageEmail: "nobody" },
    "Setting pageEmail in cdk.json must be the e-mail address that urgent alarms go to.",
  ],
  [
    { mailFrom: "kartu" },
    "Setting mailFrom in cdk.json must be the e-mail address that the system writes from.",
  ],
  ...[
    undefined,
    "docs",
    "docs/runbook.md",
    "http://git.example.go.id/runbook.md",
    "https:runbook",
    "https://git.example.go.id/runbook.md#alarms",
  ].map((runbookUrl): [object, string] => [
    { runbookUrl },
    'Setting runbookUrl in cdk.json must be the https address of the runbook, without a "#".',
  ]),
  [
    { hostedZoneId: "Z0123456789ABC" },
    "Settings hostedZoneId and hostedZoneName in cdk.json go together: give both, or neither.",
  ],
  [
    { hostedZoneId: "Z0123456789ABC", hostedZoneName: "other.go.id" },
    "Setting hostedZoneName in cdk.json must be the zone that domain lies in.",
  ],
  [
    { lambdaConcurency: 1000, Domain: "kartu.go.id" },
    "There is no setting lambdaConcurency, Domain: see docs/operations.md, Settings.",
  ],
])("%o is refused in one sentence", (wrong, sentence) => {
  expect(() => settingsFrom({ ...needed, ...wrong })).toThrow(new Error(sentence));
});

test("several wrong settings are all named at once", () => {
  expect(() => settingsFrom({ waf: "perhaps" })).toThrow(
    /domain[\s\S]*waf[\s\S]*alarmEmail[\s\S]*mailFrom/,
  );
});

test("what CDK itself keeps in the context is no setting", () => {
  const ofCdk = {
    "@aws-cdk/core:stackRelativeExports": true,
    "aws:cdk:enable-path-metadata": true,
    "availability-zones:account=111122223333:region=ap-southeast-3": ["a"],
    "acknowledged-issue-numbers": [34_892],
  };
  expect(settingsFrom({ ...needed, ...ofCdk })).toEqual(settingsFrom(needed));
});

test("mail comes from the domain behind the at sign", () => {
  expect(mailDomain(needed)).toBe("example.go.id");
});

test.each(["kartu.example", "example.com", "kartu.example.org", "a.test", "localhost.invalid"])(
  "%s is nobody's, so nothing is deployed for it",
  (domain) => {
    const settings = settingsFrom({ ...needed, certificateArn, domain });
    expect(() => requireDeployable(settings)).toThrow("still hold examples: domain.");
  },
);

test("a runbook at an example's address is nobody's either", () => {
  const runbookUrl = "https://kartu.example/runbook.md";
  expect(() => requireDeployable(settingsFrom({ ...needed, certificateArn, runbookUrl }))).toThrow(
    "still hold examples: runbookUrl.",
  );
});

test("names of one's own and a certificate are deployed", () => {
  for (const domain of ["kartu.go.id", "example.go.id", "contest.id"])
    expect(() =>
      requireDeployable(settingsFrom({ ...needed, certificateArn, domain })),
    ).not.toThrow();
});
