import { expect, test } from "vitest";
import { runningCloud } from "../assembly/running-cloud.ts";
import { allow, arnOf, lambda, role, writeAssembly } from "../assembly/write-assembly.ts";

function scheduleAssembly({ mayInvoke = true } = {}): string {
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
          Schedule: {
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
          },
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
  await cloud.settle();
  const before = jobs(cloud.logs()).length;

  cloud.clock.advance(5 * 60_000);
  await cloud.settle();

  await expect.poll(() => jobs(cloud.logs()).length).toBe(before + 1);
});

test("a schedule can be run by a part of its name", async () => {
  const cloud = await runningCloud(scheduleAssembly());
  await cloud.settle();
  const before = jobs(cloud.logs()).length;

  await cloud.runSchedule("Sched");

  await expect.poll(() => jobs(cloud.logs()).slice(before)).toEqual(["reconcile"]);
  await expect(cloud.runSchedule("nothing")).rejects.toThrow("S-Schedule");
});

test("a schedule whose role may not invoke the function does not", async () => {
  const cloud = await runningCloud(scheduleAssembly({ mayInvoke: false }));

  cloud.clock.advance(5 * 60_000);
  await cloud.settle();

  expect(jobs(cloud.logs())).toEqual([]);
  expect(cloud.reports.join()).toContain("lambda:InvokeFunction");
});
