import type { Node } from "constructs";
import * as z from "zod";

const hostName = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/;

/** Letters of a host that cards have room for, and of one whose signed codes have modules of 5 pixels (docs/qr-payload.md, «What was measured»). */
const [longestHost, longestSignedHost] = [64, 27];

const flag = z.preprocess(
  (value) => (value === "true" ? true : value === "false" ? false : value),
  z.boolean({ error: "must be true or false" }),
);

/**
 * What all functions reserve, and the 100 that Lambda keeps unreserved ("Configuring reserved concurrency for a function",
 * https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html); a test adds them up.
 */
export const fullConcurrency = 422;

const httpsOnly = 'must be the https address of the runbook, without a "#"';

/** A whole number between two others, in words that name both. */
const whole = (words: string, least: number, most: number) => {
  const error = `must be ${words}`;
  return z.coerce.number({ error }).int(error).min(least, error).max(most, error);
};

/** Every setting of a deployment: the keys of `context` in cdk.json, or `-c key=value`, whose values are strings. */
const schema = z.object({
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, "must be an AWS region such as ap-southeast-3")
    .default("ap-southeast-3"),
  domain: z
    .string()
    .regex(hostName, "must be a host name such as kartu.example.go.id")
    .max(longestHost, `must have at most ${longestHost} letters, as many as cards have room for`),
  certificateArn: z
    .string()
    .regex(
      /^arn:aws:acm:us-east-1:\d{12}:certificate\/[0-9a-f-]+$/,
      "must be the ARN of an ACM certificate in us-east-1, where CloudFront looks for it",
    )
    .optional(),
  hostedZoneId: z
    .string()
    .regex(/^Z[A-Z0-9]+$/, "must be the id of a Route 53 hosted zone, such as Z0123456789ABC")
    .optional(),
  hostedZoneName: z
    .string()
    .regex(hostName, "must be the name of that hosted zone, such as example.go.id")
    .optional(),
  /** Cognito's feature plan. PLUS is none of the choices (decision 0031). */
  cognitoPlan: z
    .enum(["LITE", "ESSENTIALS"], { error: "must be LITE or ESSENTIALS" })
    .default("LITE"),
  waf: flag.default(true),
  /** What AWS's own rules do: "count" until somebody has read their log, then "block". */
  wafManagedRules: z.enum(["count", "block"], { error: "must be count or block" }).default("count"),
  /**
   * How many functions the account may run at the same time: its quota, 10 in a new account. From `fullConcurrency` on, a part is
   * reserved for each function.
   */
  lambdaConcurrency: z.coerce
    .number({ error: "must be a whole number, the account's quota" })
    .int("must be a whole number, the account's quota")
    .min(1, "must be a whole number, the account's quota")
    .default(10),
  /** The version of the edge-key that CloudFront sends; without one the version that was the current one when it was first deployed. */
  edgeKeyVersion: z
    .string()
    .regex(/^[0-9A-Za-z-]{32,64}$/, "must be the VersionId that kartu kunci printed")
    .optional(),
  /** Whether the APIs check each answer against its route's statement (decision 0019). */
  checkAnswers: flag.default(false),
  /** What sends texts to phones where mails do not arrive (shared/sms/sms.ts). */
  sms: z.enum(["off"], { error: "must be off: there is no gateway" }).default("off"),
  /** How long a changed e-mail address receives no reset code, hours (decision 0014). */
  newEmailWaitHours: z.coerce
    .number({ error: "must be a number of hours" })
    .min(0, "must be a number of hours")
    .max(720, "must be at most 720 hours")
    .default(24),
  /**
   * How many reset codes are mailed in a second. SES's 14 mails a second are the limit at first, of which notices take two thirds;
   * at most a third of what Cognito lets users be updated, 25 a second («Quotas in Amazon Cognito», UserUpdate: not adjustable).
   */
  resetsPerSecond: z.coerce
    .number({ error: "must be a number from 0.1 to 8" })
    .min(0.1, "must be a number from 0.1 to 8")
    .max(8, "must be a number from 0.1 to 8")
    .default(4.5),
  /** So many wrong passwords an hour cost nothing, for a number or a known device; each further so many double the work. */
  loginFailuresPerLevel: whole("a whole number from 1 to 20", 1, 20).default(5),
  /** The most work that a login asks for, in seconds of a weak phone. */
  loginWorkSeconds: z.coerce
    .number({ error: "must be a number of seconds from 0.4 to 10" })
    .min(0.4, "must be a number of seconds from 0.4 to 10")
    .max(10, "must be a number of seconds from 0.4 to 10")
    .default(3),
  /** How long a device stays known after its last login. Browsers store no cookie for more than 400 days (RFC 6265bis). */
  deviceDays: whole("a whole number of days from 1 to 400", 1, 400).default(90),
  /**
   * How many years after the card's end a leaver's data are erased; 0: never. It must follow the agency's own retention schedule (jadwal
   * retensi arsip; UU 27/2022, article 44; Peraturan ANRI 22/2017), so there is no default that erases (decision 0051).
   */
  erasureYears: z.coerce
    .number({ error: "must be a whole number of years, 0 for never" })
    .int("must be a whole number of years, 0 for never")
    .min(0, "must be a whole number of years, 0 for never")
    .max(100, "must be at most 100 years")
    .default(0),
  /**
   * How many days after its end the files of a request are deleted; 0: with its person's data. It must follow the agency's own retention schedule,
   * so there is no default that deletes (decision 0094).
   */
  evidenceDays: z.coerce
    .number({ error: "must be a whole number of days, 0 for never" })
    .int("must be a whole number of days, 0 for never")
    .min(0, "must be a whole number of days, 0 for never")
    .max(36_500, "must be at most 36500 days")
    .default(0),
  photoFormsPerHour: z.coerce
    .number({ error: "must be a number of photos" })
    .int("must be a whole number of photos")
    .positive("must be more than 0 photos")
    .default(30),
  /** Of photos that the judge accepts without a warning, how many an officer looks at all the same (decision 0066). */
  photoReviewPercent: z.coerce
    .number({ error: "must be a percentage from 0 to 100" })
    .min(0, "must be a percentage from 0 to 100")
    .max(100, "must be a percentage from 0 to 100")
    .default(5),
  /** The public half of the root key, by which the page that scans cards knows the list of keys: "x.y", as `kartu kunci-kartu akar` says it. */
  rootKey: z
    .string()
    .regex(/^[\w-]{43}\.[\w-]{43}$/, "must be what kartu kunci-kartu akar printed")
    .transform((text) => {
      const [x = "", y = ""] = text.split(".");
      return { x, y };
    })
    .optional(),
  /** Which key signs what an offline verifier reads of a card; with none a card's QR holds its address alone (decision 0072). */
  signingKey: z
    .enum(["first", "second", "none"], { error: "must be first, second or none" })
    .default("none"),
  /** Which key signs the status lists; both are in the list of keys (decision 0075). */
  statusKey: z.enum(["first", "second"], { error: "must be first or second" }).default("first"),
  /** For how many hours a status list is believed, from when it was made: then a card cannot be checked offline (decision 0075). */
  statusHours: whole("a whole number of hours from 26 to 168", 26, 168).default(36),
  /** Who may delete a seal of the history before its time: whoever has the right to, or nobody at all, not even AWS (decision 0046). */
  sealMode: z
    .enum(["GOVERNANCE", "COMPLIANCE"], { error: "must be GOVERNANCE or COMPLIANCE" })
    .default("GOVERNANCE"),
  /** How long a seal is locked. A week for a trial; a deployment sets years, with COMPLIANCE. */
  sealDays: whole("a whole number of days from 1 to 36500", 1, 36_500).default(7),
  monthlyBudgetUsd: z.coerce
    .number({ error: "must be a number of US dollars" })
    .positive("must be more than 0 US dollars")
    .default(200),
  alarmEmail: z.email({ error: "must be the e-mail address that alarms go to" }),
  /** Where alarms go that somebody must hear at night, such as the address of a paging service; as alarmEmail unless said. */
  pageEmail: z.email({ error: "must be the e-mail address that urgent alarms go to" }).optional(),
  /** Where the operators read the runbook. Every alarm's mail leads to its entry there, so it has no "#" of its own. */
  runbookUrl: z
    .string(httpsOnly)
    .refine((text) => /^https:\/\/[^\s#]+$/.test(text) && URL.canParse(text), httpsOnly),
  mailFrom: z.email({ error: "must be the e-mail address that the system writes from" }),
});

export type Settings = z.infer<typeof schema>;

/** Reads and checks the settings. @throws Error with one sentence per wrong setting, naming it. */
export function readSettings(node: Node): Settings {
  const given = Object.fromEntries(
    Object.keys(schema.shape).map((name) => [name, node.tryGetContext(name) ?? undefined]),
  );
  demandKnown(Object.keys(node.getAllContext()));
  const result = schema.safeParse(given);
  if (!result.success) throw new Error(result.error.issues.map(sentence).join("\n"));
  const { domain, hostedZoneId, hostedZoneName, signingKey } = result.data;
  if (signingKey !== "none" && domain.length > longestSignedHost) {
    throw new Error(
      `Setting domain in cdk.json has ${domain.length} letters. Signed codes are read small and blurred with at most ${longestSignedHost} (docs/qr-payload.md, What was measured): take a shorter name, or leave signingKey at none.`,
    );
  }
  if ((hostedZoneId === undefined) !== (hostedZoneName === undefined)) {
    throw new Error(
      "Settings hostedZoneId and hostedZoneName in cdk.json go together: give both, or neither.",
    );
  }
  if (hostedZoneName && domain !== hostedZoneName && !domain.endsWith(`.${hostedZoneName}`)) {
    throw new Error("Setting hostedZoneName in cdk.json must be the zone that domain lies in.");
  }
  return result.data;
}

/** Names of CDK's own have a colon, "@" or hyphen. @throws Error when another one is no setting: it was mistyped and would do nothing */
function demandKnown(names: readonly string[]): void {
  const unknown = names.filter(
    (name) => /^[a-z]\w*$/i.test(name) && !Object.hasOwn(schema.shape, name),
  );
  if (unknown.length > 0)
    throw new Error(`There is no setting ${unknown.join(", ")}: see docs/operations.md, Settings.`);
}

/**
 * Checks what only a real deployment needs. The cdk.json of the repository is for the embedded cloud.
 * @throws Error with one sentence: names nobody can own (RFC 2606), or no certificate
 */
export function requireDeployable({
  domain,
  mailFrom,
  alarmEmail,
  pageEmail = "",
  runbookUrl,
  certificateArn,
}: Settings): void {
  const { hostname } = new URL(runbookUrl);
  const names = Object.entries({ domain, mailFrom, alarmEmail, pageEmail, runbookUrl: hostname });
  const examples = names.filter(([, value]) => reserved.test(value)).map(([name]) => name);
  if (examples.length > 0) {
    throw new Error(
      `These settings in cdk.json still hold examples: ${examples.join(", ")}. Fill them in as docs/operations.md says.`,
    );
  }
  if (!certificateArn) {
    throw new Error(
      `Setting certificateArn in cdk.json is missing: the site would not answer at https://${domain}, where cards and logins need it.`,
    );
  }
}

/** https://www.rfc-editor.org/rfc/rfc2606: reserved for documents and tests. */
const reserved = /(^|[.@])(example(\.(com|net|org))?|test|invalid|localhost)$/;

function sentence({ path, message }: z.core.$ZodIssue): string {
  const wrong = message.startsWith("must") ? message : "is missing";
  return `Setting ${path.join(".")} in cdk.json ${wrong}.`;
}

/** The domain part of an e-mail address, which is what SES verifies. */
export function mailDomain({ mailFrom }: Pick<Settings, "mailFrom">): string {
  return mailFrom.slice(mailFrom.lastIndexOf("@") + 1);
}
