/** Nothing that can fail is left without an alarm, or a reason that the template states. */
import { expect, test } from "vitest";
import * as z from "zod";
import { type Resource, refersTo, synthesizeResources } from "./templates.ts";

const resources = synthesizeResources();

/** What can fail. Streams are their mappings; schedules are watched by what their function does. */
const types = [
  "AWS::ApiGatewayV2::Api",
  "AWS::CloudFront::Distribution",
  "AWS::CloudFront::Function",
  "AWS::Cognito::UserPool",
  "AWS::DynamoDB::GlobalTable",
  "AWS::DynamoDB::Table",
  "AWS::KMS::Key",
  "AWS::Lambda::EventSourceMapping",
  "AWS::Lambda::Function",
  "AWS::SQS::Queue",
  "AWS::Scheduler::Schedule",
];

const reason = z.object({ Metadata: z.object({ NotWatched: z.string().min(30) }) });
const isAlarm = ({ Type }: Resource) => /^AWS::(CloudWatch::Alarm|Events::Rule)$/.test(Type);

/** Functions of CDK's own run at deployments; queues feed functions, and are looked at as queues. */
function isOurs({ Type, Properties }: Resource): boolean {
  if (Type === "AWS::Lambda::Function") return /^functions\//.test(String(Properties.Description));
  const source = JSON.stringify(Properties.EventSourceArn ?? null);
  return Type !== "AWS::Lambda::EventSourceMapping" || source.includes("StreamArn");
}

/** Whether an alarm or rule names the resource: by its logical id, in another stack together with its own stack's name. */
function isNamed(each: Resource, id: string, all: readonly Resource[], metric = ""): boolean {
  if (id === "") throw new Error(`${each.id} refers to nothing that is known here.`);
  return all.filter(isAlarm).some(({ stack, Properties }) => {
    const text = JSON.stringify(Properties);
    if (!text.includes(id) || !text.includes(metric)) return false;
    const elsewhere = [each.stack, each.stack.replace("-", "")];
    return stack === each.stack || elsewhere.some((name) => text.includes(name));
  });
}

function isWatched(each: Resource, all: readonly Resource[]): boolean {
  const { Type, Properties, id } = each;
  if (Type === "AWS::Lambda::EventSourceMapping") {
    return isNamed(each, refersTo(Properties.FunctionName) ?? "", all, "IteratorAge");
  }
  if (Type === "AWS::Scheduler::Schedule") {
    const { Arn } = z.object({ Arn: z.json() }).parse(Properties.Target);
    return isNamed(each, refersTo(Arn) ?? "", all, "FILL(calls, 0) - FILL(crashes, 0)");
  }
  if (Type === "AWS::SQS::Queue" && "RedrivePolicy" in Properties) {
    return isNamed(each, id, all, "ApproximateAgeOfOldestMessage");
  }
  // The metrics of a CloudFront function have its name, which CDK makes.
  return isNamed(each, Type === "AWS::CloudFront::Function" ? String(Properties.Name) : id, all);
}

/** Resources with neither an alarm nor a reason. */
function unwatched(all: readonly Resource[]): string[] {
  return all
    .filter((each) => types.includes(each.Type) && isOurs(each))
    .filter((each) => !isWatched(each, all) && !reason.safeParse(each).success)
    .map(({ stack, id }) => `${stack}/${id}`);
}

test("everything that can fail has an alarm, or says why not", () => {
  expect(unwatched(resources)).toEqual([]);
});

test("a reason is for what has no alarm", () => {
  const excused = resources.filter((each) => reason.safeParse(each).success);
  expect(excused.map(({ stack, id }) => `${stack}/${id}`)).toEqual([
    expect.stringMatching(/^Kartu-Watch\/alarmskey/),
  ]);
  for (const each of excused) expect(isWatched(each, resources)).toBe(false);
});

test.each(types.filter((type) => resources.some(({ Type }) => Type === type)))(
  "%s without its alarms is found",
  (type) => {
    const silent = resources.filter((each) => !isAlarm(each));
    const ofType = silent.filter((each) => each.Type === type && isOurs(each));
    const found = unwatched(silent);
    expect(ofType).not.toEqual([]);
    for (const { stack, id } of ofType.filter((each) => !reason.safeParse(each).success)) {
      expect(found).toContain(`${stack}/${id}`);
    }
  },
);
