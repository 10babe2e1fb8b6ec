// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${…}` is how IAM writes policy variables.
import { assert, constantFrom, property, subarray } from "fast-check";
import { expect, test } from "vitest";
import type { Conditions } from "../../iam/conditions.ts";
import {
  type AccessRequest,
  type Decision,
  evaluateIdentityPolicies,
  evaluateResourcePolicy,
  type Principal,
  type Statement,
} from "../../iam/policy.ts";

const tableArn = "arn:aws:dynamodb:ap-southeast-3:000000000000:table/people";
const role: Principal = {
  kind: "role",
  arn: "arn:aws:iam::000000000000:role/reader",
  account: "000000000000",
};

function ask(
  statements: readonly Statement[],
  {
    context = {},
    ...asked
  }: Partial<Omit<AccessRequest, "context">> & { context?: Record<string, string[]> } = {},
): Decision {
  return evaluateIdentityPolicies([{ Statement: statements }], request({ ...asked, context }));
}

function request({
  context = {},
  ...asked
}: Partial<Omit<AccessRequest, "context">> & {
  context?: Record<string, string[]>;
}): AccessRequest {
  return {
    principal: role,
    action: "dynamodb:GetItem",
    resource: tableArn,
    ...asked,
    context: new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value])),
  };
}

const read: Statement = { Effect: "Allow", Action: "dynamodb:GetItem", Resource: tableArn };

test.each<[string, Statement[], Decision]>([
  ["what nobody allows is denied", [], "implicitDeny"],
  ["what is allowed is allowed", [read], "allowed"],
  ["another action is not", [{ ...read, Action: "dynamodb:PutItem" }], "implicitDeny"],
  ["actions ignore case", [{ ...read, Action: "DynamoDB:getitem" }], "allowed"],
  ["resources do not", [{ ...read, Resource: tableArn.toUpperCase() }], "implicitDeny"],
  ["an action may have wildcards", [{ ...read, Action: ["dynamodb:Get*"] }], "allowed"],
  ["one character too", [{ ...read, Action: "dynamodb:GetIte?" }], "allowed"],
  ["a dot is a dot", [{ ...read, Resource: tableArn.replace("people", "p.ople") }], "implicitDeny"],
  ["an index is another resource", [{ ...read, Resource: `${tableArn}/index/*` }], "implicitDeny"],
  [
    "NotAction means all others",
    [{ ...read, Action: undefined, NotAction: "s3:*" } as never],
    "allowed",
  ],
  [
    "NotAction spares its own",
    [{ ...read, Action: undefined, NotAction: "dynamodb:*" } as never],
    "implicitDeny",
  ],
  [
    "NotResource means all others",
    [{ ...read, Resource: undefined, NotResource: "arn:aws:s3:::*" } as never],
    "allowed",
  ],
  ["a deny wins", [read, { Effect: "Deny", Action: "dynamodb:*", Resource: "*" }], "explicitDeny"],
  [
    "a deny of another does not",
    [read, { Effect: "Deny", Action: "s3:*", Resource: "*" }],
    "allowed",
  ],
])("%s", (_, statements, decision) => {
  expect(ask(statements)).toBe(decision);
});

const holds = (Condition: Conditions, context: Record<string, string[]>): boolean =>
  ask([{ ...read, Condition }], { context }) === "allowed";

test.each<[string, Conditions, Record<string, string[]>, boolean]>([
  ["StringEquals", { StringEquals: { k: ["a", "b"] } }, { K: ["b"] }, true],
  ["StringEquals of another", { StringEquals: { k: "a" } }, { k: ["b"] }, false],
  ["StringEquals without the key", { StringEquals: { k: "a" } }, {}, false],
  ["StringNotEquals", { StringNotEquals: { k: ["a", "b"] } }, { k: ["c"] }, true],
  ["StringNotEquals of one of them", { StringNotEquals: { k: ["a", "b"] } }, { k: ["b"] }, false],
  ["StringNotEquals without the key", { StringNotEquals: { k: "a" } }, {}, true],
  ["StringEqualsIgnoreCase", { StringEqualsIgnoreCase: { k: "AB" } }, { k: ["ab"] }, true],
  ["StringLike", { StringLike: { k: "in*/?" } }, { k: ["incoming/1"] }, true],
  ["StringNotLike", { StringNotLike: { k: "in*" } }, { k: ["incoming"] }, false],
  ["ArnLike part by part", { ArnLike: { k: "arn:aws:s3:*" } }, { k: ["arn:aws:s3:::b"] }, false],
  ["ArnLike", { ArnLike: { k: "arn:aws:s3:::b*" } }, { k: ["arn:aws:s3:::bucket"] }, true],
  ["ArnNotEquals", { ArnNotEquals: { k: "arn:aws:s3:::b" } }, { k: ["arn:aws:s3:::b"] }, false],
  [
    "Bool",
    { Bool: { "aws:SecureTransport": "false" } },
    { "aws:securetransport": ["true"] },
    false,
  ],
  ["Bool as a boolean", { Bool: { k: true } }, { k: ["true"] }, true],
  ["NumericLessThan", { NumericLessThan: { k: "10" } }, { k: ["9"] }, true],
  ["NumericGreaterThanEquals", { NumericGreaterThanEquals: { k: 10 } }, { k: ["9"] }, false],
  ["NumericNotEquals", { NumericNotEquals: { k: "1.0" } }, { k: ["1"] }, false],
  [
    "DateLessThan",
    { DateLessThan: { k: "2027-01-01T00:00:00Z" } },
    { k: ["2026-12-31T23:59:59Z"] },
    true,
  ],
  [
    "DateGreaterThan of epoch seconds",
    { DateGreaterThan: { k: "0" } },
    { k: ["2026-01-01T00:00:00Z"] },
    true,
  ],
  ["IpAddress", { IpAddress: { k: "10.0.0.0/8" } }, { k: ["10.1.2.3"] }, true],
  ["NotIpAddress", { NotIpAddress: { k: ["10.0.0.0/8"] } }, { k: ["10.1.2.3"] }, false],
  ["IpAddress of version 6", { IpAddress: { k: "2001:db8::/32" } }, { k: ["2001:db8::1"] }, true],
  ["Null true", { Null: { k: "true" } }, {}, true],
  ["Null false", { Null: { k: "false" } }, {}, false],
  ["IfExists without the key", { StringEqualsIfExists: { k: "a" } }, {}, true],
  ["IfExists with another", { StringEqualsIfExists: { k: "a" } }, { k: ["b"] }, false],
  ["ForAllValues", { "ForAllValues:StringEquals": { k: ["a", "b"] } }, { k: ["a", "b"] }, true],
  [
    "ForAllValues of one more",
    { "ForAllValues:StringEquals": { k: ["a"] } },
    { k: ["a", "b"] },
    false,
  ],
  ["ForAllValues of none", { "ForAllValues:StringEquals": { k: ["a"] } }, {}, true],
  ["ForAnyValue", { "ForAnyValue:StringLike": { k: "a*" } }, { k: ["b", "ab"] }, true],
  ["ForAnyValue of none", { "ForAnyValue:StringEquals": { k: "a" } }, {}, false],
  ["a variable", { StringEquals: { k: "${aws:x}" } }, { k: ["1"], "aws:X": ["1"] }, true],
  ["a variable's default", { StringEquals: { k: "${aws:x, 'd'}" } }, { k: ["d"] }, true],
  ["a variable without value", { StringLike: { k: "${aws:x}*" } }, { k: ["anything"] }, false],
  [
    "a variable's own asterisk",
    { StringLike: { k: "${aws:x}" } },
    { k: ["ab"], "aws:x": ["a*"] },
    false,
  ],
  ["all keys together", { StringEquals: { a: "1", b: "2" } }, { a: ["1"], b: ["3"] }, false],
])("the condition %s", (_, condition, context, expected) => {
  expect(holds(condition, context)).toBe(expected);
});

test("an unknown condition operator fails with its name", () => {
  expect(() => holds({ StringSounds: { k: "a" } }, { k: ["a"] })).toThrow("StringSounds");
});

const bucketPolicy = (statement: Partial<Statement>) => ({
  Statement: { Effect: "Allow", Action: "s3:GetObject", Resource: "*", ...statement } as Statement,
});
const getObject = { action: "s3:GetObject", resource: "arn:aws:s3:::web/a" };
const cloudfront: Principal = { kind: "service", name: "cloudfront.amazonaws.com" };

test.each<[string, Principal, Partial<Statement>, Decision]>([
  [
    "names a service",
    cloudfront,
    { Principal: { Service: "cloudfront.amazonaws.com" } },
    "allowed",
  ],
  [
    "names another service",
    cloudfront,
    { Principal: { Service: "s3.amazonaws.com" } },
    "implicitDeny",
  ],
  ["names everyone", { kind: "anonymous" }, { Principal: "*" }, "allowed"],
  [
    "names a role",
    role,
    { Principal: { AWS: "arn:aws:iam::000000000000:role/reader" } },
    "allowed",
  ],
  [
    "leaves a role to its account",
    role,
    { Principal: { AWS: "arn:aws:iam::000000000000:root" } },
    "implicitDeny",
  ],
  [
    "denies the account",
    role,
    { Effect: "Deny", Principal: { AWS: "000000000000" } },
    "explicitDeny",
  ],
  [
    "names all but one",
    role,
    { Effect: "Deny", NotPrincipal: { AWS: "arn:aws:iam::1:role/x" } },
    "explicitDeny",
  ],
  ["names nobody", role, {}, "implicitDeny"],
])("a resource policy that %s", (_, principal, statement, decision) => {
  const asked = request({ principal, ...getObject });
  expect(evaluateResourcePolicy(bucketPolicy(statement), asked)).toBe(decision);
});

const anyStatement = constantFrom<Statement>(
  read,
  { ...read, Action: "*" },
  { ...read, Resource: "arn:aws:s3:::*" },
  { ...read, Condition: { StringEquals: { k: "a" } } },
  { ...read, Effect: "Deny", Action: "dynamodb:Put*" },
);

test("a deny that applies wins, whatever else is said and in whatever order", async () => {
  const deny: Statement = { Effect: "Deny", Action: "dynamodb:Get*", Resource: "*" };
  await assert(
    property(subarray([read, { ...read, Action: "*" }]), anyStatement, (some, other) => {
      expect(ask([...some, deny, other])).toBe("explicitDeny");
      expect(ask([other, deny, ...some])).toBe("explicitDeny");
    }),
  );
});

test("saying less never allows more", async () => {
  const allows = [read, { ...read, Action: "dynamodb:*" }, { ...read, Resource: "*" }];
  await assert(
    property(subarray(allows), (some) => {
      const isAllowed = ask(some) === "allowed";
      expect(isAllowed).toBe(some.length > 0);
    }),
  );
});
