/** What a month costs: how often each flow happens, times what it was counted to need, times the price list. */
import { activeUser, edgeRequest, fixed, type Plan, prices, storage } from "./prices.ts";
import { type Counts, type Flow, flows, sum, times, type Unit } from "./units.ts";

export interface Inputs {
  readonly holders: number;
  readonly plan: Plan;
  /** Of the holders, who sign in at least once a month. */
  readonly activeShare: number;
  /** A month, of who is active. */
  readonly logins: number;
  readonly looks: number;
  readonly checksPerDay: number;
  /** A year, of every holder. */
  readonly changes: number;
  readonly photos: number;
  readonly activations: number;
  /** Kilobytes of one holder: the front and the photo in buckets; record, indexes, history, messages in tables. */
  readonly bucketKilobytes: number;
  readonly tableKilobytes: number;
  readonly keys: number;
  /** What alarms look at: CloudWatch charges for each metric of an alarm. */
  readonly alarmMetrics: number;
  readonly metrics: number;
  /** Whether CloudTrail records who reads a face, not only who writes one. */
  readonly recordReads: boolean;
}

/** Assumed, but for the number of holders: put yours in. */
export const inputs: Inputs = {
  holders: 4_700_000,
  plan: "LITE",
  activeShare: 0.25,
  logins: 2,
  looks: 4,
  checksPerDay: 100_000,
  changes: 1,
  photos: 0.2,
  activations: 1,
  bucketKilobytes: 400,
  tableKilobytes: 12,
  keys: 12,
  alarmMetrics: 330,
  metrics: 26,
  recordReads: true,
};

/** Days in a month, on average. */
const days = 365 / 12;

/** How often a month each flow happens. */
export function occasions(given: Inputs): Readonly<Record<Flow, number>> {
  const active = given.holders * given.activeShare;
  return {
    login: active * given.logins,
    look: active * given.looks,
    check: given.checksPerDay * days,
    change: (given.holders * given.changes) / 12,
    photo: (given.holders * given.photos) / 12,
    activation: (given.holders * given.activations) / 12,
    idleDay: days,
  };
}

/** Dollars, by what they are paid for. */
export function priced(counts: Counts, recordReads: boolean): Readonly<Record<string, number>> {
  const of = (...names: Unit[]) =>
    names.reduce((all, name) => all + (counts[name] ?? 0) * prices[name], 0);
  const { apiRequests = 0 } = counts;
  return {
    "API and firewall": of("apiRequests"),
    "CloudFront's requests": apiRequests * edgeRequest,
    Lambda: of("invocations", "gbSeconds"),
    DynamoDB: of("readUnits", "writeUnits"),
    KMS: of("kmsRequests", "kmsSignatures"),
    S3: of("s3Writes", "s3Reads"),
    SQS: of("sqsRequests"),
    mails: of("mails"),
    logs: of("logBytes"),
    CloudTrail: of("recordedWrites") + (recordReads ? of("recordedReads") : 0),
    "sent to browsers": of("answerBytes"),
  };
}

export const dollars = (by: Readonly<Record<string, number>>): number =>
  Object.values(by).reduce((all, each) => all + each, 0);

/** Dollars a month for the accounts that were active. */
export function cognito(users: number, plan: Plan): number {
  let [below, cost] = [0, 0];
  for (const { upTo, dollars: each } of activeUser[plan]) {
    cost += Math.max(0, Math.min(users, upTo) - below) * each;
    below = upTo;
  }
  return cost;
}

/** Dollars a month for what lies there. */
function stored({ holders, bucketKilobytes, tableKilobytes }: Inputs): number {
  const gigabytes = (kilobytes: number) => (holders * kilobytes) / 1e6;
  const { bucket, table } = storage;
  return gigabytes(tableKilobytes) * table + gigabytes(bucketKilobytes) * bucket;
}

function fixedDollars({ keys, alarmMetrics, metrics }: Inputs): number {
  const { firewall, key, alarmMetric, metric } = fixed;
  return firewall + keys * key + alarmMetrics * alarmMetric + metrics * metric;
}

export type FlowCounts = Readonly<Record<Flow, Counts>>;

/** A month, by what is paid for. */
export function month(counts: FlowCounts, given: Inputs): Readonly<Record<string, number>> {
  const happens = occasions(given);
  const all = sum(flows.map((flow) => times(counts[flow], happens[flow])));
  return {
    Cognito: cognito(given.holders * given.activeShare, given.plan),
    storage: stored(given),
    "fixed: firewall, keys, alarms, metrics": fixedDollars(given),
    ...priced(all, given.recordReads),
  };
}

/** What a holder costs a year who never comes: the record changes, the card is drawn, and both are kept. */
export function passiveHolder(counts: FlowCounts, given: Inputs): number {
  const changes = dollars(priced(counts.change, given.recordReads)) * given.changes;
  return changes + (12 * stored(given)) / given.holders;
}

/** For whom a new template is redrawn: the share of holders who have ever looked at the card, and whether all get a first signature. */
export interface Redrawn {
  readonly looked: number;
  readonly isSigned: boolean;
}

/** Dollars for a new template, by what is paid for. */
export function backfill(
  { holders, recordReads }: Inputs,
  { looked, isSigned }: Redrawn,
): Readonly<Record<string, number>> {
  const counts = sum([
    times(moved, holders),
    times(drawn, holders * looked),
    ...(isSigned ? [times(signed, holders)] : []),
  ]);
  return priced(counts, recordReads);
}

/**
 * One card of a backfill, counted by test/journeys/redraw-cost.test.ts: a fifth of a batch of five, which takes 0.4 s at 1,769 MB (less where nothing
 * is drawn, which was not measured); record, pointer and agency, and the walk; pointer and open change; two messages of batches of ten and five. A card
 * that is signed already reads two units more.
 */
export const moved: Counts = {
  invocations: 0.2,
  gbSeconds: 0.14,
  readUnits: 3.1,
  writeUnits: 2,
  sqsRequests: 0.5,
  logBytes: 350,
};
/** What is more of a card that somebody has looked at: the photo, whose reading is recorded, and the front, whose writing is not (decision 0081). */
export const drawn: Counts = { s3Writes: 1, s3Reads: 1, recordedReads: 1 };
/**
 * What is more of a first signature: the one that is looked for, and what is revoked; 1.85 weak looks at a place (decision 0072); the place and
 * the signature, each with its index (test/local/adapters/signature-cost.test.ts). Lambda's time is assumed, as all of it: the five of a batch wait
 * for their signatures together, some 36 ms for a look, a place, KMS and a write one after the other, and each of their five calls takes the SDK
 * 0.4 ms of the processor (`npm run bench -- verify`): 9.2 ms a card at 1,769 MB.
 */
export const signed: Counts = {
  gbSeconds: (0.036 / 5 + 5 * 0.0004) * (1769 / 1024),
  kmsSignatures: 1,
  readUnits: 2 + 1.85 / 2,
  writeUnits: 4,
};
