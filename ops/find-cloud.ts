/** Where the tables are: in the account of this deployment, or on the embedded cloud of `npm start`. */
import { existsSync } from "node:fs";
import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { documentClient } from "#shared/runtime/document-client.ts";
import { embeddedCloud } from "./embedded-cloud.ts";
import { outputsOption } from "./stack-outputs.ts";

export interface Cloud {
  /** The file that names its tables. */
  readonly outputs: string;
  readonly db: DynamoDBDocumentClient;
  readonly s3: S3Client;
  readonly sqs: SQSClient;
  readonly kms: KMSClient;
}

/**
 * Whatever is there: what the outputs name, else the embedded cloud.
 * @param places.outputs a file that was named
 * @param places.home the folder of `npm start -- --home`
 * @returns undefined when nothing is deployed from here, and no embedded cloud runs
 */
export async function findCloud({
  outputs,
  home,
}: {
  readonly outputs?: string | undefined;
  readonly home: string;
}): Promise<Cloud | undefined> {
  const file = outputs ?? (existsSync(outputsOption.default) ? outputsOption.default : undefined);
  if (file !== undefined)
    return {
      outputs: file,
      db: documentClient(),
      s3: new S3Client(),
      sqs: new SQSClient(),
      kms: new KMSClient(),
    };
  return await embeddedCloud(home);
}
