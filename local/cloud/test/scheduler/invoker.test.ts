import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  aSchedule,
  lambdaArn,
  queueArn,
  roleArn,
  type SchedulerUnderTest,
  startScheduler,
} from "./scheduler-under-test.ts";

const minuteMillis = 60_000;
const hourMillis = 3_600_000;

let under: SchedulerUnderTest;
beforeEach(async () => {
  under = await startScheduler();
});
afterEach(() => under.cloud.stop());

function after(milliseconds: number): Promise<number> {
  under.cloud.clock.advance(milliseconds);
  return under.service.tick();
}

/** The local time in so many milliseconds, as at(…) wants it in UTC. */
function at(milliseconds: number): string {
  return `at(${new Date(under.cloud.clock.millis() + milliseconds).toISOString().slice(0, 19)})`;
}

test("a rate begins at once and comes again every period", async () => {
  under.service.ensureSchedule(aSchedule());
  expect(await under.service.tick()).toBe(1);
  expect(await after(hourMillis - minuteMillis)).toBe(0);
  expect(await after(minuteMillis)).toBe(1);
  expect(under.invoked[0]).toEqual({ target: lambdaArn, input: "{}", role: roleArn });
});

test("a clock that jumps invokes once for every hour missed, at most for the last 24", async () => {
  under.service.ensureSchedule(aSchedule());
  await under.service.tick();
  expect(await after(5 * hourMillis)).toBe(5);
  expect(await after(72 * hourMillis)).toBe(24);
  expect(await after(hourMillis)).toBe(1);
});

test("cron follows its time zone", async () => {
  const morning = Date.parse("2027-01-04T00:59:00Z");
  under.cloud.clock.advance(morning - under.cloud.clock.millis());
  under.service.ensureSchedule(
    aSchedule({
      ScheduleExpression: "cron(0 8 ? * MON *)",
      ScheduleExpressionTimezone: "Asia/Jakarta",
    }),
  );
  expect(await under.service.tick()).toBe(0);
  expect(await after(2 * minuteMillis)).toBe(1);
  expect(await after(6 * 24 * hourMillis)).toBe(0);
});

test("a schedule for one moment is invoked once", async () => {
  under.service.ensureSchedule(aSchedule({ ScheduleExpression: at(hourMillis) }));
  expect(await under.service.tick()).toBe(0);
  expect(await after(hourMillis)).toBe(1);
  expect(await after(hourMillis)).toBe(0);
});

test("nothing happens while a schedule is disabled", async () => {
  under.service.ensureSchedule(aSchedule({ State: "DISABLED" }));
  expect(await after(hourMillis)).toBe(0);
  under.service.ensureSchedule(aSchedule());
  expect(await under.service.tick()).toBe(1);
});

test.each([
  ["every(1 hour)", "it must be rate"],
  ["rate(1 hours)", "a rate is"],
  ["rate(0 hours)", "a rate is"],
  ["cron(0 8 * * *)", "six fields"],
  ["at(2026-11-21)", "at(…) needs a time"],
  ["at(2026-13-41T00:00:00)", "does not exist"],
])("the expression %s is refused: %s", (ScheduleExpression, reason) => {
  const ensure = () => under.service.ensureSchedule(aSchedule({ ScheduleExpression }));

  expect(ensure).toThrow(reason);
});

test("an unknown time zone, a flexible window and other targets' parameters are refused", () => {
  const ensure = (changes: object) => () => under.service.ensureSchedule(aSchedule(changes));

  expect(ensure({ ScheduleExpressionTimezone: "Asia/Atlantis" })).toThrow(
    /no time zone Asia\/Atlantis/,
  );
  expect(ensure({ FlexibleTimeWindow: { Mode: "FLEXIBLE", MaximumWindowInMinutes: 5 } })).toThrow(
    "MaximumWindowInMinutes",
  );
  expect(
    ensure({ Target: { ...aSchedule().Target, SqsParameters: { MessageGroupId: "g" } } }),
  ).toThrow("Target.SqsParameters");
  expect(ensure({ GroupName: "other" })).toThrow("GroupName");
});

test("the placeholders of the input are filled in", async () => {
  const Input =
    "<aws.scheduler.schedule-arn> <aws.scheduler.scheduled-time> <aws.scheduler.attempt-number>";
  under.service.ensureSchedule(aSchedule({ Target: { ...aSchedule().Target, Input } }));
  await under.service.tick();
  expect(under.invoked[0]?.input).toMatch(
    /^arn:aws:scheduler:ap-southeast-3:000000000000:schedule\/default\/hourly \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ 1$/,
  );
});

test("a target without input gets the event AWS sends", async () => {
  const { Arn, RoleArn } = aSchedule().Target;
  under.service.ensureSchedule(aSchedule({ Target: { Arn, RoleArn } }));
  await under.service.tick();
  expect(JSON.parse(under.invoked[0]?.input ?? "")).toMatchObject({
    version: "0",
    source: "aws.scheduler",
    "detail-type": "Scheduled Event",
    account: "000000000000",
    region: "ap-southeast-3",
  });
});

test("a target that failed is tried again after a while until it answers", async () => {
  under.service.ensureSchedule(aSchedule({ ScheduleExpression: "rate(1 day)" }));
  under.failure = new Error("down");
  expect(await under.service.tick()).toBe(1);
  expect(await under.service.tick()).toBe(0);
  expect(await after(1000)).toBe(1);
  under.failure = undefined;
  expect(await after(2000)).toBe(1);
  expect(await after(hourMillis)).toBe(0);
});

test("after the last attempt the input lies in the dead-letter queue with the reason", async () => {
  under.failure = new TypeError("broken");
  under.service.ensureSchedule(
    aSchedule({
      ScheduleExpression: "rate(1 day)",
      Target: {
        ...aSchedule().Target,
        Input: '{"job":"status-list"}',
        RetryPolicy: { MaximumRetryAttempts: 1 },
        DeadLetterConfig: { Arn: queueArn },
      },
    }),
  );
  await under.service.tick();
  expect(under.deadLetters).toEqual([]);
  await after(minuteMillis);

  expect(under.invoked).toHaveLength(2);
  expect(under.deadLetters).toEqual([
    {
      queue: queueArn,
      body: '{"job":"status-list"}',
      attributes: expect.objectContaining({
        ERROR_CODE: "TypeError",
        ERROR_MESSAGE: "broken",
        EXHAUSTED_RETRY_CONDITION: "MaximumRetryAttempts",
        RETRY_ATTEMPTS: "1",
        TARGET_ARN: lambdaArn,
      }),
    },
  ]);
  expect(await after(hourMillis)).toBe(0);
});

test("an invocation that grows too old is given up", async () => {
  under.failure = new Error("down");
  under.service.ensureSchedule(
    aSchedule({
      ScheduleExpression: "rate(1 day)",
      Target: {
        ...aSchedule().Target,
        RetryPolicy: { MaximumEventAgeInSeconds: 60 },
        DeadLetterConfig: { Arn: queueArn },
      },
    }),
  );
  await under.service.tick();
  await after(2 * minuteMillis);
  expect(under.deadLetters[0]?.attributes).toMatchObject({
    EXHAUSTED_RETRY_CONDITION: "MaximumEventAgeInSeconds",
  });
});

test("a schedule ensured again unchanged keeps its pace, a changed one begins anew", async () => {
  under.service.ensureSchedule(aSchedule());
  await under.service.tick();
  under.service.ensureSchedule(aSchedule());
  expect(await under.service.tick()).toBe(0);
  under.service.ensureSchedule(aSchedule({ ScheduleExpression: "rate(2 hours)" }));
  expect(await under.service.tick()).toBe(1);
});

test("schedules and failed invocations survive a restart, what was missed is made up for once", async () => {
  under.service.ensureSchedule(aSchedule({ Name: "missed" }));
  await under.service.tick();
  under.failure = new Error("down");
  under.service.ensureSchedule(aSchedule({ Name: "failing", ScheduleExpression: at(2000) }));
  await after(2000);

  await under.cloud.stop({ keep: true });
  under = await startScheduler({ directory: under.cloud.directory });
  expect(await after(10 * hourMillis)).toBe(2);
});

test("the cloud's own ticker invokes without being asked", async () => {
  await under.cloud.stop();
  under = await startScheduler({ tickEvery: 5 });
  under.service.ensureSchedule(aSchedule());
  await vi.waitFor(() => expect(under.invoked).toHaveLength(1));
  await pause(20);
  expect(under.invoked).toHaveLength(1);
});
