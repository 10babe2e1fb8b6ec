/** The units that a request of DynamoDB costs, from what it asks. */
import * as z from "zod";

/** The key attributes of each index, by table. */
export type Indexes = ReadonlyMap<string, readonly (readonly string[])[]>;

const item = z.record(z.string(), z.unknown());
const single = z.looseObject({
  TableName: z.string(),
  ConsistentRead: z.boolean().default(false),
  Item: item.default({}),
});
const batch = z.looseObject({
  RequestItems: z.record(
    z.string(),
    z.looseObject({ Keys: z.array(item), ConsistentRead: z.boolean().default(false) }),
  ),
});
const transaction = z.looseObject({
  TransactItems: z.array(z.record(z.string(), single)),
});

/** In units. */
export interface TableUnits {
  readonly reads: number;
  readonly writes: number;
}

/**
 * Reads are of 4 KB, half without strong consistency; writes of 1 KB, once more for each index that has the item, and twice in a
 * transaction. A page of a query counts as one read: our pages are small.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html
 */
export function tableUnits(operation: string, input: unknown, indexes: Indexes): TableUnits {
  const read = ({ ConsistentRead }: { ConsistentRead: boolean }) => (ConsistentRead ? 1 : 0.5);
  switch (operation) {
    case "GetItem":
    case "Query":
    case "Scan":
      return { reads: read(single.parse(input)), writes: 0 };
    case "BatchGetItem": {
      const tables = Object.values(batch.parse(input).RequestItems);
      return { reads: total(tables.map((each) => read(each) * each.Keys.length)), writes: 0 };
    }
    case "PutItem":
    case "UpdateItem":
    case "DeleteItem":
      return { reads: 0, writes: written(single.parse(input), indexes) };
    case "TransactWriteItems": {
      const steps = transaction.parse(input).TransactItems.flatMap((step) => Object.values(step));
      return { reads: 0, writes: total(steps.map((step) => 2 * written(step, indexes))) };
    }
    default:
      throw new Error(`Nobody has said what dynamodb:${operation} costs.`);
  }
}

function written({ TableName, Item }: z.output<typeof single>, indexes: Indexes): number {
  const kilobytes = Math.max(1, Math.ceil(JSON.stringify(Item).length / 1024));
  const having = (indexes.get(TableName) ?? []).filter((keys) => keys.every((key) => key in Item));
  return kilobytes * (1 + having.length);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
