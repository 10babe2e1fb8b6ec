import type { PolicyDocument } from "./policy.ts";

/**
 * AWS's own policies that the templates attach, with what they allow on this cloud.
 * https://docs.aws.amazon.com/aws-managed-policy/latest/reference/
 */
const managedPolicies: Readonly<Record<string, PolicyDocument>> = {
  "service-role/AWSLambdaBasicExecutionRole": {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: "*",
      },
    ],
  },
  AWSXRayDaemonWriteAccess: {
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: [
          "xray:PutTraceSegments",
          "xray:PutTelemetryRecords",
          "xray:GetSamplingRules",
          "xray:GetSamplingTargets",
          "xray:GetSamplingStatisticSummaries",
        ],
        Resource: "*",
      },
    ],
  },
};

/** @throws Error for a policy whose content is not known here */
export function managedPolicy(arn: string): PolicyDocument {
  const policy = managedPolicies[arn.replace(/^arn:aws:iam::aws:policy\//, "")];
  if (!policy) throw new Error(`The embedded cloud does not know the managed policy ${arn}.`);
  return policy;
}
