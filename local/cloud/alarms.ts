/** The template's alarms, and their state by what this cloud measures. */
import * as z from "zod";
import type { CloudServices } from "./assembly/deployer.ts";
import type { LogLine } from "./lambda/function-log.ts";

export interface AlarmDefinition {
  readonly name: string;
  readonly description: string;
  readonly periodSeconds: number;
  /** It is in ALARM after a failure or an ERROR line of one of these functions; throttles are not measured. */
  readonly functions: readonly string[];
  /** It is in ALARM while a message is visible in one of these queues. */
  readonly queues: readonly string[];
}

export interface AlarmState extends Pick<AlarmDefinition, "name" | "description"> {
  /** INSUFFICIENT_DATA for an alarm on what is not measured here. */
  readonly state: "ALARM" | "OK" | "INSUFFICIENT_DATA";
}

/** @param lines of the functions' logs since the cloud has started */
export function alarmStates(
  { alarms, context, sqs }: Pick<CloudServices, "alarms" | "context" | "sqs">,
  lines: readonly LogLine[],
): AlarmState[] {
  const now = context.clock.millis();
  const errors = lines.flatMap(({ functionName, text }) => {
    const at = errorTime(text);
    return at === undefined ? [] : [{ functionName, at }];
  });
  return alarms.map(({ name, description, periodSeconds, functions, queues }) => {
    const hasFailed = errors.some(
      ({ functionName, at }) =>
        functions.includes(functionName) && now - at <= periodSeconds * 1000,
    );
    const waits = queues.some((queue) => {
      const arn = `arn:aws:sqs:${context.region}:${context.account}:${queue}`;
      return sqs.depth(arn).visible > 0;
    });
    const isSeen = functions.length + queues.length > 0;
    const quiet = isSeen ? "OK" : "INSUFFICIENT_DATA";
    return { name, description, state: hasFailed || waits ? "ALARM" : quiet };
  });
}

const errorLine = z.looseObject({ level: z.literal("ERROR"), timestamp: z.string() });

/** Epoch milliseconds of an ERROR line; undefined for any other. */
function errorTime(text: string): number | undefined {
  if (!text.includes('"ERROR"')) return undefined;
  const { data } = errorLine.safeParse(parsed(text));
  return data && Date.parse(data.timestamp);
}

/** @returns undefined for a line that only begins like JSON */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
