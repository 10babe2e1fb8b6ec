import * as z from "zod";
import { jsonService } from "../kernel/json-service.ts";
import { operation } from "../kernel/operation.ts";
import type { CloudContext, Service } from "../kernel/service.ts";
import { Secrets, type VersionChoice } from "./secrets.ts";

export interface SecretsManager extends Service {
  /** The secret with this name, made when there is none yet. @returns its ARN */
  ensureSecret(name: string, makeValue: () => string): string;
  /** For CloudFormation's dynamic references. @throws AwsError when there is no such secret or version */
  valueOf(id: string, choice: VersionChoice): string;
}

const getInput = z.strictObject({
  SecretId: z.string(),
  VersionId: z.string().optional(),
  VersionStage: z.string().optional(),
});
const describeInput = z.strictObject({ SecretId: z.string() });
const putInput = z.strictObject({
  SecretId: z.string(),
  SecretString: z.string().min(1).max(65_536),
  ClientRequestToken: z.string().min(32).max(64).optional(),
});

/** https://docs.aws.amazon.com/secretsmanager/latest/apireference/ */
export function createSecretsManager(context: CloudContext): SecretsManager {
  const secrets = new Secrets(context);
  return {
    ...jsonService(context, {
      name: "secretsmanager",
      targets: ["secretsmanager"],
      contentType: "application/x-amz-json-1.1",
      operations: operationsOf(context, secrets),
    }),
    ensureSecret: (name, makeValue) => secrets.ensure(name, makeValue).arn,
    valueOf: (id, choice) => secrets.version(id, choice).value,
  };
}

function operationsOf(context: CloudContext, secrets: Secrets) {
  return {
    GetSecretValue: operation(getInput, ({ SecretId, VersionId, VersionStage }, caller) => {
      const { arn, name } = secrets.find(SecretId);
      context.authorize(caller, "secretsmanager:GetSecretValue", arn);
      const choice = { stage: VersionStage, versionId: VersionId };
      const { id, value, stages, createdAt } = secrets.version(SecretId, choice);
      return {
        ARN: arn,
        Name: name,
        VersionId: id,
        SecretString: value,
        VersionStages: stages,
        CreatedDate: createdAt / 1000,
      };
    }),
    DescribeSecret: operation(describeInput, ({ SecretId }, caller) => {
      const { arn, name, versions } = secrets.find(SecretId);
      context.authorize(caller, "secretsmanager:DescribeSecret", arn);
      const VersionIdsToStages = Object.fromEntries(versions.map(({ id, stages }) => [id, stages]));
      return { ARN: arn, Name: name, VersionIdsToStages };
    }),
    PutSecretValue: operation(
      putInput,
      ({ SecretId, SecretString, ClientRequestToken }, caller) => {
        const { arn, name } = secrets.find(SecretId);
        context.authorize(caller, "secretsmanager:PutSecretValue", arn);
        const { version } = secrets.put(SecretId, SecretString, ClientRequestToken);
        return { ARN: arn, Name: name, VersionId: version.id, VersionStages: version.stages };
      },
    ),
  };
}
