import { AwsError, type CloudContext } from "../kernel/service.ts";
import type { Shelf } from "../kernel/store.ts";

export interface KeySchemaElement {
  readonly AttributeName: string;
  readonly KeyType: "HASH" | "RANGE";
}

interface Projection {
  readonly ProjectionType: "ALL" | "INCLUDE" | "KEYS_ONLY";
  readonly NonKeyAttributes?: readonly string[];
}

export interface Throughput {
  readonly ReadCapacityUnits: number;
  readonly WriteCapacityUnits: number;
}

export interface IndexDefinition {
  readonly IndexName: string;
  readonly KeySchema: readonly KeySchemaElement[];
  readonly Projection: Projection;
  readonly ProvisionedThroughput?: Throughput;
}

export interface IndexDescription extends IndexDefinition {
  readonly IndexArn: string;
  readonly IndexStatus?: "ACTIVE";
  readonly IndexSizeBytes: number;
  readonly ItemCount: number;
}

export type StreamViewType = "KEYS_ONLY" | "NEW_IMAGE" | "OLD_IMAGE" | "NEW_AND_OLD_IMAGES";

export interface AttributeDefinition {
  readonly AttributeName: string;
  readonly AttributeType: "S" | "N" | "B";
}

/** What DescribeTable answers. Times are epoch seconds. */
export interface TableDescription {
  readonly TableName: string;
  readonly TableArn: string;
  readonly TableId: string;
  readonly TableStatus: "ACTIVE";
  readonly CreationDateTime: number;
  readonly AttributeDefinitions: readonly AttributeDefinition[];
  readonly KeySchema: readonly KeySchemaElement[];
  readonly GlobalSecondaryIndexes?: readonly IndexDescription[] | undefined;
  readonly LocalSecondaryIndexes?: readonly IndexDescription[] | undefined;
  readonly BillingModeSummary?: {
    readonly BillingMode: "PROVISIONED" | "PAY_PER_REQUEST";
    readonly LastUpdateToPayPerRequestDateTime?: number;
  };
  readonly ProvisionedThroughput: Throughput & { readonly NumberOfDecreasesToday: number };
  readonly ItemCount: number;
  readonly TableSizeBytes: number;
  readonly DeletionProtectionEnabled: boolean;
  readonly SSEDescription?: SseDescription | undefined;
  readonly TableClassSummary?: { readonly TableClass: string };
  readonly StreamSpecification?:
    | { readonly StreamEnabled: true; readonly StreamViewType: StreamViewType }
    | undefined;
  readonly LatestStreamArn?: string;
  readonly LatestStreamLabel?: string;
}

export interface SseDescription {
  readonly Status: "ENABLED";
  readonly SSEType: "KMS";
  readonly KMSMasterKeyArn: string;
}

/** A table with what hangs on it. */
export interface Table {
  readonly description: TableDescription;
  /** The attribute that holds an item's end of life in epoch seconds, when time to live is on. */
  readonly timeToLiveAttribute?: string | undefined;
  /** Whether the index by expiry is filled. */
  readonly hasExpiryIndex?: boolean;
  /** Whether the entries of its indexes have whole keys; those of state before November 2026 had 24 bits of a hash. */
  readonly hasWholeIndexKeys?: boolean;
  readonly recovery?: { readonly periodInDays: number; readonly since: number } | undefined;
}

/** All tables. A table is there, with all of its settings, or it is not: one document each. */
export class Tables {
  readonly #shelf: Shelf<Table>;

  constructor({ store }: Pick<CloudContext, "store">) {
    this.#shelf = store.shelf("dynamodb.tables");
  }

  find(name: string): Table | undefined {
    return this.#shelf.get(name);
  }

  /** @throws AwsError ResourceNotFoundException, in the words of the operations on tables */
  get(name: string): Table {
    const table = this.find(name);
    if (!table) throw notFound(`Requested resource not found: Table: ${name} not found`);
    return table;
  }

  save(table: Table): void {
    this.#shelf.set(table.description.TableName, table);
  }

  delete(name: string): void {
    this.#shelf.delete(name);
  }

  all(): Table[] {
    return this.#shelf.range().map(([, table]) => table);
  }
}

/** The name of a table's (or of an index's) partition key. */
export function partitionKey({ KeySchema }: Pick<IndexDefinition, "KeySchema">): string {
  return KeySchema[0]?.AttributeName ?? "";
}

export function notFound(message: string): AwsError {
  return new AwsError("ResourceNotFoundException", message);
}

export function invalid(message: string): AwsError {
  return new AwsError("ValidationException", message);
}
