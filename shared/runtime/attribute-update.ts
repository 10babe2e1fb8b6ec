/** An update of some attributes of an item, in DynamoDB's words. */

type Attributes = Readonly<Record<string, unknown>>;

export interface AttributeUpdate {
  /** Attributes to write; undefined ones are taken away. */
  readonly set: Attributes;
  /** With `#name` for each attribute, and values of `values`. */
  readonly condition: string;
  /** By `:name`; none is called like an attribute that is set. */
  readonly values?: Attributes | undefined;
}

/** The expressions of an UpdateItem. Names are never written into an expression, because some are reserved words. */
export function updateExpression({ set, condition, values = {} }: AttributeUpdate) {
  const names = Object.keys(set);
  const kept = names.filter((name) => set[name] !== undefined);
  const gone = names.filter((name) => set[name] === undefined);
  const mentioned = condition.match(/(?<=#)\w+/g) ?? [];
  const given = { ...Object.fromEntries(kept.map((name) => [`:${name}`, set[name]])), ...values };
  const parts = [
    ...(kept.length > 0 ? [`SET ${kept.map((name) => `#${name} = :${name}`).join(", ")}`] : []),
    ...(gone.length > 0 ? [`REMOVE ${gone.map((name) => `#${name}`).join(", ")}`] : []),
  ];
  return {
    UpdateExpression: parts.join(" "),
    ConditionExpression: condition,
    ExpressionAttributeNames: Object.fromEntries(
      [...names, ...mentioned].map((name) => [`#${name}`, name]),
    ),
    ...(Object.keys(given).length > 0 && { ExpressionAttributeValues: given }),
  };
}
