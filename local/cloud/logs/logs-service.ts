/** CloudWatch Logs as far as a reader needs it: which groups there are, and what was logged. Only functions write. */
import * as z from "zod";
import { jsonService } from "../kernel/json-service.ts";
import { operation } from "../kernel/operation.ts";
import { AwsError, type CloudContext, type Service } from "../kernel/service.ts";
import type { LogLine } from "../lambda/function-log.ts";

interface Logs {
  /** Names of functions by the name of their log group. */
  readonly groups: ReadonlyMap<string, string>;
  /** The latest lines of all functions. */
  lines(): readonly LogLine[];
}

const describeRequest = z.strictObject({
  logGroupNamePrefix: z.string().optional(),
  nextToken: z.string().optional(),
});

const filterRequest = z.strictObject({
  logGroupName: z.string(),
  filterPattern: z.string().default(""),
  startTime: z.number().default(0),
  endTime: z.number().default(Number.MAX_SAFE_INTEGER),
  nextToken: z.string().optional(),
  limit: z.number().int().min(1).max(10_000).default(10_000),
});

const written = z.looseObject({ timestamp: z.string().optional(), time: z.string().optional() });

export function createLogs(context: CloudContext, { groups, lines }: Logs): Service {
  const arn = (group: string) =>
    `arn:aws:logs:${context.region}:${context.account}:log-group:${group}`;
  return jsonService(context, {
    name: "logs",
    targets: ["Logs_20140328"],
    contentType: "application/x-amz-json-1.1",
    operations: {
      DescribeLogGroups: operation(describeRequest, ({ logGroupNamePrefix = "" }, caller) => {
        context.authorize(caller, "logs:DescribeLogGroups", arn("*"));
        const names = [...groups.keys()].filter((name) => name.startsWith(logGroupNamePrefix));
        return { logGroups: names.sort().map((name) => ({ logGroupName: name, arn: arn(name) })) };
      }),
      FilterLogEvents: operation(filterRequest, (request, caller) => {
        context.authorize(caller, "logs:FilterLogEvents", arn(request.logGroupName));
        const name = groups.get(request.logGroupName);
        if (!name)
          throw new AwsError(
            "ResourceNotFoundException",
            "The specified log group does not exist.",
          );
        const matches = readPattern(request.filterPattern);
        const events = lines()
          .filter(({ functionName }) => functionName === name)
          .map(({ text }) => ({ message: text, timestamp: timeOf(text) }))
          .filter(({ timestamp }) => timestamp >= request.startTime && timestamp < request.endTime)
          .filter(({ message }) => matches(message));
        return page(events, request);
      }),
    },
  });
}

/** AWS gives the rest on further pages; a page may be empty although more follow. */
function page<T>(
  events: readonly T[],
  { limit, nextToken = "0" }: { limit: number; nextToken?: string | undefined },
) {
  const from = Number(nextToken);
  const next = from + limit;
  return {
    events: events.slice(from, next),
    searchedLogStreams: [],
    ...(next < events.length && { nextToken: String(next) }),
  };
}

function timeOf(text: string): number {
  const { timestamp, time } = written.parse(JSON.parse(text));
  return Date.parse(timestamp ?? time ?? "");
}

const equality = /^\{ \$\.([A-Za-z.]+) = "([^"*]+)" \}$/;

/**
 * Of the filter patterns only an equality of a JSON property with a text ("Filter pattern syntax", CloudWatch Logs User Guide).
 * @throws AwsError for every other one
 */
function readPattern(pattern: string): (message: string) => boolean {
  if (pattern === "") return () => true;
  const [, path = "", text] = equality.exec(pattern) ?? [];
  if (text === undefined)
    throw new AwsError(
      "InvalidParameterException",
      `The embedded cloud does not know the filter pattern ${pattern}.`,
    );
  return (message) => {
    let value: unknown = JSON.parse(message);
    for (const name of path.split(".")) value = Object(value)[name];
    return value === text;
  };
}
