import type { Caller } from "../kernel/service.ts";
import type { Dynamodb } from "./dynamodb.ts";
import { withIndex, withoutIndex } from "./index-changes.ts";
import { onlyKnown } from "./request.ts";
import {
  type AttributeDefinition,
  type IndexDefinition,
  invalid,
  type TableDescription,
  type Throughput,
} from "./table.ts";
import {
  definitionOf,
  describeBilling,
  describeSse,
  type SseSpecification,
  type StreamSpecification,
  validDefinition,
} from "./table-definition.ts";
import { viewOf } from "./table-operations.ts";

interface IndexUpdate {
  readonly Create?: IndexDefinition;
  readonly Delete?: { readonly IndexName: string };
}

interface UpdateTableRequest {
  readonly TableName: string;
  readonly AttributeDefinitions?: readonly AttributeDefinition[];
  readonly BillingMode?: "PROVISIONED" | "PAY_PER_REQUEST";
  readonly ProvisionedThroughput?: Throughput;
  readonly GlobalSecondaryIndexUpdates?: readonly IndexUpdate[];
  readonly StreamSpecification?: StreamSpecification;
  readonly SSESpecification?: SseSpecification;
  readonly TableClass?: string;
  readonly DeletionProtectionEnabled?: boolean;
}

const parameters = [
  "TableName",
  "AttributeDefinitions",
  "BillingMode",
  "ProvisionedThroughput",
  "GlobalSecondaryIndexUpdates",
  "StreamSpecification",
  "SSESpecification",
  "TableClass",
  "DeletionProtectionEnabled",
];

/** Long: a closure, of which each function fits a screen. */
export function updateTable({ access, context, items, journal, streams, tables }: Dynamodb) {
  /** Each change is made before the answer; like AWS, the answer says UPDATING. */
  function update(request: UpdateTableRequest, caller: Caller): Promise<unknown> {
    const { TableName, GlobalSecondaryIndexUpdates: updates = [] } = request;
    onlyKnown("UpdateTable", request, parameters);
    for (const each of updates) {
      onlyKnown("UpdateTable GlobalSecondaryIndexUpdates", each, ["Create", "Delete"]);
    }
    access.table(caller, "UpdateTable", TableName);
    if (Object.keys(request).length < 2) {
      throw invalid(
        "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required",
      );
    }
    return journal.alone(async () => {
      const changed = withIndexes(
        withSettings(tables.get(TableName).description, request),
        request,
      );
      // Filled before the table has it and emptied after the table has lost it: a kill leaves no gap.
      for (const { Create } of updates) if (Create) await items.buildIndex(changed, Create);
      const description = context.store.transaction(() => {
        const streaming = withStream(changed, request.StreamSpecification);
        tables.save({ ...tables.get(TableName), description: streaming });
        return streaming;
      });
      for (const { Delete } of updates) {
        if (Delete) await items.clearIndex(TableName, Delete.IndexName);
      }
      return { TableDescription: { ...description, TableStatus: "UPDATING" } };
    });
  }

  function withSettings(table: TableDescription, request: UpdateTableRequest): TableDescription {
    const { BillingMode, ProvisionedThroughput, TableClass } = request;
    const { SSESpecification: sse, DeletionProtectionEnabled: isProtected } = request;
    const { BillingModeSummary, ...rest } = table;
    const mode = BillingMode ?? BillingModeSummary?.BillingMode;
    const now = context.clock.millis() / 1000;
    return {
      ...rest,
      ...(BillingMode || ProvisionedThroughput
        ? describeBilling(mode, ProvisionedThroughput, now)
        : BillingModeSummary && { BillingModeSummary }),
      ...(sse && { SSEDescription: describeSse(sse, context) }),
      ...(TableClass && { TableClassSummary: { TableClass } }),
      ...(isProtected !== undefined && { DeletionProtectionEnabled: isProtected }),
    };
  }

  function withStream(
    table: TableDescription,
    specification: StreamSpecification | undefined,
  ): TableDescription {
    if (!specification) return table;
    const { TableName, StreamSpecification: current, LatestStreamArn: arn } = table;
    if (specification.StreamEnabled) {
      if (current) throw invalid(`Table already has an enabled stream: TableName: ${TableName}`);
      return { ...table, ...streams.enable(table, viewOf(specification)) };
    }
    if (!current || !arn) throw invalid(`Table has no stream to disable: TableName: ${TableName}`);
    streams.disable(arn);
    return { ...table, StreamSpecification: undefined };
  }

  return { UpdateTable: update };
}

function withIndexes(
  table: TableDescription,
  { AttributeDefinitions: defined = [], GlobalSecondaryIndexUpdates: updates }: UpdateTableRequest,
): TableDescription {
  let changed = table;
  for (const { Create, Delete } of updates ?? []) {
    if (Create) changed = withIndex(changed, Create, defined);
    if (Delete) changed = withoutIndex(changed, Delete.IndexName);
  }
  // A table that could not be created like this cannot become so.
  validDefinition(definitionOf(changed));
  return changed;
}
