/** What is recorded for an inquiry, and for how long (decision 0031). */
import { expect, test } from "vitest";
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
      objectsOf(selector.FieldSelectors).map(({ Field, Equals, StartsWith }) => [
        String(Field),
        Equals ?? StartsWith,
      ]),
    ),
  );
  const [files, seals, roles, account] = recorded;
  const buckets = ofDataStack.filter((each) => each !== trailBucket);
  expect(files).toEqual({
    eventCategory: ["Data"],
    "resources.type": ["AWS::S3::Object"],
    "resources.ARN": buckets.map(({ id }) => ({
      "Fn::Join": ["", [{ "Fn::GetAtt": [id, "Arn"] }, "/"]],
    })),
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
