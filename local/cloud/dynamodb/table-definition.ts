/** From what CreateTable and UpdateTable ask to what DescribeTable tells. */
import { randomUUID } from "node:crypto";
import { validated } from "./request.ts";
import type {
  AttributeDefinition,
  IndexDefinition,
  IndexDescription,
  KeySchemaElement,
  SseDescription,
  StreamViewType,
  TableDescription,
  Throughput,
} from "./table.ts";

/** What dynalite's validation knows of CreateTable. */
export interface TableDefinition {
  readonly TableName: string;
  readonly AttributeDefinitions: readonly AttributeDefinition[];
  readonly KeySchema: readonly KeySchemaElement[];
  readonly BillingMode?: "PROVISIONED" | "PAY_PER_REQUEST";
  readonly ProvisionedThroughput?: Throughput;
  readonly GlobalSecondaryIndexes?: readonly IndexDefinition[];
  readonly LocalSecondaryIndexes?: readonly IndexDefinition[];
}

export interface StreamSpecification {
  readonly StreamEnabled: boolean;
  readonly StreamViewType?: StreamViewType;
}

export interface SseSpecification {
  readonly Enabled?: boolean;
  readonly SSEType?: string;
  readonly KMSMasterKeyId?: string;
}

/** @throws AwsError ValidationException when such a table cannot be */
export function validDefinition(definition: TableDefinition): TableDefinition {
  return validated("CreateTable", structuredClone(definition));
}

/** @param now epoch seconds */
export function describe(
  definition: TableDefinition,
  { tableArn, now }: { tableArn: string; now: number },
): TableDescription {
  const { BillingMode, ProvisionedThroughput, ...rest } = definition;
  const global = definition.GlobalSecondaryIndexes;
  const local = definition.LocalSecondaryIndexes;
  return {
    ...rest,
    TableArn: tableArn,
    TableId: randomUUID(),
    TableStatus: "ACTIVE",
    CreationDateTime: now,
    ...describeBilling(BillingMode, ProvisionedThroughput, now),
    GlobalSecondaryIndexes: global?.map((index) => describeGlobalIndex(index, tableArn)),
    LocalSecondaryIndexes: local?.map((index) => describeIndex(index, tableArn)),
    ItemCount: 0,
    TableSizeBytes: 0,
    DeletionProtectionEnabled: false,
  };
}

export function describeBilling(
  mode: TableDefinition["BillingMode"],
  throughput: Throughput | undefined,
  now: number,
): Pick<TableDescription, "BillingModeSummary" | "ProvisionedThroughput"> {
  const onDemand = mode === "PAY_PER_REQUEST";
  return {
    ...(onDemand && {
      BillingModeSummary: { BillingMode: mode, LastUpdateToPayPerRequestDateTime: now },
    }),
    ProvisionedThroughput: {
      ReadCapacityUnits: 0,
      WriteCapacityUnits: 0,
      ...(onDemand ? {} : throughput),
      NumberOfDecreasesToday: 0,
    },
  };
}

export function describeGlobalIndex(index: IndexDefinition, tableArn: string): IndexDescription {
  return {
    ...describeIndex(index, tableArn),
    IndexStatus: "ACTIVE",
    ProvisionedThroughput: index.ProvisionedThroughput ?? {
      ReadCapacityUnits: 0,
      WriteCapacityUnits: 0,
    },
  };
}

function describeIndex(index: IndexDefinition, tableArn: string): IndexDescription {
  const IndexArn = `${tableArn}/index/${index.IndexName}`;
  return { ...index, IndexArn, IndexSizeBytes: 0, ItemCount: 0 };
}

/** The definition a table could be made again from. */
export function definitionOf(table: TableDescription): TableDefinition {
  const onDemand = table.BillingModeSummary?.BillingMode === "PAY_PER_REQUEST";
  const { ReadCapacityUnits, WriteCapacityUnits } = table.ProvisionedThroughput;
  const { GlobalSecondaryIndexes: global, LocalSecondaryIndexes: local } = table;
  const withoutThroughput = ({ IndexName, KeySchema, Projection }: IndexDefinition) => ({
    IndexName,
    KeySchema,
    Projection,
  });
  return {
    TableName: table.TableName,
    AttributeDefinitions: table.AttributeDefinitions,
    KeySchema: table.KeySchema,
    ...(onDemand
      ? { BillingMode: "PAY_PER_REQUEST" }
      : { ProvisionedThroughput: { ReadCapacityUnits, WriteCapacityUnits } }),
    ...(global?.length && { GlobalSecondaryIndexes: global.map(withoutThroughput) }),
    ...(local?.length && { LocalSecondaryIndexes: local.map(withoutThroughput) }),
  };
}

/** Data is not encrypted here; the table says it is, as it would. */
export function describeSse(
  specification: SseSpecification | undefined,
  { region, account }: { region: string; account: string },
): SseDescription | undefined {
  if (!specification?.Enabled) return undefined;
  const key = specification.KMSMasterKeyId ?? "alias/aws/dynamodb";
  const KMSMasterKeyArn = key.startsWith("arn:") ? key : `arn:aws:kms:${region}:${account}:${key}`;
  return { Status: "ENABLED", SSEType: "KMS", KMSMasterKeyArn };
}
