/** A table with one global secondary index more, or less. */
import {
  type AttributeDefinition,
  type IndexDefinition,
  notFound,
  type TableDescription,
} from "./table.ts";
import { definitionOf, describeGlobalIndex, validDefinition } from "./table-definition.ts";

/**
 * @param defined types of the attributes that are new in a key
 * @throws AwsError ValidationException when a table with this index could not be created either
 */
export function withIndex(
  table: TableDescription,
  index: IndexDefinition,
  defined: readonly AttributeDefinition[],
): TableDescription {
  const known = table.AttributeDefinitions.map(({ AttributeName }) => AttributeName);
  const AttributeDefinitions = [
    ...table.AttributeDefinitions,
    ...defined.filter(({ AttributeName }) => !known.includes(AttributeName)),
  ];
  const definition = definitionOf({ ...table, AttributeDefinitions });
  validDefinition({
    ...definition,
    GlobalSecondaryIndexes: [...(definition.GlobalSecondaryIndexes ?? []), index],
  });
  return {
    ...table,
    AttributeDefinitions,
    GlobalSecondaryIndexes: [
      ...(table.GlobalSecondaryIndexes ?? []),
      describeGlobalIndex(index, table.TableArn),
    ],
  };
}

/** @throws AwsError ResourceNotFoundException */
export function withoutIndex(table: TableDescription, name: string): TableDescription {
  const { GlobalSecondaryIndexes: indexes = [], LocalSecondaryIndexes: local = [] } = table;
  const kept = indexes.filter(({ IndexName }) => IndexName !== name);
  if (kept.length === indexes.length) {
    throw notFound(`Requested resource not found: Index: ${name} not found`);
  }
  const used = [table, ...kept, ...local].flatMap(({ KeySchema }) =>
    KeySchema.map(({ AttributeName }) => AttributeName),
  );
  return {
    ...table,
    AttributeDefinitions: table.AttributeDefinitions.filter(({ AttributeName }) =>
      used.includes(AttributeName),
    ),
    GlobalSecondaryIndexes: kept.length > 0 ? kept : undefined,
  };
}
