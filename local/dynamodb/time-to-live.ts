/** UpdateTimeToLive, DescribeTimeToLive, and the sweep that takes out what is past its time. */
import type { Caller } from "../kernel/service.ts";
import type { Item } from "./attribute-value.ts";
import type { Dynamodb } from "./dynamodb.ts";
import { onlyKnown, validated } from "./request.ts";
import { pick, type UserIdentity } from "./stream-record.ts";
import { invalid, type Table } from "./table.ts";

interface UpdateRequest {
  readonly TableName: string;
  readonly TimeToLiveSpecification?: {
    readonly AttributeName?: string;
    readonly Enabled?: boolean;
  };
}

const timeToLive: UserIdentity = { principalId: "dynamodb.amazonaws.com", type: "Service" };
/** AWS takes an older time for a mistake and leaves the item. */
const fiveYearsSeconds = 5 * 365 * 24 * 60 * 60;

export function timeToLiveOperations({ access, tables }: Dynamodb) {
  function update(input: UpdateRequest, caller: Caller): unknown {
    onlyKnown("UpdateTimeToLive", input, ["TableName", "TimeToLiveSpecification"]);
    access.table(caller, "UpdateTimeToLive", input.TableName);
    const table = tables.get(input.TableName);
    const { AttributeName, Enabled } = input.TimeToLiveSpecification ?? {};
    if (!AttributeName || Enabled === undefined) {
      throw invalid("TimeToLiveSpecification must have AttributeName and Enabled");
    }
    const current = table.timeToLiveAttribute;
    if (Enabled && current) throw invalid("TimeToLive is already enabled");
    if (!Enabled && !current) throw invalid("TimeToLive is already disabled");
    tables.save({ ...table, timeToLiveAttribute: Enabled ? AttributeName : undefined });
    return { TimeToLiveSpecification: { AttributeName, Enabled } };
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
  let deleted = 0;
  for (const table of dynamodb.tables.all()) {
    if (!table.timeToLiveAttribute) continue;
    for await (const item of dynamodb.items.items(table.description.TableName)) {
      if (isExpired(item, table, dynamodb) && (await deleteExpired(item, table, dynamodb))) {
        deleted++;
      }
    }
  }
  return deleted;
}

/** @returns false when the item has changed since it was seen */
function deleteExpired(
  seen: Item,
  { description: table }: Table,
  dynamodb: Dynamodb,
): Promise<boolean> {
  const { items, journal, tables } = dynamodb;
  const names = table.KeySchema.map(({ AttributeName }) => AttributeName);
  return journal.alone(async () => {
    const current = tables.find(table.TableName);
    const Key = pick(seen, names);
    const item = current && (await items.find(table.TableName, Key));
    if (!item || !isExpired(item, current, dynamodb)) return false;
    const request = validated("DeleteItem", { TableName: table.TableName, Key });
    const { operations, changes } = await items.plan("DeleteItem", request);
    await journal.commit({ operations, changes }, { userIdentity: timeToLive });
    return true;
  });
}

function isExpired(item: Item, { timeToLiveAttribute: name }: Table, { context }: Dynamodb) {
  const value = name === undefined ? undefined : item[name];
  if (!value || !("N" in value)) return false;
  const age = context.clock.millis() / 1000 - Number(value.N);
  return age > 0 && age < fiveYearsSeconds;
}
