import { randomUUID } from "node:crypto";
import type { CloudContext } from "../kernel/service.ts";
import type { Shelf } from "../kernel/store.ts";
import {
  backoff,
  deadLetterAttributes,
  type Exhausted,
  exhausted,
  type Invocation,
  inputOf,
} from "./invocation.ts";
import { type Schedule, type Schedules, timetableOf } from "./schedules.ts";

export interface InvokerOptions {
  /** Reaches the target as the role; rejects when the target failed, which is retried. */
  readonly invoke: (targetArn: string, input: string, roleArn: string) => Promise<void>;
  /** Gets what was given up, for a schedule that has a dead-letter queue. */
  readonly deadLetter?: (
    queueArn: string,
    body: string,
    attributes: Readonly<Record<string, string>>,
  ) => Promise<void> | void;
}

/**
 * When the clock jumps, as no clock of AWS does, a schedule is invoked once for every occurrence in between,
 * but only for this many of the latest: a day of an hourly schedule.
 */
const mostMissedRuns = 24;

/**
 * Invokes the targets of all schedules, at least once for every occurrence: an invocation is in the store before
 * it is tried and leaves it when the target has answered.
 */
export class Invoker {
  readonly #context: CloudContext;
  readonly #schedules: Schedules;
  readonly #options: InvokerOptions;
  readonly #waiting: Shelf<Invocation>;
  readonly #running = new Map<string, Promise<void>>();
  // Runs that were missed while the cloud was off are made once, not hour by hour.
  #mostMissed = 1;
  #closed = false;

  constructor(context: CloudContext, schedules: Schedules, options: InvokerOptions) {
    this.#context = context;
    this.#schedules = schedules;
    this.#options = options;
    this.#waiting = context.store.shelf("scheduler-invocations");
  }

  /** Tries everything that is due and waits until all that runs has ended. @returns how many attempts it began */
  async tick(): Promise<number> {
    if (this.#closed) return 0;
    const now = this.#context.clock.millis();
    for (const schedule of this.#schedules.list()) this.#plan(schedule, now);
    this.#mostMissed = mostMissedRuns;
    const due = this.#waiting
      .range()
      .filter(([id, { nextAttemptAt }]) => nextAttemptAt <= now && !this.#running.has(id));
    for (const [id, invocation] of due) {
      const attempt = this.#attempt(invocation).finally(() => this.#running.delete(id));
      this.#running.set(id, attempt);
    }
    await Promise.all(this.#running.values());
    return due.length;
  }

  /** Drops what waits of this schedule. */
  forget(scheduleArn: string): void {
    for (const [id, waiting] of this.#waiting.range())
      if (waiting.scheduleArn === scheduleArn) this.#waiting.delete(id);
  }

  /** Begins nothing any more. What still runs is tried again after a restart. */
  close(): void {
    this.#closed = true;
  }

  /** Turns the occurrences that are due into invocations and moves the schedule on, in one step. */
  #plan(schedule: Schedule, now: number): void {
    const { definition, nextAt } = schedule;
    if (definition.State === "DISABLED" || nextAt === undefined || nextAt > now) return;
    const timetable = timetableOf(schedule);
    const occurrences: number[] = [];
    let next: number | undefined = nextAt;
    while (next !== undefined && next <= now) {
      occurrences.push(next);
      next = timetable.next(next);
    }
    this.#context.store.transaction(() => {
      for (const scheduledAt of occurrences.slice(-this.#mostMissed)) {
        const id = randomUUID();
        this.#waiting.set(id, {
          id,
          scheduleArn: this.#schedules.arn(definition),
          target: definition.Target,
          scheduledAt,
          dueAt: now,
          failures: 0,
          nextAttemptAt: now,
        });
      }
      this.#schedules.save({ ...schedule, nextAt: next });
    });
  }

  async #attempt(invocation: Invocation): Promise<void> {
    const { id, target } = invocation;
    try {
      await this.#options.invoke(target.Arn, inputOf(invocation, this.#context), target.RoleArn);
      if (!this.#closed) this.#waiting.delete(id);
    } catch (error) {
      if (!this.#closed) await this.#failed(invocation, error);
    }
  }

  async #failed(invocation: Invocation, error: unknown): Promise<void> {
    const failures = invocation.failures + 1;
    const nextAttemptAt = this.#context.clock.millis() + backoff(failures);
    const failed: Invocation = { ...invocation, failures, nextAttemptAt };
    const condition = exhausted(failed);
    if (condition === undefined) {
      this.#waiting.set(failed.id, failed);
      return;
    }
    await this.#giveUp(failed, condition, error);
    if (!this.#closed) this.#waiting.delete(failed.id);
  }

  /** A dead-letter queue that cannot be reached loses the letter, as on AWS. */
  async #giveUp(invocation: Invocation, condition: Exhausted, error: unknown): Promise<void> {
    const queueArn = invocation.target.DeadLetterConfig?.Arn;
    if (queueArn === undefined || !this.#options.deadLetter) {
      console.warn(`scheduler: ${invocation.scheduleArn} was given up (${condition}).`);
      return;
    }
    const attributes = deadLetterAttributes(invocation, condition, error);
    try {
      await this.#options.deadLetter(queueArn, inputOf(invocation, this.#context), attributes);
    } catch (lost) {
      console.error(`scheduler: the dead letter of ${invocation.scheduleArn} is lost`, lost);
    }
  }
}
