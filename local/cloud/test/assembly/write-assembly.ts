import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

type Resources = Record<string, { Type: string; Properties?: object; [member: string]: unknown }>;

interface StackFixture {
  readonly region?: string;
  readonly resources: Resources;
  readonly outputs?: object;
  readonly template?: object;
}

/** Writes a cloud assembly as CDK would, for the test that runs. @returns its directory */
export function writeAssembly(
  stacks: Record<string, StackFixture>,
  /** Asset name → file → content. The template names an asset `ASSET.zip`. */
  assets: Record<string, Record<string, string>> = {},
): string {
  const directory = mkdtempSync(join(tmpdir(), "kartu-assembly-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const write = (file: string, content: unknown) => {
    const path = join(directory, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  };
  const artifacts: Record<string, object> = {
    Assets: { type: "cdk:asset-manifest", properties: { file: "assets.json" } },
  };
  for (const [name, { region = "ap-southeast-3", resources, outputs, template }] of Object.entries(
    stacks,
  )) {
    write(`${name}.template.json`, { Resources: resources, Outputs: outputs, ...template });
    artifacts[name] = {
      type: "aws:cloudformation:stack",
      environment: `aws://000000000000/${region}`,
      properties: { templateFile: `${name}.template.json` },
    };
  }
  write("manifest.json", { version: "55.0.0", artifacts });
  const files: Record<string, object> = {};
  for (const [name, contents] of Object.entries(assets)) {
    files[name] = {
      source: { path: `asset.${name}`, packaging: "zip" },
      destinations: { here: { bucketName: "assets", objectKey: `${name}.zip` } },
    };
    for (const [file, content] of Object.entries(contents)) {
      write(join(`asset.${name}`, file), content);
    }
  }
  write("assets.json", { files });
  return directory;
}

/** A function's role; what it may do beyond logging stands in `statements`. */
export function role(
  statements: readonly object[] = [],
  service = "lambda.amazonaws.com",
): Resources[string] {
  return {
    Type: "AWS::IAM::Role",
    Properties: {
      AssumeRolePolicyDocument: {
        Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } }],
      },
      Policies:
        statements.length > 0
          ? [{ PolicyName: "own", PolicyDocument: { Statement: statements } }]
          : [],
    },
  };
}

/** A function whose code is the asset of the same name. */
export function lambda(
  asset: string,
  roleId: string,
  properties: Record<string, unknown> = {},
): Resources[string] {
  return {
    Type: "AWS::Lambda::Function",
    Properties: {
      Code: { S3Bucket: "assets", S3Key: `${asset}.zip` },
      Handler: "index.handler",
      Runtime: "nodejs24.x",
      Role: { "Fn::GetAtt": [roleId, "Arn"] },
      FunctionName: asset,
      Timeout: 10,
      ...properties,
    },
  };
}

export function allow(actions: readonly string[], resource: unknown): object {
  return { Effect: "Allow", Action: actions, Resource: resource };
}

export function arnOf(logicalId: string): object {
  return { "Fn::GetAtt": [logicalId, "Arn"] };
}

/** A table with key `id`. */
export function table(
  { stream = false, indexes = [] }: { stream?: boolean; indexes?: string[] } = {},
  name?: string,
): Resources[string] {
  const keyOf = (attribute: string) => [{ AttributeName: attribute, KeyType: "HASH" }];
  return {
    Type: "AWS::DynamoDB::GlobalTable",
    Properties: {
      TableName: name,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: keyOf("id"),
      AttributeDefinitions: ["id", ...indexes].map((each) => ({
        AttributeName: each,
        AttributeType: "S",
      })),
      GlobalSecondaryIndexes: indexes.map((each) => ({
        IndexName: `by-${each}`,
        KeySchema: keyOf(each),
        Projection: { ProjectionType: "ALL" },
      })),
      Replicas: [{ Region: "ap-southeast-3" }],
      ...(stream ? { StreamSpecification: { StreamViewType: "NEW_AND_OLD_IMAGES" } } : {}),
    },
  };
}
