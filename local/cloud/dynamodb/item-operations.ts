/** GetItem, PutItem, UpdateItem, DeleteItem and the two batches. */
import { AwsError, type Caller } from "../kernel/service.ts";
import type { Item } from "./attribute-value.ts";
import type { Dynamodb } from "./dynamodb.ts";
import { refuseMetrics, validated } from "./request.ts";

interface ItemRequest {
  readonly TableName: string;
  /** Absent only in PutItem. */
  readonly Key?: Item;
  /** In PutItem. */
  readonly Item?: Item;
  readonly ReturnItemCollectionMetrics?: string;
}

interface WriteRequest extends ItemRequest {
  readonly ReturnValuesOnConditionCheckFailure?: string;
}

interface BatchGetRequest {
  readonly RequestItems: Readonly<Record<string, { readonly Keys: readonly Item[] }>>;
}

interface BatchWriteRequest {
  readonly RequestItems: Readonly<
    Record<
      string,
      readonly {
        readonly PutRequest?: { readonly Item: Item };
        readonly DeleteRequest?: { readonly Key: Item };
      }[]
    >
  >;
  readonly ReturnItemCollectionMetrics?: string;
}

/** Long: a closure, of which each function fits a screen. */
export function itemOperations({ access, items, journal }: Dynamodb) {
  async function get(input: ItemRequest, caller: Caller): Promise<unknown> {
    const request = validated("GetItem", input);
    access.item(caller, "GetItem", request);
    return items.read("GetItem", request);
  }

  function writing(operation: "PutItem" | "UpdateItem" | "DeleteItem") {
    return (input: WriteRequest, caller: Caller): Promise<unknown> => {
      const { ReturnValuesOnConditionCheckFailure: onFailure, ...rest } = input;
      const request = validated<ItemRequest>(operation, rest);
      refuseMetrics(operation, request);
      access.item(caller, operation, request);
      return journal.alone(async () => {
        try {
          const { output, ...writes } = await items.plan(operation, request);
          await journal.commit(writes);
          return output;
        } catch (error) {
          throw onFailure === "ALL_OLD" ? await withItem(error, request) : error;
        }
      });
    };
  }

  /** The item that did not meet the condition goes with the refusal. */
  async function withItem(error: unknown, request: ItemRequest): Promise<unknown> {
    if (!(error instanceof AwsError && error.code === "ConditionalCheckFailedException")) {
      return error;
    }
    const old = await items.find(request.TableName, request.Key ?? request.Item ?? {});
    return new AwsError(error.code, error.message, old ? { extra: { Item: old } } : {});
  }

  async function batchGet(input: BatchGetRequest, caller: Caller): Promise<unknown> {
    const request = validated("BatchGetItem", input);
    for (const [table, { Keys }] of Object.entries(request.RequestItems)) {
      access.items(caller, "BatchGetItem", table, Keys);
    }
    return items.read("BatchGetItem", request);
  }

  function batchWrite(input: BatchWriteRequest, caller: Caller): Promise<unknown> {
    const request = validated("BatchWriteItem", input);
    refuseMetrics("BatchWriteItem", request);
    for (const [table, writes] of Object.entries(request.RequestItems)) {
      const keys = writes.map(
        ({ PutRequest, DeleteRequest }) => PutRequest?.Item ?? DeleteRequest?.Key,
      );
      access.items(caller, "BatchWriteItem", table, keys);
    }
    return journal.alone(async () => {
      const { output, ...writes } = await items.plan("BatchWriteItem", request);
      await journal.commit(writes);
      return output;
    });
  }

  return {
    GetItem: get,
    PutItem: writing("PutItem"),
    UpdateItem: writing("UpdateItem"),
    DeleteItem: writing("DeleteItem"),
    BatchGetItem: batchGet,
    BatchWriteItem: batchWrite,
  };
}
