import { isDeepStrictEqual } from "node:util";
import type * as z from "zod";
import { readInput } from "../kernel/operation.ts";
import type { CloudContext } from "../kernel/service.ts";
import { Invoker, type InvokerOptions } from "./invoker.ts";
import { Schedules, scheduleDefinition } from "./schedules.ts";

/** EventBridge Scheduler. Its API is not here: the template makes all schedules. */
export interface Scheduler {
  /** A schedule as defined. One that is there and the same keeps its pace. @returns its ARN */
  ensureSchedule(definition: z.input<typeof scheduleDefinition>): string;
  /** Deletes these schedules, and what still waits of them: CloudFormation does so when a stack no longer has them. */
  removeWhere(isGone: (name: string) => boolean): void;
  /** Invokes everything that is due and waits for it. @returns how many attempts it began */
  tick(): Promise<number>;
  close(): void;
}

export interface SchedulerOptions extends InvokerOptions {
  /** How often the cloud's clock is asked, in milliseconds; 0 for only when `tick` is called. */
  readonly tickEvery?: number;
}

/** Long: a closure, of which each function fits a screen. */
export function createScheduler(
  context: CloudContext,
  { tickEvery = 250, ...options }: SchedulerOptions,
): Scheduler {
  const schedules = new Schedules(context);
  const invoker = new Invoker(context, schedules, options);

  function glance(): void {
    invoker.tick().catch((error: unknown) => console.error("scheduler: a tick failed", error));
  }
  const ticker = tickEvery > 0 ? setInterval(glance, tickEvery).unref() : undefined;

  return {
    ensureSchedule(document) {
      const definition = readInput(scheduleDefinition, document);
      const existing = schedules.get(definition.Name);
      if (!existing || !isDeepStrictEqual(withoutUndefined(definition), existing.definition))
        schedules.put(definition);
      return schedules.arn(definition);
    },
    removeWhere(isGone) {
      for (const { definition } of schedules.list()) {
        if (!isGone(definition.Name)) continue;
        schedules.delete(definition);
        invoker.forget(schedules.arn(definition));
      }
    },
    tick: () => invoker.tick(),
    close() {
      clearInterval(ticker);
      invoker.close();
    },
  };
}

/** As it comes back from the store. */
function withoutUndefined<T>(document: T): T {
  return JSON.parse(JSON.stringify(document));
}
