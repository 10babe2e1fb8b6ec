/**
 * List prices, US dollars without tax, discounts or free tiers. Jakarta's were not to be had without an account: the rates are Oregon's
 * from AWS's Price List API (pricing.us-east-1.amazonaws.com/offers/v1.0/aws/…/us-west-2) as others noted them on 2026-08-08, and what
 * Jakarta is dearer is taken from the list of the region beside it, Singapore, as others noted it on 2026-08-12, service by service.
 * From memory, not looked up: mail, firewall and what goes to browsers.
 */
import type { Unit } from "./units.ts";

const million = 1e6;
const gigabyte = 1e9;

/** So much dearer is what was not found in Singapore's list: DynamoDB costs 14 % more there than in Oregon, and so it did in Jakarta (decision 0010). */
const dearer = 1.15;

/** One data event of CloudTrail: its price page names no region. */
const dataEvent = 0.1 / 100_000;

/** Dollars for one, in Jakarta. */
export const prices: Readonly<Record<Unit, number>> = {
  // An HTTP API's request and the firewall's look at it.
  apiRequests: (dearer * (1.0 + 0.6)) / million,
  // A twentieth of them is traced, and the first of each second.
  invocations: (dearer * (0.2 + 0.05 * 5.0)) / million,
  gbSeconds: dearer * 0.0000133334,
  readUnits: (dearer * 0.125) / million,
  writeUnits: (dearer * 0.625) / million,
  // The same in Oregon, Virginia, Singapore and Sydney; by an elliptic key («KMS Asymmetric Requests») noted of Virginia and Sydney.
  kmsRequests: 0.03 / 10_000,
  kmsSignatures: 0.15 / 10_000,
  // S3's requests cost the same in Oregon and Singapore.
  s3Writes: 0.005 / 1000,
  s3Reads: 0.004 / 10_000,
  recordedWrites: dataEvent,
  recordedReads: dataEvent,
  sqsRequests: (dearer * 0.4) / million,
  mails: (dearer * 0.1) / 1000,
  // Taken in, for 0.70 in Singapore and 0.50 in Oregon, then kept for thirteen months.
  logBytes: (0.7 + 13 * dearer * 0.03) / gigabyte,
  answerBytes: (dearer * 0.12) / gigabyte,
};

/**
 * A request at the edge, in dollars: HTTPS in Indonesia's group, the function that looks at it, and its read of the switches. Not dearer in
 * Jakarta: CloudFront charges by where the browser is (https://aws.amazon.com/cloudfront/pricing). From memory, as what goes to browsers.
 */
export const edgeRequest = (1.2 + 0.1 + 0.03) / million;

/** Dollars a month for a GB. S3's is Jakarta's; the table's with its point-in-time recovery. */
export const storage = { bucket: 0.025, table: dearer * (0.25 + 0.2) } as const;

/** Dollars a month while nobody comes: firewall with three rules, and each key, metric of an alarm and metric of ours. */
export const fixed = { firewall: 8, key: 1, alarmMetric: 0.1, metric: 0.3 } as const;

export type Plan = "LITE" | "ESSENTIALS" | "PLUS";

interface Step {
  readonly upTo: number;
  readonly dollars: number;
}

/**
 * Cognito's price of a monthly active user: https://aws.amazon.com/cognito/pricing/ as read by others on 2026-09-20. Active is who signs in, gets a
 * token, or whose account is made, changed or read by an administrator in the month. LITE's steps above a million are from before 2026.
 */
export const activeUser: Readonly<Record<Plan, readonly Step[]>> = {
  LITE: [
    { upTo: 10_000, dollars: 0 },
    { upTo: 100_000, dollars: 0.0055 },
    { upTo: 1_000_000, dollars: 0.0046 },
    { upTo: 10_000_000, dollars: 0.00325 },
  ],
  ESSENTIALS: [
    { upTo: 10_000, dollars: 0 },
    { upTo: 10_000_000, dollars: 0.015 },
  ],
  PLUS: [{ upTo: 10_000_000, dollars: 0.02 }],
};
