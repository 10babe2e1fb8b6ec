import {
  type AttributeDefinition,
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  type LocalSecondaryIndex,
  type StreamViewType,
  type TableDescription,
  UpdateContinuousBackupsCommand,
  UpdateTableCommand,
  type UpdateTableCommandInput,
  UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import * as z from "zod";
import { type Deployer, physicalName, readProperties, withoutEffect } from "../deployer.ts";

/** What DynamoDB reads and checks itself. */
const asGiven = <T>() => z.custom<T>();

const pointInTimeRecovery = z.strictObject({
  PointInTimeRecoveryEnabled: z.boolean(),
  RecoveryPeriodInDays: z.number().optional(),
});
const protection = {
  DeletionProtectionEnabled: z.boolean().optional(),
  PointInTimeRecoverySpecification: pointInTimeRecovery.optional(),
};

/** AWS's key has no effect that a caller sees. The right to a customer's key is not checked here, so such a key is refused. */
const ownedKey = z
  .strictObject({ SSEEnabled: z.boolean().optional(), SSEType: z.literal("KMS").optional() })
  .optional();

const tableProperties = z.strictObject({
  TableName: z.string().optional(),
  AttributeDefinitions: asGiven<AttributeDefinition[]>(),
  KeySchema: asGiven<KeySchemaElement[]>(),
  GlobalSecondaryIndexes: z
    .array(
      z.strictObject({
        IndexName: z.string(),
        KeySchema: asGiven<KeySchemaElement[]>(),
        Projection: asGiven<GlobalSecondaryIndex["Projection"]>(),
        // Ceilings and floors of throughput: a laptop reaches none of them.
        WriteOnDemandThroughputSettings: withoutEffect,
        ReadOnDemandThroughputSettings: withoutEffect,
        OnDemandThroughput: withoutEffect,
        WarmThroughput: withoutEffect,
      }),
    )
    .default([]),
  LocalSecondaryIndexes: asGiven<LocalSecondaryIndex[] | undefined>().optional(),
  BillingMode: z.literal("PAY_PER_REQUEST"),
  StreamSpecification: z.strictObject({ StreamViewType: asGiven<StreamViewType>() }).optional(),
  TimeToLiveSpecification: z
    .strictObject({ AttributeName: z.string(), Enabled: z.boolean() })
    .optional(),
  // The one replica is the table itself: another region is not here.
  Replicas: z
    .array(
      z.strictObject({
        ...protection,
        Region: z.string(),
        GlobalSecondaryIndexes: withoutEffect,
        ReadOnDemandThroughputSettings: withoutEffect,
        ContributorInsightsSpecification: withoutEffect,
        TableClass: withoutEffect,
        SSESpecification: ownedKey,
        Tags: withoutEffect,
      }),
    )
    .max(1)
    .default([]),
  ...protection,
  WriteOnDemandThroughputSettings: withoutEffect,
  OnDemandThroughput: withoutEffect,
  WarmThroughput: withoutEffect,
  SSESpecification: ownedKey,
  ContributorInsightsSpecification: withoutEffect,
  Tags: withoutEffect,
});

type IndexLike = Partial<Pick<GlobalSecondaryIndex, "IndexName" | "KeySchema" | "Projection">>;
type TableProperties = z.output<typeof tableProperties>;

/** AWS::DynamoDB::Table and AWS::DynamoDB::GlobalTable with one region. */
export const deployTable: Deployer = async (resource, { client }) => {
  const properties = readProperties(tableProperties, resource);
  const name = properties.TableName ?? physicalName(resource, 255);
  const dynamodb = new DynamoDBClient({ ...client });
  try {
    let table = await describe(dynamodb, name);
    if (table) await update(dynamodb, table, properties);
    else await create(dynamodb, name, properties);
    table = await describe(dynamodb, name);
    await protect(dynamodb, name, properties);
    return {
      ref: name,
      attributes: {
        Arn: table?.TableArn ?? "",
        ...(table?.LatestStreamArn ? { StreamArn: table.LatestStreamArn } : {}),
      },
    };
  } finally {
    dynamodb.destroy();
  }
};

async function describe(
  dynamodb: DynamoDBClient,
  TableName: string,
): Promise<TableDescription | undefined> {
  try {
    return (await dynamodb.send(new DescribeTableCommand({ TableName }))).Table;
  } catch (error) {
    if (error instanceof Error && error.name === "ResourceNotFoundException") return undefined;
    throw error;
  }
}

async function create(
  dynamodb: DynamoDBClient,
  TableName: string,
  properties: TableProperties,
): Promise<void> {
  const { AttributeDefinitions, KeySchema, LocalSecondaryIndexes, StreamSpecification } =
    properties;
  const GlobalSecondaryIndexes = properties.GlobalSecondaryIndexes.map(index);
  await dynamodb.send(
    new CreateTableCommand({
      TableName,
      AttributeDefinitions,
      KeySchema,
      BillingMode: "PAY_PER_REQUEST",
      ...(GlobalSecondaryIndexes.length > 0 && { GlobalSecondaryIndexes }),
      ...(LocalSecondaryIndexes && { LocalSecondaryIndexes }),
      ...(StreamSpecification && {
        StreamSpecification: { StreamEnabled: true, ...StreamSpecification },
      }),
    }),
  );
}

/** Changes a table of an older template to what the newer one says, one change at a time as CloudFormation does. */
async function update(
  dynamodb: DynamoDBClient,
  table: TableDescription,
  properties: TableProperties,
): Promise<void> {
  const { AttributeDefinitions, StreamSpecification } = properties;
  if (JSON.stringify(table.KeySchema) !== JSON.stringify(properties.KeySchema)) {
    throw new Error(
      `the keys of ${table.TableName} changed: AWS would replace the table and lose its items`,
    );
  }
  const change = (input: Omit<UpdateTableCommandInput, "TableName">) =>
    dynamodb.send(new UpdateTableCommand({ TableName: table.TableName, ...input }));
  // An index whose keys or projection changed is another one: DynamoDB changes neither.
  const existing = (table.GlobalSecondaryIndexes ?? []).map(textOf);
  const wanted = properties.GlobalSecondaryIndexes.map(textOf);
  for (const each of table.GlobalSecondaryIndexes ?? []) {
    if (wanted.includes(textOf(each))) continue;
    const Delete = { IndexName: each.IndexName };
    await change({ GlobalSecondaryIndexUpdates: [{ Delete }] });
  }
  for (const each of properties.GlobalSecondaryIndexes) {
    if (existing.includes(textOf(each))) continue;
    await change({ AttributeDefinitions, GlobalSecondaryIndexUpdates: [{ Create: index(each) }] });
  }
  const view = table.StreamSpecification?.StreamViewType;
  if (view === StreamSpecification?.StreamViewType) return;
  if (view) await change({ StreamSpecification: { StreamEnabled: false } });
  if (StreamSpecification) {
    await change({ StreamSpecification: { StreamEnabled: true, ...StreamSpecification } });
  }
}

/** An index as a text that is equal for what is the same index. */
function textOf({ IndexName, KeySchema, Projection }: IndexLike): string {
  const keys = KeySchema?.map(({ AttributeName, KeyType }) => `${AttributeName} ${KeyType}`);
  const { ProjectionType, NonKeyAttributes = [] } = Projection ?? {};
  return JSON.stringify([IndexName, keys, ProjectionType, [...NonKeyAttributes].sort()]);
}

/** DynamoDB refuses to switch on what is on already, and another attribute while one is on. */
async function setTimeToLive(
  dynamodb: DynamoDBClient,
  TableName: string,
  wanted: TableProperties["TimeToLiveSpecification"],
): Promise<void> {
  const { TimeToLiveDescription } = await dynamodb.send(
    new DescribeTimeToLiveCommand({ TableName }),
  );
  const current = TimeToLiveDescription?.AttributeName;
  const attribute = wanted?.Enabled ? wanted.AttributeName : undefined;
  if (current === attribute) return;
  const turn = (AttributeName: string, Enabled: boolean) =>
    dynamodb.send(
      new UpdateTimeToLiveCommand({
        TableName,
        TimeToLiveSpecification: { AttributeName, Enabled },
      }),
    );
  if (current) await turn(current, false);
  if (attribute) await turn(attribute, true);
}

/** Settings that may be sent again without harm. */
async function protect(
  dynamodb: DynamoDBClient,
  TableName: string,
  { TimeToLiveSpecification, Replicas, ...table }: TableProperties,
): Promise<void> {
  await setTimeToLive(dynamodb, TableName, TimeToLiveSpecification);
  const { PointInTimeRecoverySpecification, DeletionProtectionEnabled } = {
    ...table,
    ...Replicas[0],
  };
  if (PointInTimeRecoverySpecification) {
    await dynamodb.send(
      new UpdateContinuousBackupsCommand({ TableName, PointInTimeRecoverySpecification }),
    );
  }
  if (DeletionProtectionEnabled !== undefined) {
    await dynamodb.send(new UpdateTableCommand({ TableName, DeletionProtectionEnabled }));
  }
}

function index({
  IndexName,
  KeySchema,
  Projection,
}: TableProperties["GlobalSecondaryIndexes"][number]): GlobalSecondaryIndex {
  return { IndexName, KeySchema, Projection };
}
