import type { CloudContext } from "../kernel/service.ts";
import type { Target } from "./schedules.ts";

/** One occurrence of a schedule that is yet to reach its target. Moments are milliseconds since 1970. */
export interface Invocation {
  readonly id: string;
  readonly scheduleArn: string;
  readonly target: Target;
  readonly scheduledAt: number;
  /** When it was first due to be sent; its age counts from here. */
  readonly dueAt: number;
  /** How many attempts have failed. */
  readonly failures: number;
  readonly nextAttemptAt: number;
}

/** What the target gets: its Input with AWS's placeholders filled in, or the event AWS sends when there is none. */
export function inputOf(
  invocation: Invocation,
  { region, account }: Pick<CloudContext, "region" | "account">,
): string {
  const { id, scheduleArn, target, scheduledAt, failures } = invocation;
  const time = isoSeconds(scheduledAt);
  const input =
    target.Input ??
    JSON.stringify({
      version: "0",
      id,
      "detail-type": "Scheduled Event",
      source: "aws.scheduler",
      account,
      time,
      region,
      resources: [scheduleArn],
      detail: "{}",
    });
  return input
    .replaceAll("<aws.scheduler.schedule-arn>", scheduleArn)
    .replaceAll("<aws.scheduler.scheduled-time>", time)
    .replaceAll("<aws.scheduler.execution-id>", id)
    .replaceAll("<aws.scheduler.attempt-number>", String(failures + 1));
}

/** Doubles from one second up to ten minutes; AWS says only that it backs off exponentially. */
export function backoff(failures: number): number {
  return Math.min(2 ** (failures - 1), 600) * 1000;
}

export type Exhausted = "MaximumRetryAttempts" | "MaximumEventAgeInSeconds";

/** Why an invocation that would be tried again at `nextAttemptAt` is given up; undefined while it is not. */
export function exhausted({
  target,
  failures,
  dueAt,
  nextAttemptAt,
}: Invocation): Exhausted | undefined {
  const { MaximumRetryAttempts, MaximumEventAgeInSeconds } = target.RetryPolicy;
  if (failures > MaximumRetryAttempts) return "MaximumRetryAttempts";
  if (nextAttemptAt - dueAt > MaximumEventAgeInSeconds * 1000) return "MaximumEventAgeInSeconds";
  return undefined;
}

/** The message attributes of a dead letter. */
export function deadLetterAttributes(
  invocation: Invocation,
  condition: Exhausted,
  error: unknown,
): Record<string, string> {
  return {
    ERROR_CODE: error instanceof Error ? error.name : "Error",
    ERROR_MESSAGE: (error instanceof Error && error.message) || "unknown",
    EXECUTION_ID: invocation.id,
    EXHAUSTED_RETRY_CONDITION: condition,
    RETRY_ATTEMPTS: String(invocation.failures - 1),
    SCHEDULED_TIME: isoSeconds(invocation.scheduledAt),
    SCHEDULE_ARN: invocation.scheduleArn,
    TARGET_ARN: invocation.target.Arn,
  };
}

function isoSeconds(moment: number): string {
  return new Date(moment).toISOString().replace(/\.\d+Z$/, "Z");
}
