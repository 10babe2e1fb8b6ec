/** What is recorded for an inquiry, and for how long (decision 0031). */
import { expect, test } from "vitest";
import { permissions } from "./permissions.ts";
import { memberOf, objectsOf, ofType, refersTo, synthesizeResources } from "./templates.ts";

const resources = synthesizeResources();
const [trail] = ofType(resources, "AWS::CloudTrail::Trail");
const ofDataStack = ofType(resources, "AWS::S3::Bucket").filter(
  ({ stack }) => stack === "Kartu-Data",
);
const trailBucket = ofDataStack.find(({ id }) => id.startsWith("accesstrail"));

test("who touched a file with a face, a role or the account is recorded: every bucket of the data stack", () => {
  const recorded = objectsOf(trail?.Properties.AdvancedEventSelectors).map((selector) =>
    Object.fromEntries(
      objectsOf(selector.FieldSelectors).map(({ Field, Equals, StartsWith, NotStartsWith }) => [
        String(Field),
        Equals ?? StartsWith ?? { not: NotStartsWith },
      ]),
    ),
  );
  const [reads, writes, seals, roles, account] = recorded;
  const buckets = ofDataStack.filter((each) => each !== trailBucket);
  const files = {
    eventCategory: ["Data"],
    "resources.type": ["AWS::S3::Object"],
    "resources.ARN": buckets.map(({ id }) => ({
      "Fn::Join": ["", [{ "Fn::GetAtt": [id, "Arn"] }, "/"]],
    })),
  };
  // Whoever reads a face, also the product itself.
  expect(reads).toEqual({ ...files, readOnly: ["true"] });
  expect(writes).toEqual({
    ...files,
    readOnly: ["false"],
    "userIdentity.arn": { not: [expect.anything()] },
  });
  expect(buckets).toHaveLength(6);
  const sealBucket = ofType(resources, "AWS::S3::Bucket").find(({ id }) =>
    id.startsWith("sealbucket"),
  );
  const begin = `${sealBucket?.stack}-${sealBucket?.id}`.toLowerCase().slice(0, 24);
  expect(seals).toEqual({
    eventCategory: ["Data"],
    "resources.type": ["AWS::S3::Object"],
    "resources.ARN": [{ "Fn::Join": ["", ["arn:", { Ref: "AWS::Partition" }, `:s3:::${begin}`]] }],
    readOnly: ["false"],
  });
  expect(roles).toEqual({
    eventCategory: ["Data"],
    "resources.type": ["AWS::DynamoDB::Table"],
    "resources.ARN": [{ "Fn::GetAtt": [expect.stringMatching(/^roletable/), "Arn"] }],
    readOnly: ["false"],
  });
  expect(account).toEqual({ eventCategory: ["Management"], readOnly: ["false"] });
  expect(trail?.Properties).toMatchObject({
    IsLogging: true,
    IsMultiRegionTrail: true,
    EnableLogFileValidation: true,
  });
});

test("the one whose writes are not recorded is card-renderer's role, which stores drawings and nothing else", () => {
  const [, writes] = objectsOf(trail?.Properties.AdvancedEventSelectors);
  const named = objectsOf(writes?.FieldSelectors).find(({ Field }) => Field === "userIdentity.arn");
  const name = /assumed-role\/([\w-]+)/.exec(JSON.stringify(named))?.[1] ?? "";
  const roles = ofType(resources, "AWS::IAM::Role").map(({ stack, id }) => `${stack}-${id}`);

  expect(roles.filter((role) => role.startsWith(name))).toEqual([
    expect.stringMatching(/^Kartu-Service-cardrendererrole[0-9A-F]{8}$/),
  ]);
  // CloudFormation cuts long names, and keeps at least this much of them.
  expect(name.length).toBeLessThan(64 - 13);
  const stored = (permissions.get("card-renderer") ?? []).flatMap(({ actions, resources: at }) =>
    actions.some((each) => /^s3:(Put|Delete)/.test(each)) ? [at.join(" ")] : [],
  );
  expect(stored.join()).toMatch(/\/(cards|backs)\/\*/);
  expect(stored.join()).not.toMatch(/photo|evidence|print/);
});

test("the record is locked for more than a year, then goes, and stays when its stack is deleted", () => {
  expect(trail?.DeletionPolicy).toBe("RetainExceptOnCreate");
  expect(trailBucket).toMatchObject({
    DeletionPolicy: "RetainExceptOnCreate",
    Properties: {
      ObjectLockEnabled: true,
      ObjectLockConfiguration: {
        ObjectLockEnabled: "Enabled",
        Rule: { DefaultRetention: { Mode: "GOVERNANCE", Days: 400 } },
      },
      LifecycleConfiguration: {
        Rules: [
          {
            ExpirationInDays: 400,
            NoncurrentVersionExpiration: { NoncurrentDays: 1 },
            Status: "Enabled",
          },
        ],
      },
    },
  });
  const policy = ofType(resources, "AWS::S3::BucketPolicy").find(
    ({ Properties }) => refersTo(Properties.Bucket) === trailBucket?.id,
  );
  const ofCloudTrail = objectsOf(memberOf(policy?.Properties.PolicyDocument, "Statement"))
    .filter(({ Principal }) => memberOf(Principal, "Service") === "cloudtrail.amazonaws.com")
    .map(({ Action, Condition }) => [Action, Object.keys(Condition ?? {})]);
  expect(ofCloudTrail).toEqual([
    ["s3:GetBucketAcl", ["ArnLike"]],
    ["s3:PutObject", ["ArnLike", "StringEquals"]],
  ]);
});

test("the trail is made last: its locked objects would keep a stack from being deleted whose creation fails", () => {
  const others = resources.filter(
    ({ stack, id, Type }) =>
      stack === "Kartu-Data" && id !== trail?.id && !/^Custom::|Metadata|Lambda|IAM/.test(Type),
  );
  expect(others.length).toBeGreaterThan(30);
  expect([trail?.DependsOn].flat()).toEqual(expect.arrayContaining(others.map(({ id }) => id)));
});
