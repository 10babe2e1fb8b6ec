import { expect, test } from "vitest";
import { runningCloud } from "../assembly/running-cloud.ts";
import { allow, arnOf, lambda, role, writeAssembly } from "../assembly/write-assembly.ts";

const schedule = {
  Type: "AWS::Scheduler::Schedule",
  Properties: {
    ScheduleExpression: "rate(5 minutes)",
    FlexibleTimeWindow: { Mode: "OFF" },
    Target: {
      Arn: arnOf("Fn"),
      RoleArn: arnOf("Invoker"),
      Input: JSON.stringify({ job: "reconcile" }),
    },
  },
};

function scheduleAssembly({ mayInvoke = true, withSchedule = true } = {}): string {
  return writeAssembly(
    {
      S: {
        resources: {
          Role: role(),
          Fn: lambda("jobs", "Role"),
          Invoker: role(
            mayInvoke ? [allow(["lambda:InvokeFunction"], arnOf("Fn"))] : [],
            "scheduler.amazonaws.com",
          ),
          ...(withSchedule && { Schedule: schedule }),
        },
      },
    },
    {
      jobs: {
        "index.cjs": `exports.handler = async ({ job }) => console.log(JSON.stringify({ job }));`,
      },
    },
  );
}

const jobs = (logs: readonly { text: string }[]) =>
  logs.flatMap(({ text }) => JSON.parse(text).job ?? []);

test("a schedule invokes its function when the cloud's clock says so", async () => {
  const cloud = await runningCloud(scheduleAssembly());
  await cloud.waitUntilIdle();
  const before = jobs(cloud.logs()).length;

  cloud.clock.advance(5 * 60_000);
  await cloud.waitUntilIdle();

  await expect.poll(() => jobs(cloud.logs()).length).toBe(before + 1);
});

test("a schedule can be run by a part of its name", async () => {
  const cloud = await runningCloud(scheduleAssembly());
  await cloud.waitUntilIdle();
  const before = jobs(cloud.logs()).length;

  await cloud.runSchedule("Sched");

  await expect.poll(() => jobs(cloud.logs()).slice(before)).toEqual(["reconcile"]);
  await expect(cloud.runSchedule("nothing")).rejects.toThrow("S-Schedule");
});

test("a schedule that the stack no longer has is gone from kept state", async () => {
  const first = await runningCloud(scheduleAssembly());
  await first.stop();

  const second = await runningCloud(scheduleAssembly({ withSchedule: false }), {
    directory: first.directory,
  });
  await second.waitUntilIdle();
  const before = jobs(second.logs()).length;
  second.clock.advance(10 * 60_000);
  await second.waitUntilIdle();

  expect(jobs(second.logs())).toHaveLength(before);
  expect(second.reports).toEqual([]);
});

test("a schedule whose role may not invoke the function does not", async () => {
  const cloud = await runningCloud(scheduleAssembly({ mayInvoke: false }));

  cloud.clock.advance(5 * 60_000);
  await cloud.waitUntilIdle();

  expect(jobs(cloud.logs())).toEqual([]);
  expect(cloud.reports.join()).toContain("lambda:InvokeFunction");
});
