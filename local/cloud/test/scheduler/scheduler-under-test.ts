import { createScheduler, type Scheduler } from "../../scheduler/scheduler-service.ts";
import { type ServicesUnderTest, startServices } from "../one-service.ts";

export const lambdaArn = "arn:aws:lambda:ap-southeast-3:000000000000:function:jobs";
export const roleArn = "arn:aws:iam::000000000000:role/scheduler";
export const queueArn = "arn:aws:sqs:ap-southeast-3:000000000000:dead";

export interface SchedulerUnderTest {
  cloud: ServicesUnderTest;
  service: Scheduler;
  /** What reached the target, oldest first. */
  invoked: { target: string; input: string; role: string }[];
  deadLetters: { queue: string; body: string; attributes: Readonly<Record<string, string>> }[];
  /** What the target throws; undefined while it works. */
  failure: Error | undefined;
}

/** A scheduler that is ticked by hand, and a target that remembers. */
export async function startScheduler({
  tickEvery = 0,
  ...options
}: {
  directory?: string;
  tickEvery?: number;
} = {}): Promise<SchedulerUnderTest> {
  const seen: Pick<SchedulerUnderTest, "invoked" | "deadLetters"> & { failure: Error | undefined } =
    {
      invoked: [],
      deadLetters: [],
      failure: undefined,
    };
  let service: Scheduler | undefined;
  const cloud = await startServices((context) => {
    service = createScheduler(context, {
      tickEvery,
      invoke: async (target, input, role) => {
        seen.invoked.push({ target, input, role });
        if (seen.failure) throw seen.failure;
      },
      deadLetter: (queue, body, attributes) => {
        seen.deadLetters.push({ queue, body, attributes });
      },
    });
    return [];
  }, options);
  if (!service) throw new Error("The service was not made.");
  const { close } = service;
  const stop: ServicesUnderTest["stop"] = async (how) => {
    close();
    await cloud.stop(how);
  };
  return Object.assign(seen, { cloud: { ...cloud, stop }, service });
}

const hourly = {
  Name: "hourly",
  ScheduleExpression: "rate(1 hour)",
  FlexibleTimeWindow: { Mode: "OFF" },
  Target: { Arn: lambdaArn, RoleArn: roleArn, Input: "{}" },
} as const;

/** Every hour, but for what a test says of it. */
export function aSchedule(): typeof hourly;
export function aSchedule<const Changes extends object>(
  changes: Changes,
): Omit<typeof hourly, keyof Changes> & Changes;
export function aSchedule(changes: object = {}): object {
  return { ...hourly, ...changes };
}
