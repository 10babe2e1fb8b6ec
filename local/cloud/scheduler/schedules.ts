import * as z from "zod";
import { AwsError, type CloudContext } from "../kernel/service.ts";
import type { Shelf } from "../kernel/store.ts";
import { readExpression, type Timetable } from "./schedule-expression.ts";

const name = z.string().regex(/^[\w.-]{1,64}$/);

/** A schedule in the words of CreateSchedule. What is not here fails with its name: flexible windows, other targets. */
export const scheduleDefinition = z.strictObject({
  Name: name,
  GroupName: name.default("default"),
  ScheduleExpression: z.string().max(256),
  ScheduleExpressionTimezone: z.string().default("UTC"),
  /** Seconds since 1970. */
  StartDate: z.number().optional(),
  EndDate: z.number().optional(),
  Description: z.string().max(512).optional(),
  State: z.enum(["ENABLED", "DISABLED"]).default("ENABLED"),
  FlexibleTimeWindow: z.strictObject({ Mode: z.literal("OFF") }),
  ActionAfterCompletion: z.enum(["NONE", "DELETE"]).default("NONE"),
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
  /** Milliseconds since 1970, like all moments here. */
  readonly createdAt: number;
  readonly modifiedAt: number;
  /** The next moment at which the target is due; undefined once there is none. */
  readonly nextAt?: number | undefined;
  readonly clientToken?: string | undefined;
}

export interface ScheduleGroup {
  readonly name: string;
  readonly createdAt: number;
}

/** Schedules and the groups they lie in. */
export class Schedules {
  readonly #context: CloudContext;
  readonly #schedules: Shelf<Schedule>;
  readonly #groups: Shelf<ScheduleGroup>;

  constructor(context: CloudContext) {
    this.#context = context;
    this.#schedules = context.store.shelf("scheduler-schedules");
    this.#groups = context.store.shelf("scheduler-groups");
    if (!this.hasGroup("default")) this.createGroup("default");
  }

  arn({ GroupName, Name }: Pick<ScheduleDefinition, "GroupName" | "Name">): string {
    return this.#arn(`schedule/${GroupName}/${Name}`);
  }

  groupArn(group: string): string {
    return this.#arn(`schedule-group/${group}`);
  }

  get(group: string, name: string): Schedule | undefined {
    return this.#schedules.get(`${group}/${name}`);
  }

  /** @throws AwsError ResourceNotFoundException */
  find(group: string, name: string): Schedule {
    return this.get(group, name) ?? notFound(`Schedule ${name} does not exist.`);
  }

  /** @param group all groups when undefined */
  list(group?: string): Schedule[] {
    const entries = this.#schedules.withPrefix(group === undefined ? "" : `${group}/`);
    return entries.map(([, schedule]) => schedule);
  }

  /**
   * Makes or replaces a schedule; its times are reckoned from now.
   * @throws AwsError ValidationException (expression), ResourceNotFoundException (group)
   */
  put(definition: ScheduleDefinition, clientToken?: string): void {
    this.findGroup(definition.GroupName);
    const now = this.#context.clock.millis();
    const existing = this.get(definition.GroupName, definition.Name);
    const schedule: Schedule = {
      definition,
      createdAt: existing?.createdAt ?? now,
      modifiedAt: now,
      clientToken,
    };
    // Just before, so that what is due this very moment is due.
    const first = timetableOf(schedule).next(Math.max(now, startOf(definition) ?? now) - 1);
    this.save({ ...schedule, nextAt: first });
  }

  save(schedule: Schedule): void {
    const { GroupName, Name } = schedule.definition;
    this.#schedules.set(`${GroupName}/${Name}`, schedule);
  }

  delete({ GroupName, Name }: Pick<ScheduleDefinition, "GroupName" | "Name">): void {
    this.#schedules.delete(`${GroupName}/${Name}`);
  }

  groups(prefix = ""): ScheduleGroup[] {
    return this.#groups.withPrefix(prefix).map(([, group]) => group);
  }

  /** @throws AwsError ResourceNotFoundException */
  findGroup(name: string): ScheduleGroup {
    return this.#groups.get(name) ?? notFound(`Schedule group ${name} does not exist.`);
  }

  hasGroup(name: string): boolean {
    return this.#groups.get(name) !== undefined;
  }

  createGroup(name: string): void {
    this.#groups.set(name, { name, createdAt: this.#context.clock.millis() });
  }

  /** Deletes a group with all its schedules. */
  deleteGroup(name: string): void {
    this.#context.store.transaction(() => {
      for (const { definition } of this.list(name)) this.delete(definition);
      this.#groups.delete(name);
    });
  }

  #arn(resource: string): string {
    return `arn:aws:scheduler:${this.#context.region}:${this.#context.account}:${resource}`;
  }
}

/** When a schedule is due, up to its EndDate. @throws AwsError ValidationException */
export function timetableOf({ definition, modifiedAt }: Omit<Schedule, "nextAt">): Timetable {
  const { ScheduleExpression: expression, ScheduleExpressionTimezone: timeZone } = definition;
  const end =
    definition.EndDate === undefined ? Number.POSITIVE_INFINITY : definition.EndDate * 1000;
  try {
    const timetable = readExpression(expression, timeZone, startOf(definition) ?? modifiedAt);
    return {
      next(after) {
        const moment = timetable.next(after);
        return moment !== undefined && moment <= end ? moment : undefined;
      },
    };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AwsError(
      "ValidationException",
      `Invalid Schedule Expression ${expression}: ${reason}.`,
    );
  }
}

function startOf({ StartDate }: ScheduleDefinition): number | undefined {
  return StartDate === undefined ? undefined : StartDate * 1000;
}

function notFound(message: string): never {
  throw new AwsError("ResourceNotFoundException", message, { status: 404 });
}
