/** Query and Scan. */
import type { Caller } from "../kernel/service.ts";
import type { AttributeValue } from "./attribute-value.ts";
import type { Dynamodb } from "./dynamodb.ts";
import { validated } from "./request.ts";

interface ReadRequest {
  readonly TableName: string;
  readonly IndexName?: string;
}

interface QueryRequest extends ReadRequest {
  /** Validation brings a KeyConditionExpression to this form too. */
  readonly KeyConditions?: Readonly<
    Record<string, { readonly AttributeValueList?: readonly AttributeValue[] }>
  >;
}

export function queryOperations({ access, items }: Dynamodb) {
  async function query(input: QueryRequest, caller: Caller): Promise<unknown> {
    const request = validated("Query", input);
    access.index(
      caller,
      "Query",
      request,
      (partitionKey) => request.KeyConditions?.[partitionKey]?.AttributeValueList?.[0],
    );
    return items.read("Query", request);
  }

  async function scan(input: ReadRequest, caller: Caller): Promise<unknown> {
    const request = validated("Scan", input);
    access.index(caller, "Scan", request);
    return items.read("Scan", request);
  }

  return { Query: query, Scan: scan };
}
