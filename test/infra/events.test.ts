import { expect, test } from "vitest";
import { resources, whoMay } from "./permissions.ts";
import { memberOf, objectsOf, ofType, ourFunctions, type Resource, refersTo } from "./templates.ts";

const functions = ourFunctions(resources);
const queues = ofType(resources, "AWS::SQS::Queue");
const mappings = ofType(resources, "AWS::Lambda::EventSourceMapping");
const isStream = ({ Properties }: Resource) =>
  JSON.stringify(Properties.EventSourceArn).includes("StreamArn");
const isLastStop = ({ id }: Resource) => /deadletters|failures/.test(id);

function consumerOf({ Properties }: Resource): string | undefined {
  const id = refersTo(Properties.FunctionName);
  return [...functions].find(([, each]) => each.id === id)?.[0];
}

test("every queue sets messages aside after five tries, and is encrypted; what is throttled may come more often", () => {
  for (const queue of queues) {
    expect(queue.Properties).toMatchObject({ SqsManagedSseEnabled: true });
    if (isLastStop(queue)) continue;
    const [kind = ""] = /^(bulk|import|mail|reset)queue/.exec(queue.id) ?? [];
    expect(queue.Properties).toMatchObject({
      RedrivePolicy: {
        maxReceiveCount: { bulkqueue: 8, importqueue: 8, mailqueue: 160, resetqueue: 8 }[kind] ?? 5,
      },
    });
    if (kind === "mailqueue")
      expect(queue.Properties).toMatchObject({ MessageRetentionPeriod: 1_209_600 });
    expect(queues.filter(isLastStop).map(({ id }) => id)).toContain(
      refersTo(memberOf(queue.Properties, "RedrivePolicy", "deadLetterTargetArn")),
    );
  }
});

test("what is set aside is kept for two weeks, and raises an alarm at once", () => {
  const watched = ofType(resources, "AWS::CloudWatch::Alarm").map(({ Properties }) =>
    JSON.stringify(Properties.Dimensions ?? null),
  );
  for (const { id, Properties } of queues.filter(isLastStop)) {
    expect(Properties).toMatchObject({ MessageRetentionPeriod: 1_209_600 });
    expect(watched.some((dimensions) => dimensions.includes(id))).toBe(true);
  }
});

test("a chain of messages from a function to itself is allowed where it is wanted, and nowhere else", () => {
  // «Use Lambda recursive loop detection to prevent infinite loops»: Lambda ends others after about 16 invocations.
  const fedByThemselves = mappings
    .filter((each) => !isStream(each))
    .flatMap((each) => {
      const [name, queue] = [consumerOf(each), refersTo(each.Properties.EventSourceArn)];
      return name && queue && whoMay("sqs:SendMessage", queue).includes(name) ? [name] : [];
    });
  const allowed = [...functions].filter(([, each]) => each.Properties.RecursiveLoop === "Allow");
  expect(fedByThemselves.toSorted()).toEqual(["bulk-worker", "unit-printer"]);
  expect(allowed.map(([name]) => name).toSorted()).toEqual(fedByThemselves.toSorted());
});

test("a message is given out again only after six times what its consumer may need", () => {
  const timeouts = {
    "photo-queue": 60,
    "print-queue": 90,
    "export-queue": 240,
    "reset-queue": 15,
    "redraw-queue": 30,
    "mail-queue": 60,
    "feedback-queue": 15,
    "import-queue": 240,
    "bulk-queue": 60,
  };
  for (const [name, seconds] of Object.entries(timeouts)) {
    const queue = queues.find(
      (each) => each.id.startsWith(name.replace("-", "")) && !isLastStop(each),
    );
    expect(queue?.Properties.VisibilityTimeout).toBe(6 * seconds);
  }
  expect(functions.get("photo-intake")?.Properties.Timeout).toBe(60);
  expect(functions.get("unit-printer")?.Properties.Timeout).toBe(90);
  expect(functions.get("account-recovery")?.Properties.Timeout).toBe(15);
  expect(functions.get("card-renderer")?.Properties.Timeout).toBe(30);
  expect(functions.get("mail-sender")?.Properties.Timeout).toBe(60);
});

test("each queue feeds its consumer, a few messages at a time, and hears of each failure alone", () => {
  const fed = mappings.filter((each) => !isStream(each));
  expect(fed.map(consumerOf).sort()).toEqual([
    "account-recovery",
    "bulk-worker",
    "card-renderer",
    "import-judge",
    "list-exporter",
    "mail-feedback",
    "mail-sender",
    "photo-intake",
    "unit-printer",
  ]);
  for (const { Properties } of fed) {
    expect(Properties).toMatchObject({
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      ScalingConfig: { MaximumConcurrency: expect.any(Number) },
    });
  }
});

test("mails that come back are told by SES to the queue, ours and Cognito's alike", () => {
  const [set] = ofType(resources, "AWS::SES::ConfigurationSet");
  const [destination] = ofType(resources, "AWS::SES::ConfigurationSetEventDestination");
  const [pool] = ofType(resources, "AWS::Cognito::UserPool");
  const rule = ofType(resources, "AWS::Events::Rule").find(({ id }) =>
    id.startsWith("feedbackqueue"),
  );
  expect(set?.Properties).toMatchObject({
    SuppressionOptions: { SuppressedReasons: ["BOUNCE", "COMPLAINT"] },
  });
  expect(refersTo(destination?.Properties.ConfigurationSetName)).toBe(set?.id);
  expect(destination?.Properties.EventDestination).toMatchObject({
    MatchingEventTypes: ["bounce", "complaint", "reject"],
  });
  expect(JSON.stringify(destination?.Properties)).toContain(":event-bus/default");
  for (const user of [
    memberOf(pool?.Properties, "EmailConfiguration", "ConfigurationSet"),
    memberOf(rule?.Properties, "EventPattern", "detail", "mail", "tags", "ses:configuration-set"),
    memberOf(
      functions.get("mail-sender")?.Properties,
      "Environment",
      "Variables",
      "MAIL_CONFIGURATION_SET",
    ),
  ])
    expect(JSON.stringify(user)).toContain(set?.id);
  const feedback = queues.find(({ id }) => id.startsWith("feedbackqueue") && !id.includes("dead"));
  expect(rule?.Properties.Targets).toMatchObject([
    { Arn: { "Fn::GetAtt": [feedback?.id, "Arn"] } },
  ]);
});

test("prints are drawn one at a time: what one holds in memory is all there is", () => {
  const [printing] = mappings.filter((each) => consumerOf(each) === "unit-printer");
  expect(printing?.Properties).toMatchObject({
    BatchSize: 1,
    ScalingConfig: { MaximumConcurrency: 2 },
  });
});

test("a record that always fails is isolated, tried five times more, or for six hours where nothing makes up for it, and set aside", () => {
  const streams = mappings.filter(isStream);
  expect(streams.map(consumerOf).sort()).toEqual([
    "card-renderer",
    "history-guard",
    "notifier",
    "notifier",
    "notifier",
  ]);
  for (const each of streams) {
    const { Properties } = each;
    expect(Properties.MaximumRetryAttempts).toBe(consumerOf(each) === "notifier" ? undefined : 5);
    expect(Properties).toMatchObject({
      FunctionResponseTypes: ["ReportBatchItemFailures"],
      BisectBatchOnFunctionError: true,
      MaximumRecordAgeInSeconds: 21_600,
      StartingPosition: "TRIM_HORIZON",
    });
    expect(queues.filter(isLastStop).map(({ id }) => id)).toContain(
      refersTo(memberOf(Properties, "DestinationConfig", "OnFailure", "Destination")),
    );
  }
});

test("only saves of records that change the card start the renderer; the notifier hears of changes, and of decisions", () => {
  const streams = mappings.filter(isStream);
  const filters = (table: string) =>
    Object.fromEntries(
      streams
        .filter(({ Properties }) => JSON.stringify(Properties.EventSourceArn).includes(table))
        .map((each) => [consumerOf(each), filterOf(each)]),
    );
  const type = { S: ["employee"] };
  const yes = { BOOL: [true] };
  expect(filters("employeetable")).toEqual({
    "card-renderer": { dynamodb: { NewImage: { type, cardChanged: yes } } },
    notifier: { eventName: ["MODIFY"], dynamodb: { NewImage: { type, holderTold: yes } } },
  });
  const state = { S: ["approved", "refused"] };
  expect(filters("approvaltable")).toEqual({
    notifier: { eventName: ["MODIFY"], dynamodb: { NewImage: { outcome: { M: { state } } } } },
  });
});

function filterOf({ Properties }: Resource): unknown {
  const [filter] = objectsOf(memberOf(Properties, "FilterCriteria", "Filters"));
  return JSON.parse(String(filter?.Pattern));
}

test("jobs run every five minutes, and in the night from midnight in WIT on; the canary every five minutes, the eraser of leavers each night, the sealer each hour", () => {
  const schedules = ofType(resources, "AWS::Scheduler::Schedule").map(
    ({ Properties }) => Properties,
  );
  expect(schedules).toEqual([
    expect.objectContaining({ ScheduleExpression: "rate(5 minutes)" }),
    expect.objectContaining({
      ScheduleExpression: "cron(0/5 22-23,0-4 * * ? *)",
      ScheduleExpressionTimezone: "Asia/Jakarta",
    }),
    expect.objectContaining({ ScheduleExpression: "rate(5 minutes)" }),
    expect.objectContaining({ ScheduleExpression: "cron(30 1 * * ? *)" }),
    expect.objectContaining({ ScheduleExpression: "rate(5 minutes)" }),
    expect.objectContaining({ ScheduleExpression: "cron(20 * * * ? *)" }),
    expect.objectContaining({ ScheduleExpression: "rate(5 minutes)" }),
  ]);
  for (const { Target } of schedules) {
    expect(Target).toMatchObject({
      RetryPolicy: { MaximumRetryAttempts: 5, MaximumEventAgeInSeconds: 3600 },
      DeadLetterConfig: { Arn: expect.anything() },
      Input: expect.stringMatching(
        /^\{"job":"(reconcile|days|contact-changes|erase-leavers|visit|seal-history|publish-status)"\}$/,
      ),
    });
  }
});

test("S3 tells the photo queue of every upload, once it is allowed to", () => {
  const bucket = ofType(resources, "AWS::S3::Bucket").find(({ id }) =>
    id.startsWith("photobucket"),
  );
  const policy = ofType(resources, "AWS::SQS::QueuePolicy").find(({ id }) =>
    id.startsWith("photoqueuePolicy"),
  );
  expect(bucket).toMatchObject({
    DependsOn: expect.arrayContaining([policy?.id]),
    Properties: {
      NotificationConfiguration: {
        QueueConfigurations: [
          {
            Event: "s3:ObjectCreated:*",
            Filter: { S3Key: { Rules: [{ Name: "prefix", Value: "incoming/" }] } },
          },
        ],
      },
    },
  });
  expect(policy?.Properties.PolicyDocument).toMatchObject({
    Statement: expect.arrayContaining([
      expect.objectContaining({
        Principal: { Service: "s3.amazonaws.com" },
        Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
      }),
    ]),
  });
});
