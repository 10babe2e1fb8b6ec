import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { createDynamodb, type DynamodbServices } from "../../dynamodb/dynamodb-service.ts";
import type { CloudContext } from "../../kernel/service.ts";
import { type ServicesUnderTest, startServices } from "../one-service.ts";
import { activeTable } from "./engines.ts";

export interface DynamodbUnderTest extends ServicesUnderTest {
  readonly dynamodb: DynamodbServices;
  readonly db: DynamoDBClient;
  readonly doc: DynamoDBDocumentClient;
  readonly streams: DynamoDBStreamsClient;
  /** Moves the cloud's time, and the clients' with it: a signature is good for 15 minutes. */
  advance(milliseconds: number): void;
  streamOf(table: string): Promise<string>;
}

export async function startDynamodb(
  options: { directory?: string; authorize?: CloudContext["authorize"] } = {},
): Promise<DynamodbUnderTest> {
  const made: DynamodbServices[] = [];
  const cloud = await startServices(async (context) => {
    const dynamodb = await createDynamodb(context);
    made.push(dynamodb);
    return [...dynamodb.services];
  }, options);
  const [dynamodb] = made;
  if (!dynamodb) throw new Error("The service was not made.");
  const db = new DynamoDBClient(cloud.client);
  const streams = new DynamoDBStreamsClient(cloud.client);
  return {
    ...cloud,
    dynamodb,
    db,
    doc: DynamoDBDocumentClient.from(db),
    streams,
    advance(milliseconds) {
      cloud.clock.advance(milliseconds);
      for (const { config } of [db, streams]) config.systemClockOffset += milliseconds;
    },
    async streamOf(table) {
      return (await activeTable(db, table)).LatestStreamArn ?? "";
    },
    async stop(how) {
      db.destroy();
      streams.destroy();
      await cloud.stop(how);
    },
  };
}
