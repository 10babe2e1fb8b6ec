/** DynamoDB's rules for a whole item before it is stored. dynalite checks only the request, or nothing. */
import { type Item, itemSize, maxItemBytes } from "./attribute-value.ts";
import { type DynaliteError, database, type ItemOperation, validations } from "./dynalite.ts";
import type { IndexDefinition, TableDescription } from "./table.ts";

/** @returns the error to answer, or nothing when the item may be stored. */
export function invalidItem(
  item: Item,
  table: TableDescription,
  operation: ItemOperation,
): DynaliteError | undefined {
  const message =
    tooLarge(item, operation) ?? emptyIndexKey(item, table) ?? invalidValue(item, operation);
  return message === undefined
    ? database.validateItem(item, table)
    : database.validationError(message);
}

function tooLarge(item: Item, operation: ItemOperation): string | undefined {
  if (itemSize(item) <= maxItemBytes) return undefined;
  return operation === "UpdateItem"
    ? "Item size to update has exceeded the maximum allowed size"
    : "Item size has exceeded the maximum allowed size";
}

/** An update's arithmetic can leave the range or the 38 digits of a number. */
function invalidValue(item: Item, operation: ItemOperation): string | undefined {
  if (operation !== "UpdateItem") return undefined;
  for (const value of Object.values(item)) {
    const message = validations.validateAttributeValue(value);
    if (message !== undefined) return message;
  }
  return undefined;
}

function emptyIndexKey(item: Item, table: TableDescription): string | undefined {
  const indexes: readonly IndexDefinition[] = [
    ...(table.GlobalSecondaryIndexes ?? []),
    ...(table.LocalSecondaryIndexes ?? []),
  ];
  for (const { IndexName, KeySchema } of indexes) {
    for (const { AttributeName } of KeySchema) {
      const value = item[AttributeName];
      const type = value && Object.entries(value).find(([, content]) => content === "")?.[0];
      if (type) {
        return `One or more parameter values are not valid. A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty ${type === "B" ? "binary" : "string"} value. IndexName: ${IndexName}, IndexKey: ${AttributeName}`;
      }
    }
  }
  return undefined;
}
