import { expect, test } from "vitest";
import { attachmentDays } from "#shared/evidence/attachment.ts";
import { memberOf, objectsOf, ofType, synthesizeResources } from "./templates.ts";

const resources = synthesizeResources();

test("the file of an announcement goes when its time is over, and that of a decree does not", () => {
  const buckets = ofType(resources, "AWS::S3::Bucket");
  const { LifecycleConfiguration } =
    buckets.find(({ id }) => id.startsWith("evidencebucket"))?.Properties ?? {};
  const rules = objectsOf(memberOf(LifecycleConfiguration, "Rules"));

  expect(
    rules.flatMap(({ Prefix, ExpirationInDays }) => (Prefix ? [[Prefix, ExpirationInDays]] : [])),
  ).toEqual([
    ["uploads/", 1],
    ["announced/", attachmentDays],
  ]);
});
