/**
 * List prices, US dollars without tax, discounts or free tiers. Jakarta's were not to be had without an account: the rates are Oregon's
 * from AWS's Price List API (pricing.us-east-1.amazonaws.com/offers/v1.0/aws/…/us-west-2) as others noted them on 2026-08-08, and
 * `dearer` stands for the region. From memory, not looked up: mail, trail, firewall and what goes to browsers.
 */
import type { Unit } from "./units.ts";

const million = 1e6;
const gigabyte = 1e9;

/** So much dearer is Jakarta, assumed: Singapore's DynamoDB costs 14 % more than Oregon's. Cognito's price is the same everywhere. */
export const dearer = 1.15;

/** Dollars for one. */
export const prices: Readonly<Record<Unit, number>> = {
  // An HTTP API's request and the firewall's look at it.
  apiRequests: (1.0 + 0.6) / million,
  // A twentieth of them is traced, and the first of each second.
  invocations: (0.2 + 0.05 * 5.0) / million,
  gbSeconds: 0.0000133334,
  readUnits: 0.125 / million,
  writeUnits: 0.625 / million,
  kmsRequests: 0.03 / 10_000,
  // By an elliptic key (AWS KMS Pricing, from memory).
  kmsSignatures: 0.15 / 10_000,
  s3Writes: 0.005 / 1000,
  s3Reads: 0.004 / 10_000,
  sqsRequests: 0.4 / million,
  mails: 0.1 / 1000,
  // Taken in, then kept for thirteen months.
  logBytes: (0.5 + 13 * 0.03) / gigabyte,
  answerBytes: 0.12 / gigabyte,
};

/**
 * A request at the edge, in dollars: HTTPS in Indonesia's group, the function that looks at it, and its read of the switches. Not dearer in
 * Jakarta: CloudFront charges by where the browser is (https://aws.amazon.com/cloudfront/pricing). From memory, as what goes to browsers.
 */
export const edgeRequest = (1.2 + 0.1 + 0.03) / million;

/** One data event of CloudTrail: each call of an object in S3 is one. */
export const dataEvent = 0.1 / 100_000;

/** Dollars a month for a GB. S3's is Jakarta's; the table's with its point-in-time recovery. */
export const storage = { bucket: 0.025, table: 0.25 + 0.2 } as const;

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
