import * as z from "zod";
import { managedPolicy } from "../../iam/managed-policies.ts";
import type { PolicyDocument } from "../../iam/policy.ts";
import { type Deployer, physicalName, readProperties, withoutEffect } from "../deployer.ts";

/** Read by the evaluator, which fails on what it does not know. */
const policyDocument = z.custom<PolicyDocument>(
  (value) => typeof value === "object" && value !== null && "Statement" in value,
);

const roleProperties = z.strictObject({
  AssumeRolePolicyDocument: policyDocument,
  ManagedPolicyArns: z.array(z.string()).default([]),
  Policies: z
    .array(z.strictObject({ PolicyName: z.string(), PolicyDocument: policyDocument }))
    .default([]),
  RoleName: z.string().optional(),
  Description: withoutEffect,
  // Roles are found by their ARN, whatever their path.
  Path: withoutEffect,
  // Keys live as long as the process.
  MaxSessionDuration: withoutEffect,
  Tags: withoutEffect,
});

export const deployRole: Deployer = (resource, { iam }) => {
  const role = readProperties(roleProperties, resource);
  const name = role.RoleName ?? physicalName(resource, 64);
  const arn = iam.roleArn(name);
  iam.setResourcePolicy(arn, role.AssumeRolePolicyDocument);
  for (const each of role.ManagedPolicyArns) iam.addRolePolicy(arn, managedPolicy(each));
  for (const { PolicyDocument } of role.Policies) iam.addRolePolicy(arn, PolicyDocument);
  return { ref: name, attributes: { Arn: arn, RoleId: name } };
};

const policyProperties = z.strictObject({
  PolicyDocument: policyDocument,
  Roles: z.array(z.string()).min(1),
  PolicyName: withoutEffect,
  ManagedPolicyName: withoutEffect,
  Description: withoutEffect,
  Path: withoutEffect,
});

export const deployRolePolicy: Deployer = (resource, { iam }) => {
  const { Roles, PolicyDocument } = readProperties(policyProperties, resource);
  for (const role of Roles) iam.addRolePolicy(iam.roleArn(role), PolicyDocument);
  const name = physicalName(resource, 128);
  return { ref: name, attributes: { Id: name } };
};

const queuePolicy = z.strictObject({ PolicyDocument: policyDocument, Queues: z.array(z.string()) });

export const deployQueuePolicy: Deployer = (resource, { iam, context }) => {
  const { Queues, PolicyDocument } = readProperties(queuePolicy, resource);
  for (const url of Queues) {
    const name = url.split("/").at(-1);
    iam.addResourcePolicy(
      `arn:aws:sqs:${context.region}:${context.account}:${name}`,
      PolicyDocument,
    );
  }
  return { ref: resource.physicalName };
};

const bucketPolicy = z.strictObject({ Bucket: z.string(), PolicyDocument: policyDocument });

export const deployBucketPolicy: Deployer = (resource, { iam }) => {
  const { Bucket, PolicyDocument } = readProperties(bucketPolicy, resource);
  iam.addResourcePolicy(`arn:aws:s3:::${Bucket}`, PolicyDocument);
  return { ref: Bucket };
};
