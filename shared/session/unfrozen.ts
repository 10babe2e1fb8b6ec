/** See `Sessions.unfrozen`; an account without an item is not frozen. */
export function unfrozen(TableName: string, Key: { readonly id: string }) {
  const ConditionExpression = "attribute_not_exists(frozen)";
  const ConditionCheck = { TableName, Key, ConditionExpression };
  return { write: { ConditionCheck }, taken: "request-held" as const };
}
