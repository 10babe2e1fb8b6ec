import * as z from "zod";
import { AwsError, type CloudContext } from "../kernel/service.ts";
import type { Shelf } from "../kernel/store.ts";
import { readExpression, type Timetable } from "./schedule-expression.ts";

/** A schedule in the words of CreateSchedule. What is not here fails with its name: other groups, a beginning and an end, flexible windows, other targets. */
export const scheduleDefinition = z.strictObject({
  Name: z.string().regex(/^[\w.-]{1,64}$/),
  GroupName: z.literal("default").default("default"),
  ScheduleExpression: z.string().max(256),
  ScheduleExpressionTimezone: z.string().default("UTC"),
  Description: z.string().max(512).optional(),
  State: z.enum(["ENABLED", "DISABLED"]).default("ENABLED"),
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal("OFF") }),
  Target: z.strictObject({
    Arn: z.string().startsWith("arn:"),
    RoleArn: z.string().startsWith("arn:"),
    Input: z.string().min(1).optional(),
    RetryPolicy: z
      .strictObject({
        MaximumEventAgeInSeconds: z.int().min(60).max(86_400).default(86_400),
        MaximumRetryAttempts: z.int().min(0).max(185).default(185),
      })
      .prefault({}),
    DeadLetterConfig: z.strictObject({ Arn: z.string().startsWith("arn:").optional() }).optional(),
  }),
});

export type ScheduleDefinition = z.output<typeof scheduleDefinition>;
export type Target = ScheduleDefinition["Target"];

export interface Schedule {
  readonly definition: ScheduleDefinition;
  /** Milliseconds since 1970, like all moments here. A rate begins then. */
  readonly modifiedAt: number;
  /** The next moment at which the target is due; undefined once there is none. */
  readonly nextAt?: number | undefined;
}

/** All schedules, in the default group. */
export class Schedules {
  readonly #context: CloudContext;
  readonly #schedules: Shelf<Schedule>;

  constructor(context: CloudContext) {
    this.#context = context;
    this.#schedules = context.store.shelf("scheduler-schedules");
  }

  arn({ Name }: Pick<ScheduleDefinition, "Name">): string {
    const { region, account } = this.#context;
    return `arn:aws:scheduler:${region}:${account}:schedule/${keyOf(Name)}`;
  }

  get(name: string): Schedule | undefined {
    return this.#schedules.get(keyOf(name));
  }

  list(): Schedule[] {
    return this.#schedules.range().map(([, schedule]) => schedule);
  }

  /**
   * Makes or replaces a schedule; its times are reckoned from now.
   * @throws AwsError ValidationException (expression)
   */
  put(definition: ScheduleDefinition): void {
    const now = this.#context.clock.millis();
    const schedule: Schedule = { definition, modifiedAt: now };
    // Just before, so that what is due this very moment is due.
    this.save({ ...schedule, nextAt: timetableOf(schedule).next(now - 1) });
  }

  save(schedule: Schedule): void {
    this.#schedules.set(keyOf(schedule.definition.Name), schedule);
  }

  delete({ Name }: Pick<ScheduleDefinition, "Name">): void {
    this.#schedules.delete(keyOf(Name));
  }
}

function keyOf(name: string): string {
  return `default/${name}`;
}

/** When a schedule is due. @throws AwsError ValidationException */
export function timetableOf({ definition, modifiedAt }: Omit<Schedule, "nextAt">): Timetable {
  const { ScheduleExpression: expression, ScheduleExpressionTimezone: timeZone } = definition;
  try {
    return readExpression(expression, timeZone, modifiedAt);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AwsError(
      "ValidationException",
      `Invalid Schedule Expression ${expression}: ${reason}.`,
    );
  }
}
