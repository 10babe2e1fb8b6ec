/** CreateTable, DescribeTable, ListTables, DeleteTable. */
import { AwsError, type Caller } from "../kernel/service.ts";
import type { Dynamodb } from "./dynamodb.ts";
import { onlyKnown, validated } from "./request.ts";
import { invalid } from "./table.ts";
import {
  describe,
  describeSse,
  type SseSpecification,
  type StreamSpecification,
  type TableDefinition,
  validDefinition,
} from "./table-definition.ts";

interface CreateTableRequest extends TableDefinition {
  readonly StreamSpecification?: StreamSpecification;
  readonly SSESpecification?: SseSpecification;
  readonly TableClass?: string;
  readonly DeletionProtectionEnabled?: boolean;
}

/** Long: a closure, of which each function fits a screen. */
export function tableOperations({ access, context, items, journal, streams, tables }: Dynamodb) {
  /** A table is active at once; like AWS, the answer does not say so yet. */
  function create(input: CreateTableRequest, caller: Caller): Promise<unknown> {
    const { StreamSpecification, SSESpecification, TableClass, ...rest } = input;
    const { DeletionProtectionEnabled = false, ...asked } = rest;
    const definition = validDefinition(asked);
    const name = definition.TableName;
    access.table(caller, "CreateTable", name);

    return journal.alone(async () => {
      if (tables.find(name)) {
        throw new AwsError("ResourceInUseException", `Table already exists: ${name}`);
      }
      // A deletion that was killed half way may have left items.
      await items.clearTable(name);
      const now = context.clock.millis() / 1000;
      const described = describe(definition, { tableArn: access.tableArn(name), now });
      return context.store.transaction(() => {
        const description = {
          ...described,
          DeletionProtectionEnabled,
          SSEDescription: describeSse(SSESpecification, context),
          ...(TableClass && { TableClassSummary: { TableClass } }),
          ...(StreamSpecification?.StreamEnabled &&
            streams.enable(described, viewOf(StreamSpecification))),
        };
        tables.save({ description, hasWholeIndexKeys: true });
        return { TableDescription: { ...description, TableStatus: "CREATING" } };
      });
    });
  }

  function describeTable(input: { readonly TableName: string }, caller: Caller): unknown {
    onlyKnown("DescribeTable", input, ["TableName"]);
    access.table(caller, "DescribeTable", input.TableName);
    return { Table: tables.get(input.TableName).description };
  }

  function list(
    input: { readonly Limit?: number; readonly ExclusiveStartTableName?: string },
    caller: Caller,
  ): unknown {
    const { Limit = 100, ExclusiveStartTableName: after = "" } = validated("ListTables", input);
    access.everything(caller, "ListTables");
    const names = tables
      .all()
      .map(({ description }) => description.TableName)
      .filter((name) => name > after);
    const TableNames = names.slice(0, Limit);
    return {
      TableNames,
      ...(names.length > Limit && { LastEvaluatedTableName: TableNames.at(-1) }),
    };
  }

  function deleteTable(input: { readonly TableName: string }, caller: Caller): Promise<unknown> {
    onlyKnown("DeleteTable", input, ["TableName"]);
    const name = input.TableName;
    access.table(caller, "DeleteTable", name);
    return journal.alone(async () => {
      const { description } = tables.get(name);
      if (description.DeletionProtectionEnabled) {
        throw invalid(
          "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.",
        );
      }
      context.store.transaction(() => {
        if (description.StreamSpecification && description.LatestStreamArn) {
          streams.disable(description.LatestStreamArn);
        }
        tables.delete(name);
      });
      await items.clearTable(name);
      return { TableDescription: { ...description, TableStatus: "DELETING" } };
    });
  }

  return {
    CreateTable: create,
    DescribeTable: describeTable,
    ListTables: list,
    DeleteTable: deleteTable,
  };
}

const views = ["KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"] as const;

/** @throws AwsError ValidationException */
export function viewOf({ StreamViewType: view }: StreamSpecification): (typeof views)[number] {
  if (view && views.includes(view)) return view;
  throw invalid(
    "One or more parameter values were invalid: StreamViewType must be one of KEYS_ONLY, NEW_IMAGE, OLD_IMAGE, NEW_AND_OLD_IMAGES when StreamEnabled is true",
  );
}
