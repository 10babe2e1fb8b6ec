import type { Caller } from "../kernel/service.ts";
import type { Item } from "./attribute-value.ts";
import { type ConsumedCapacity, transactionCapacity } from "./capacity.ts";
import type { Dynamodb } from "./dynamodb.ts";
import { onlyKnown, validated } from "./request.ts";
import { checkCount, missing, refuseDuplicates } from "./transaction.ts";

interface GetRequest {
  readonly TableName: string;
  readonly Key: Item;
}

interface TransactGetRequest {
  readonly TransactItems?: readonly { readonly Get?: GetRequest }[];
  readonly ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE";
}

interface Answer {
  readonly Item?: Item;
  readonly ConsumedCapacity: ConsumedCapacity;
}

export function transactGetItems({ access, items, journal, tables }: Dynamodb) {
  async function run(input: TransactGetRequest, caller: Caller): Promise<unknown> {
    onlyKnown("TransactGetItems", input, ["TransactItems", "ReturnConsumedCapacity"]);
    const { TransactItems, ReturnConsumedCapacity: measure } = input;
    checkCount(TransactItems);
    const steps = TransactItems.map((item, index) => ({ request: getRequest(item, index) }));
    for (const { request } of steps) {
      access.item(caller, "GetItem", request);
    }
    // Alone, so that no write comes between two of the reads.
    const answers = await journal.alone(() => {
      refuseDuplicates(tables, steps);
      return Promise.all(steps.map(({ request }) => items.read<Answer>("GetItem", request)));
    });
    const used = answers.map(({ ConsumedCapacity }) => ConsumedCapacity);
    return {
      Responses: answers.map(({ Item: item }) => (item ? { Item: item } : {})),
      ...(measure === "TOTAL" || measure === "INDEXES"
        ? { ConsumedCapacity: transactionCapacity(used, "Read") }
        : {}),
    };
  }

  return { TransactGetItems: run };
}

function getRequest(item: { readonly Get?: GetRequest }, index: number): GetRequest {
  onlyKnown("TransactGetItems", item, ["Get"]);
  if (!item.Get) throw missing(index, "get");
  onlyKnown("TransactGetItems Get", item.Get, [
    "TableName",
    "Key",
    "ProjectionExpression",
    "ExpressionAttributeNames",
  ]);
  const request = { ...item.Get, ConsistentRead: true, ReturnConsumedCapacity: "TOTAL" };
  return validated("GetItem", request);
}
