import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DescribeTableCommand,
  DynamoDBClient,
  ListTablesCommand,
  type TableDescription,
} from "@aws-sdk/client-dynamodb";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { createDynamodb } from "../../dynamodb/dynamodb-service.ts";
import { startServices } from "../one-service.ts";

/** A DynamoDB the checks run against. */
export interface Engine {
  readonly name: "embedded" | "dynoxide";
  readonly client: DynamoDBClient;
  readonly doc: DynamoDBDocumentClient;
  readonly streams: DynamoDBStreamsClient;
  /** Makes a table with a sort key, a global and a local index and a stream; returns its name. */
  table(settings?: Partial<CreateTableCommandInput>): Promise<string>;
  stop(): Promise<void>;
}

type ClientSettings = ConstructorParameters<typeof DynamoDBClient>[0] & { endpoint: string };

export async function embeddedEngine(): Promise<Engine> {
  const cloud = await startServices(async (context) => [
    ...(await createDynamodb(context)).services,
  ]);
  return engineAt("embedded", cloud.client, () => cloud.stop());
}

/** An independent implementation of DynamoDB, shipped for one platform. @returns undefined elsewhere */
export async function dynoxideEngine(): Promise<Engine | undefined> {
  const binary = dynoxideBinary();
  if (!binary) return undefined;
  const port = await freePort();
  const server = spawn(binary, ["serve", "--port", String(port)], { stdio: "ignore" });
  const settings = {
    endpoint: `http://127.0.0.1:${port}`,
    region: "ap-southeast-3",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
    maxAttempts: 1,
  };
  const engine = engineAt("dynoxide", settings, () => killed(server));
  for (;;) {
    const answered = await engine.client.send(new ListTablesCommand({})).catch(() => undefined);
    if (answered) return engine;
    if (server.exitCode !== null) throw new Error(`dynoxide ended with ${server.exitCode}`);
    await sleep(20);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (typeof address !== "object" || !address) throw new Error("There is no free port.");
  return address.port;
}

let tableCount = 0;

function engineAt(
  name: Engine["name"],
  settings: ClientSettings,
  stopServer: () => Promise<void>,
): Engine {
  const client = new DynamoDBClient(settings);
  const streams = new DynamoDBStreamsClient(settings);
  return {
    name,
    client,
    doc: DynamoDBDocumentClient.from(client),
    streams,
    async table(overrides = {}) {
      const { TableName = `table-${++tableCount}` } = overrides;
      await client.send(new CreateTableCommand({ ...shape, ...overrides, TableName }));
      await activeTable(client, TableName);
      return TableName;
    },
    async stop() {
      client.destroy();
      streams.destroy();
      await stopServer();
    },
  };
}

const attributes = ["pk", "sk", "g1", "g2", "l1"];
const shape: Omit<CreateTableCommandInput, "TableName"> = {
  BillingMode: "PAY_PER_REQUEST",
  AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
  KeySchema: keySchema("pk", "sk"),
  GlobalSecondaryIndexes: [
    { IndexName: "gsi1", KeySchema: keySchema("g1", "g2"), Projection: { ProjectionType: "ALL" } },
  ],
  LocalSecondaryIndexes: [
    {
      IndexName: "lsi1",
      KeySchema: keySchema("pk", "l1"),
      Projection: { ProjectionType: "KEYS_ONLY" },
    },
  ],
  StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
};

/** What makes a table whose only key is `pk`. */
export const simpleTable: Partial<CreateTableCommandInput> = {
  AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
  KeySchema: keySchema("pk"),
  GlobalSecondaryIndexes: undefined,
  LocalSecondaryIndexes: undefined,
};

export function keySchema(hash: string, range?: string) {
  return [
    { AttributeName: hash, KeyType: "HASH" as const },
    ...(range ? [{ AttributeName: range, KeyType: "RANGE" as const }] : []),
  ];
}

/** Waits until the table and its indexes are active. */
export async function activeTable(client: DynamoDBClient, name: string): Promise<TableDescription> {
  for (;;) {
    const { Table } = await client.send(new DescribeTableCommand({ TableName: name }));
    const indexes = Table?.GlobalSecondaryIndexes ?? [];
    const active = [Table?.TableStatus, ...indexes.map(({ IndexStatus }) => IndexStatus)];
    if (Table && active.every((status) => status === "ACTIVE")) return Table;
    await sleep(10);
  }
}

function dynoxideBinary(): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve("@dynoxide/linux-x64/package.json");
    return join(dirname(manifest), "dynoxide");
  } catch {
    return undefined;
  }
}

async function killed(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once("exit", resolve));
  server.kill();
  await ended;
}
