/** What this cloud measures of itself, as CloudWatch would of the same resources. */
import * as z from "zod";
import type { CloudServices } from "../assembly/deployer.ts";
import type { LogLine } from "../lambda/function-log.ts";
import type { Metric } from "./alarm-definition.ts";

export type Measured = Pick<
  CloudServices,
  "context" | "sqs" | "httpApis" | "metricFilters" | "logGroups"
>;

/** Whether there is such a metric here. */
export function isMeasured(metric: Metric, filters: Measured["metricFilters"]): boolean {
  return Object.hasOwn(services, metric.namespace)
    ? Object.hasOwn(services[metric.namespace] ?? {}, metric.name)
    : filters.some((each) => isCountedBy(metric, each));
}

const isCountedBy = ({ namespace, name }: Metric, filter: { namespace: string; name: string }) =>
  filter.namespace === namespace && filter.name === name;

interface Period {
  /** Epoch milliseconds. */
  readonly from: number;
  readonly to: number;
}

interface Event {
  readonly functionName: string;
  readonly at: number;
  readonly line: unknown;
}

export class LiveMetrics {
  readonly #cloud: Measured;
  readonly #events: readonly Event[];

  /** @param lines of the functions' logs since the cloud has started */
  constructor(cloud: Measured, lines: readonly LogLine[]) {
    this.#cloud = cloud;
    this.#events = lines.flatMap((line) => eventOf(line) ?? []);
  }

  /** @returns undefined when there is no value in the period */
  measure(metric: Metric, start: Date, seconds: number): number | undefined {
    const period = { from: start.getTime(), to: start.getTime() + seconds * 1000 };
    const read = services[metric.namespace]?.[metric.name];
    if (read) return read(this.#cloud, this.#during(period), metric, period);
    const filter = this.#cloud.metricFilters.find((each) => isCountedBy(metric, each));
    if (!filter) return undefined;
    const functionName = this.#cloud.logGroups.get(filter.logGroup);
    const lines = this.#during(period).filter((event) => event.functionName === functionName);
    return lines.length > 0 ? lines.filter(({ line }) => filter.matches(line)).length : undefined;
  }

  #during({ from, to }: Period): Event[] {
    return this.#events.filter(({ at }) => at > from && at <= to);
  }
}

type Read = (
  cloud: Measured,
  events: readonly Event[],
  metric: Metric,
  period: Period,
) => number | undefined;

const report = z.looseObject({
  type: z.literal("platform.report"),
  record: z.looseObject({ status: z.string() }),
});

function ends(events: readonly Event[], { dimensions }: Metric): string[] {
  return events
    .filter(({ functionName }) => functionName === dimensions.FunctionName)
    .flatMap(({ line }) => report.safeParse(line).data?.record.status ?? []);
}

/** Messages of a queue that are looked at for the oldest one that was not received three times. */
const mostLookedAt = 1000;

const services: Readonly<Record<string, Readonly<Record<string, Read>>>> = {
  "AWS/Lambda": {
    Invocations: (_, events, metric) => ends(events, metric).length || undefined,
    Errors: (_, events, metric) => {
      const statuses = ends(events, metric);
      return statuses.length > 0 ? statuses.filter((each) => each !== "success").length : undefined;
    },
  },
  "AWS/SQS": {
    ApproximateNumberOfMessagesVisible: ({ sqs, context }, _, { dimensions }, { to }) =>
      // What lay in the queue earlier is not known any more.
      to < context.clock.millis() - 60_000
        ? undefined
        : sqs.depth(queueArn(context, dimensions)).visible,
    ApproximateAgeOfOldestMessage: ({ sqs, context }, _, { dimensions }, { to }) => {
      const messages = sqs.peek(queueArn(context, dimensions), mostLookedAt);
      const oldest = messages.find((each) => each.receiveCount - each.receivedElsewhere < 3);
      return oldest && oldest.sentAt < to ? (to - oldest.sentAt) / 1000 : undefined;
    },
  },
  "AWS/ApiGateway": {
    Count: (cloud, _, metric, period) => answersOf(cloud, metric, period).length || undefined,
    "5xx": (cloud, _, metric, period) => {
      const answers = answersOf(cloud, metric, period);
      return answers.length > 0 ? answers.filter(({ status }) => status >= 500).length : undefined;
    },
    Latency: (cloud, _, metric, period) => {
      const [, percent = ""] = /^p(\d+)$/.exec(metric.statistic) ?? [];
      const sorted = answersOf(cloud, metric, period)
        .map((each) => each.milliseconds)
        .sort((a, b) => a - b);
      return sorted[Math.ceil((sorted.length * Number(percent)) / 100) - 1];
    },
  },
};

function answersOf({ httpApis }: Measured, { dimensions }: Metric, { from, to }: Period) {
  const { answers } = httpApis.named(dimensions.ApiId ?? "");
  return answers.filter(({ at }) => at > from && at <= to);
}

function queueArn(
  { region, account }: Measured["context"],
  dimensions: Metric["dimensions"],
): string {
  return `arn:aws:sqs:${region}:${account}:${dimensions.QueueName}`;
}

const parsedLines = new WeakMap<LogLine, Event>();
const time = z.looseObject({ timestamp: z.string().optional(), time: z.string().optional() });

function eventOf(line: LogLine): Event | undefined {
  const known = parsedLines.get(line);
  if (known) return known;
  const parsed = parse(line.text);
  const { timestamp, time: at } = time.safeParse(parsed).data ?? {};
  const event = {
    functionName: line.functionName,
    at: Date.parse(timestamp ?? at ?? ""),
    line: parsed,
  };
  if (Number.isNaN(event.at)) return undefined;
  parsedLines.set(line, event);
  return event;
}

/** @returns undefined for a line that only begins like JSON */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
