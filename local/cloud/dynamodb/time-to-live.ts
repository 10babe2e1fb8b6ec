/** UpdateTimeToLive, DescribeTimeToLive, and the sweep that takes out what is past its time. */
import type { Caller } from "../kernel/service.ts";
import type { Item } from "./attribute-value.ts";
import type { Dynamodb } from "./dynamodb.ts";
import { isExpired } from "./expiry-index.ts";
import { onlyKnown, validated } from "./request.ts";
import type { UserIdentity } from "./stream-record.ts";
import { invalid } from "./table.ts";

interface UpdateRequest {
  readonly TableName: string;
  readonly TimeToLiveSpecification?: {
    readonly AttributeName?: string;
    readonly Enabled?: boolean;
  };
}

const timeToLive: UserIdentity = { principalId: "dynamodb.amazonaws.com", type: "Service" };
export function timeToLiveOperations({ access, items, journal, tables }: Dynamodb) {
  function update(input: UpdateRequest, caller: Caller): Promise<unknown> {
    onlyKnown("UpdateTimeToLive", input, ["TableName", "TimeToLiveSpecification"]);
    access.table(caller, "UpdateTimeToLive", input.TableName);
    const { AttributeName, Enabled } = input.TimeToLiveSpecification ?? {};
    if (!AttributeName || Enabled === undefined) {
      throw invalid("TimeToLiveSpecification must have AttributeName and Enabled");
    }
    return journal.alone(async () => {
      const table = tables.get(input.TableName);
      const current = table.timeToLiveAttribute;
      if (Enabled && current) throw invalid("TimeToLive is already enabled");
      if (!Enabled && !current) throw invalid("TimeToLive is already disabled");
      const changed = { ...table, timeToLiveAttribute: Enabled ? AttributeName : undefined };
      // Filled before the table tells of it: a kill leaves no item without its entry.
      if (Enabled) await items.buildExpiryIndex(changed);
      tables.save({ ...changed, hasExpiryIndex: Enabled });
      return { TimeToLiveSpecification: { AttributeName, Enabled } };
    });
  }

  function describe(input: { readonly TableName: string }, caller: Caller): unknown {
    onlyKnown("DescribeTimeToLive", input, ["TableName"]);
    access.table(caller, "DescribeTimeToLive", input.TableName);
    const { timeToLiveAttribute: AttributeName } = tables.get(input.TableName);
    return {
      TimeToLiveDescription: AttributeName
        ? { TimeToLiveStatus: "ENABLED", AttributeName }
        : { TimeToLiveStatus: "DISABLED" },
    };
  }

  return { UpdateTimeToLive: update, DescribeTimeToLive: describe };
}

/** Deletes the items whose time is past, by the cloud's clock. @returns how many */
export async function sweepExpired(dynamodb: Dynamodb): Promise<number> {
  const { context, items, tables } = dynamodb;
  const nowSeconds = context.clock.millis() / 1000;
  let deleted = 0;
  for (const { description, timeToLiveAttribute } of tables.all()) {
    if (!timeToLiveAttribute) continue;
    for await (const Key of items.dueKeys(description.TableName, nowSeconds)) {
      if (await deleteExpired(Key, description.TableName, dynamodb)) deleted++;
    }
  }
  return deleted;
}

/** @returns false when the item has changed since its entry was seen */
function deleteExpired(Key: Item, TableName: string, dynamodb: Dynamodb): Promise<boolean> {
  const { context, items, journal, tables } = dynamodb;
  return journal.alone(async () => {
    const current = tables.find(TableName);
    const item = current && (await items.find(TableName, Key));
    if (!item || !isExpired(item, current, context.clock.millis() / 1000)) return false;
    const request = validated("DeleteItem", { TableName, Key });
    const { operations, changes } = await items.plan("DeleteItem", request);
    await journal.commit({ operations, changes }, { userIdentity: timeToLive });
    return true;
  });
}
