/**
 * A believable week, in values for each minute: Monday to Sunday, and the Sunday before. Offices work, mostly nothing happens, single
 * errors and throttles come as they always do; there are a deployment, an outage and a message that nobody can handle.
 */
import type { Metric } from "../../local/cloud/cloudwatch/alarm-definition.ts";

const minute = 60_000;
const dayMinutes = 24 * 60;
/** A Sunday, midnight in Jakarta. */
export const weekBegins = new Date("2026-11-28T17:00:00Z");
export const weekDays = 8;

/** A minute of the week: in Jakarta, the day (0 is the Sunday before, 1 Monday) and the hour, with its fraction. */
interface Moment {
  readonly index: number;
  readonly day: number;
  readonly hour: number;
}

/** @returns the value in that minute; undefined when the metric has none */
export type Signal = (moment: Moment, chance: () => number) => number | undefined;

/** The values of a metric in each minute of the week: the same for the same metric and seed. */
export function minutesOf(signal: Signal, seed: number): (number | undefined)[] {
  const chance = randomFrom(seed);
  return Array.from({ length: weekDays * dayMinutes }, (_, index) =>
    signal({ index, day: Math.floor(index / dayMinutes), hour: (index % dayMinutes) / 60 }, chance),
  );
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Requests a minute: four million holders of whom most come in office hours, most of all on Monday at eight. */
function traffic({ day, hour }: Moment): number {
  const isWorkday = day >= 1 && day <= 5;
  if (hour < 5) return 3;
  if (!isWorkday) return 40;
  if (day === 1 && hour >= 8 && hour < 9) return 3000;
  return hour >= 8 && hour < 16 ? 600 : 60;
}

/** A part of the traffic for each function that people wait for. */
const shares: Readonly<Record<string, number>> = {
  "session-api": 0.2,
  "holder-api": 0.45,
  "verify-api": 0.25,
  "records-api": 0.1,
  // It is called when a leaver's values go, and when somebody breaks in; neither happens in this week.
  "history-guard": 0,
};

const incidents = {
  /** Tuesday, two o'clock: three minutes of cold starts. */
  deployment: ({ day, hour }: Moment) => day === 2 && hour >= 14 && hour < 14.05,
  /** Thursday, ten o'clock: the key of the sessions is disabled for forty minutes. */
  outage: ({ day, hour }: Moment) => day === 4 && hour >= 10 && hour < 10 + 40 / 60,
  /** Friday, twenty past three at night, until somebody looks in the morning. */
  deadPhoto: ({ day, hour }: Moment) => day === 5 && hour >= 3.33 && hour < 9,
  /** Saturday: the canary misses two visits. */
  twoLostVisits: ({ day, hour }: Moment) => day === 6 && hour >= 2 && hour < 2 + 10 / 60,
};

function calls(name: string, moment: Moment): number {
  const everyFiveMinutes = moment.index % 5 === 0 ? 1 : 0;
  if (["reconciler", "canary", "contact-changer", "status-publisher"].includes(name))
    return everyFiveMinutes;
  if (name === "history-sealer") return moment.index % 60 === 20 ? 1 : 0;
  if (name === "calendar") return moment.hour < 5 || moment.hour >= 22 ? everyFiveMinutes : 0;
  return Math.round(traffic(moment) * (shares[name] ?? 0.02));
}

/** The share of a function's calls that fails. */
function failing(name: string, moment: Moment): number {
  if (incidents.outage(moment)) return { "session-api": 0.9, "holder-api": 0.6 }[name] ?? 0;
  if (incidents.deployment(moment)) return name === "session-api" ? 0.02 : 0.002;
  if (incidents.twoLostVisits(moment)) return name === "canary" ? 1 : 0;
  return 0;
}

/** Of a thousand calls or minutes, now and then one goes wrong by itself. */
const nowAndThen = (chance: () => number, often: number) => (chance() < often ? 1 : 0);

function failures(name: string): Signal {
  return (moment, chance) => {
    const called = calls(name, moment);
    if (called === 0) return undefined;
    return Math.round(called * failing(name, moment)) + nowAndThen(chance, 0.002);
  };
}

const lambda: Readonly<Record<string, (name: string) => Signal>> = {
  Invocations: (name) => (moment) => calls(name, moment) || undefined,
  Errors: (name) => (moment, chance) =>
    name === "canary" || name === "reconciler"
      ? failures(name)(moment, () => 1)
      : failures(name)(moment, chance) && nowAndThen(chance, 0.1),
  Throttles: () => (_, chance) => nowAndThen(chance, 0.001),
  IteratorAge: () => (_, chance) => 1000 + 120_000 * chance() ** 6,
};

const api: Readonly<Record<string, Signal>> = {
  Count: (moment) => Math.round(traffic(moment)) + (moment.index % 5 === 0 ? 2 : 0),
  "5xx": (moment, chance) => {
    const outage = incidents.outage(moment) ? 0.45 : 0;
    const deployment = incidents.deployment(moment) ? 0.01 : 0;
    return Math.round(traffic(moment) * (outage + deployment)) + nowAndThen(chance, 0.01);
  },
  Latency: (moment, chance) => {
    if (incidents.deployment(moment)) return 4200;
    return chance() < 0.003 ? 3500 : 250 + 450 * chance();
  },
};

function queue(name: string, metric: string): Signal {
  const isDead = /deadletters|failures/.test(name);
  if (metric === "ApproximateNumberOfMessagesVisible") {
    return (moment) => {
      const photo = name.startsWith("photoqueue") && incidents.deadPhoto(moment);
      const key = name.startsWith("keyguard") && incidents.outage(moment);
      return isDead && (photo || key) ? 1 : 0;
    };
  }
  // A backfill on Wednesday keeps the redraw queue full for five hours.
  return ({ day, hour }, chance) => {
    if (name.startsWith("redrawqueue") && day === 3 && hour >= 18 && hour < 23)
      return (hour - 18) * 3600;
    return 2 + 300 * chance() ** 8;
  };
}

const cloudFront: Readonly<Record<string, Signal>> = {
  Requests: (moment) => Math.round(traffic(moment) * 1.6),
  "5xxErrorRate": (moment, chance) =>
    incidents.outage(moment) ? 28 : incidents.deployment(moment) ? 0.6 : 0.2 * chance() ** 4,
  FunctionInvocations: (moment) => Math.round(traffic(moment) * 1.6),
  FunctionExecutionErrors: (_, chance) => nowAndThen(chance, 0.0005),
};

const nothing: Signal = () => undefined;

const namespaces: Readonly<Record<string, (metric: Metric) => Signal | undefined>> = {
  "AWS/Lambda": ({ name, dimensions }) => lambda[name]?.(dimensions.FunctionName ?? ""),
  "AWS/ApiGateway": ({ name }) => api[name],
  "AWS/SQS": ({ name, dimensions }) => queue(dimensions.QueueName ?? "", name),
  "AWS/CloudFront": ({ name }) => cloudFront[name],
  // DynamoDB tells only of throttles: some bursts a day, of a partition that is asked too often.
  "AWS/DynamoDB": () => (_, chance) => (chance() < 0.0005 ? Math.ceil(40 * chance()) : undefined),
  "AWS/Cognito":
    () =>
    ({ day, hour }, chance) =>
      day === 1 && hour >= 8 && hour < 8.5 ? Math.round(20 * chance()) : undefined,
  "AWS/SES":
    () =>
    ({ index }) =>
      index % 360 === 0 ? 0.0004 : undefined,
  Kartu({ name }) {
    const [, logging] = /^(.+)-error-lines$/.exec(name) ?? [];
    return logging === undefined ? undefined : failures(logging);
  },
};

/** What the week does to a metric; nothing is known of one that it does not name. */
export function signalOf(metric: Metric): Signal {
  return namespaces[metric.namespace]?.(metric) ?? nothing;
}

export const minuteOf = (at: Date): number =>
  Math.round((at.getTime() - weekBegins.getTime()) / minute);
