import {
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  CreateScheduleGroupCommand,
  DeleteScheduleCommand,
  DeleteScheduleGroupCommand,
  GetScheduleCommand,
  GetScheduleGroupCommand,
  ListScheduleGroupsCommand,
  ListSchedulesCommand,
  type ListSchedulesCommandOutput,
  type SchedulerClient,
  TagResourceCommand,
  UpdateScheduleCommand,
} from "@aws-sdk/client-scheduler";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AwsError } from "../../kernel/service.ts";
import {
  aSchedule,
  roleArn,
  type SchedulerUnderTest,
  startScheduler,
} from "./scheduler-under-test.ts";

let under: SchedulerUnderTest;
let scheduler: SchedulerClient;
const asked: string[] = [];

beforeAll(async () => {
  under = await startScheduler({
    authorize: (_, action, resource, conditions) => {
      asked.push([action, resource, ...Object.values(conditions ?? {})].join(" "));
      if (resource.includes("forbidden")) throw new AwsError("AccessDenied", "No.");
    },
  });
  scheduler = under.scheduler;
});
afterAll(() => under.cloud.stop());

function create(changes: Partial<CreateScheduleCommandInput>) {
  return scheduler.send(new CreateScheduleCommand({ ...aSchedule(), ...changes }));
}

test("a schedule is answered as it was made, with AWS's defaults", async () => {
  const StartDate = new Date("2027-01-01T00:00:00Z");
  const { ScheduleArn } = await create({
    Name: "made",
    ScheduleExpression: "cron(0 8 ? * MON-FRI *)",
    ScheduleExpressionTimezone: "Asia/Jakarta",
    StartDate,
  });

  expect(ScheduleArn).toBe("arn:aws:scheduler:ap-southeast-3:000000000000:schedule/default/made");
  expect(await scheduler.send(new GetScheduleCommand({ Name: "made" }))).toMatchObject({
    ...aSchedule({ Name: "made" }),
    Arn: ScheduleArn,
    GroupName: "default",
    ScheduleExpression: "cron(0 8 ? * MON-FRI *)",
    ScheduleExpressionTimezone: "Asia/Jakarta",
    StartDate,
    State: "ENABLED",
    ActionAfterCompletion: "NONE",
    CreationDate: expect.any(Date),
    Target: { RetryPolicy: { MaximumRetryAttempts: 185, MaximumEventAgeInSeconds: 86_400 } },
  });
});

test("a name is taken once, but a repeated call with its token is no conflict", async () => {
  await create({ Name: "twice", ClientToken: "one" });
  await expect(create({ Name: "twice" })).rejects.toHaveProperty("name", "ConflictException");
  expect((await create({ Name: "twice", ClientToken: "one" })).ScheduleArn).toContain("twice");
});

test("an update replaces the whole schedule, a deletion ends it", async () => {
  await create({ Name: "changed", Description: "old" });
  const update = new UpdateScheduleCommand(
    aSchedule({ Name: "changed", ScheduleExpression: "rate(2 days)", State: "DISABLED" }),
  );
  await scheduler.send(update);
  const changed = await scheduler.send(new GetScheduleCommand({ Name: "changed" }));
  expect(changed).toMatchObject({ ScheduleExpression: "rate(2 days)", State: "DISABLED" });
  expect(changed).not.toHaveProperty("Description");

  await scheduler.send(new DeleteScheduleCommand({ Name: "changed" }));
  for (const gone of [update, new GetScheduleCommand({ Name: "changed" })])
    await expect(scheduler.send(gone as typeof update)).rejects.toHaveProperty(
      "name",
      "ResourceNotFoundException",
    );
});

test.each([
  ["every(1 hour)", "it must be rate"],
  ["rate(1 hours)", "a rate is"],
  ["rate(0 hours)", "a rate is"],
  ["cron(0 8 * * *)", "six fields"],
  ["at(2026-11-21)", "at(…) needs a time"],
  ["at(2026-13-41T00:00:00)", "does not exist"],
])("the expression %s is refused: %s", async (ScheduleExpression, reason) => {
  await expect(create({ Name: "refused", ScheduleExpression })).rejects.toMatchObject({
    name: "ValidationException",
    message: expect.stringContaining(reason),
  });
});

test("an unknown time zone, a flexible window and other targets' parameters are refused", async () => {
  await expect(
    create({ Name: "refused", ScheduleExpressionTimezone: "Asia/Atlantis" }),
  ).rejects.toThrow(/no time zone Asia\/Atlantis/);
  await expect(
    create({
      Name: "refused",
      FlexibleTimeWindow: { Mode: "FLEXIBLE", MaximumWindowInMinutes: 5 },
    }),
  ).rejects.toThrow("MaximumWindowInMinutes");
  await expect(
    create({
      Name: "refused",
      Target: { ...aSchedule().Target, SqsParameters: { MessageGroupId: "g" } },
    }),
  ).rejects.toThrow("Target.SqsParameters");
});

test("schedules are listed by group, prefix and state, page by page", async () => {
  await scheduler.send(new CreateScheduleGroupCommand({ Name: "listed" }));
  for (const Name of ["a-1", "a-2", "a-3", "b-1"])
    await create({ Name, GroupName: "listed", State: Name === "a-3" ? "DISABLED" : "ENABLED" });
  const list = (options: object) =>
    scheduler.send(new ListSchedulesCommand({ GroupName: "listed", NamePrefix: "a", ...options }));
  const names = ({ Schedules = [] }: ListSchedulesCommandOutput) =>
    Schedules.map(({ Name }) => Name);

  const first = await list({ MaxResults: 2 });
  expect(names(first)).toEqual(["a-1", "a-2"]);
  expect(names(await list({ NextToken: first.NextToken }))).toEqual(["a-3"]);
  expect(names(await list({ State: "DISABLED" }))).toEqual(["a-3"]);
});

test("a group holds schedules and takes them along when it is deleted", async () => {
  const Name = "holding";
  await expect(create({ Name: "x", GroupName: Name })).rejects.toHaveProperty(
    "name",
    "ResourceNotFoundException",
  );
  await scheduler.send(new CreateScheduleGroupCommand({ Name }));
  await create({ Name: "x", GroupName: Name });
  expect(await scheduler.send(new GetScheduleGroupCommand({ Name }))).toMatchObject({
    Arn: "arn:aws:scheduler:ap-southeast-3:000000000000:schedule-group/holding",
    State: "ACTIVE",
  });
  const { ScheduleGroups } = await scheduler.send(new ListScheduleGroupsCommand({}));
  expect(ScheduleGroups?.map((group) => group.Name)).toEqual(
    expect.arrayContaining(["default", Name]),
  );

  await scheduler.send(new DeleteScheduleGroupCommand({ Name }));
  await expect(
    scheduler.send(new GetScheduleCommand({ Name: "x", GroupName: Name })),
  ).rejects.toHaveProperty("name", "ResourceNotFoundException");
});

test("making a schedule needs the schedule's permission and that of passing its role", async () => {
  asked.length = 0;
  await create({ Name: "asked" });
  expect(asked).toEqual([
    "scheduler:CreateSchedule arn:aws:scheduler:ap-southeast-3:000000000000:schedule/default/asked",
    `iam:PassRole ${roleArn} scheduler.amazonaws.com`,
  ]);
  await expect(create({ Name: "forbidden" })).rejects.toHaveProperty(
    "name",
    "AccessDeniedException",
  );
});

test("an operation it does not know fails with its method and path", async () => {
  const tag = new TagResourceCommand({ ResourceArn: "arn", Tags: [{ Key: "a", Value: "b" }] });
  await expect(scheduler.send(tag)).rejects.toThrow("POST /tags/arn");
});
