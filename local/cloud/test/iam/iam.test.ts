import { expect, test } from "vitest";
import { Iam } from "../../iam/iam.ts";
import { CloudClock } from "../../kernel/clock.ts";

const account = "000000000000";
const key = "arn:aws:kms:ap-southeast-3:000000000000:key/k";
const queue = "arn:aws:sqs:ap-southeast-3:000000000000:q";

function iamWithRole() {
  const refusals: string[] = [];
  const iam = new Iam({ account, clock: new CloudClock(), report: (line) => refusals.push(line) });
  const arn = iam.roleArn("reader");
  iam.addRolePolicy(arn, {
    Statement: { Effect: "Allow", Action: ["kms:Encrypt", "sqs:ReceiveMessage"], Resource: "*" },
  });
  return { iam, role: iam.role(arn, "fn"), arn, refusals };
}

const principal = (AWS: string, Effect: "Allow" | "Deny" = "Allow") => ({
  Statement: { Effect, Action: "*", Resource: "*", Principal: { AWS } },
});

test("a key's policy decides whether the account's own policies count", () => {
  const { iam, role } = iamWithRole();

  iam.setResourcePolicy(key, principal("arn:aws:iam::000000000000:role/another"));
  expect(() => iam.demand(role, "kms:Encrypt", key)).toThrow("not authorized");
  iam.setResourcePolicy(key, principal("arn:aws:iam::000000000000:root"));
  expect(() => iam.demand(role, "kms:Encrypt", key)).not.toThrow();
  expect(() => iam.demand(role, "kms:Decrypt", key)).toThrow("not authorized");
});

test("a resource's policy may allow what the role's own does not, or deny what it does", () => {
  const { iam, role, arn } = iamWithRole();

  iam.setResourcePolicy(queue, principal(arn));
  expect(() => iam.demand(role, "sqs:SendMessage", queue)).not.toThrow();
  iam.setResourcePolicy(queue, principal("*", "Deny"));
  expect(() => iam.demand(role, "sqs:ReceiveMessage", queue)).toThrow("explicit deny");
});

test("a service may act only for the resource the policy names", () => {
  const { iam } = iamWithRole();
  iam.setResourcePolicy(queue, {
    Statement: {
      Effect: "Allow",
      Action: "sqs:SendMessage",
      Resource: queue,
      Principal: { Service: "s3.amazonaws.com" },
      Condition: { ArnEquals: { "aws:SourceArn": "arn:aws:s3:::photos" } },
    },
  });
  const send = (bucket: string) => () =>
    iam.demand(iam.service("s3.amazonaws.com", bucket), "sqs:SendMessage", queue);

  expect(send("arn:aws:s3:::photos")).not.toThrow();
  expect(send("arn:aws:s3:::others")).toThrow("not authorized");
});

test("a call without a signature, or with a key nobody holds, is refused", () => {
  const { iam } = iamWithRole();

  for (const accessKeyId of [undefined, "AKIAUNKNOWN"]) {
    expect(() => iam.authorize({ accessKeyId }, "sqs:SendMessage", queue)).toThrow("anonymous");
  }
});

test("the operator's key opens everything, and each refusal is reported once", () => {
  const { iam, role, refusals } = iamWithRole();
  const { accessKeyId } = iam.issueKey("operator");
  iam.authorize({ accessKeyId }, "sqs:PurgeQueue", queue);

  for (let i = 0; i < 3; i++) {
    expect(() => iam.demand(role, "sqs:PurgeQueue", queue)).toThrow();
  }

  expect(refusals).toHaveLength(1);
});

test("a key is told by whose it is, but for the operator's and one of nobody", () => {
  const { iam, role } = iamWithRole();

  expect(iam.nameOf(iam.issueKey(role).accessKeyId)).toBe("fn");
  expect(iam.nameOf(iam.issueKey("operator").accessKeyId)).toBeUndefined();
  expect(iam.nameOf("")).toBeUndefined();
});
