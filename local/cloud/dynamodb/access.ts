import type { Caller, CloudContext } from "../kernel/service.ts";
import type { AttributeValue, Item } from "./attribute-value.ts";
import { attributeContext, type ParsedRequest } from "./request-attributes.ts";
import { type IndexDefinition, partitionKey, type Tables } from "./table.ts";

/**
 * Who may do what.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
 */
export class Access {
  readonly #context: Pick<CloudContext, "authorize" | "region" | "account">;
  readonly #tables: Tables;

  constructor(context: Pick<CloudContext, "authorize" | "region" | "account">, tables: Tables) {
    this.#context = context;
    this.#tables = tables;
  }

  tableArn(name: string): string {
    return `arn:aws:dynamodb:${this.#context.region}:${this.#context.account}:table/${name}`;
  }

  /** For operations without a resource of their own: the lists. */
  everything(caller: Caller, operation: string): void {
    this.#context.authorize(caller, `dynamodb:${operation}`, "*");
  }

  arn(caller: Caller, operation: string, arn: string): void {
    this.#context.authorize(caller, `dynamodb:${operation}`, arn);
  }

  table(caller: Caller, operation: string, name: string): void {
    this.arn(caller, operation, this.tableArn(name));
  }

  /** One item: its partition key is dynamodb:LeadingKeys. */
  item(
    caller: Caller,
    operation: string,
    request: ParsedRequest & { readonly TableName: string },
  ): void {
    const item = request.Item ?? request.Key;
    this.items(caller, operation, request.TableName, [item], attributeContext(operation, request));
  }

  /** @param keysOrItems the items the operation is about; their partition keys are dynamodb:LeadingKeys */
  items(
    caller: Caller,
    operation: string,
    table: string,
    keysOrItems: readonly (Item | undefined)[],
    context: Readonly<Record<string, string | string[]>> = {},
  ): void {
    const description = this.#tables.find(table)?.description;
    const name = description && partitionKey(description);
    const values = keysOrItems.map((item) => (name ? item?.[name] : undefined));
    this.#authorize(caller, operation, this.tableArn(table), values, context);
  }

  /** Query and Scan: of a table, or of an index, which is a resource of its own. */
  index(
    caller: Caller,
    operation: "Query" | "Scan",
    { TableName, IndexName }: { readonly TableName: string; readonly IndexName?: string },
    partitionValue: (partitionKey: string) => AttributeValue | undefined = () => undefined,
  ): void {
    const table = this.tableArn(TableName);
    const description = this.#tables.find(TableName)?.description;
    const indexes: readonly IndexDefinition[] = [
      ...(description?.GlobalSecondaryIndexes ?? []),
      ...(description?.LocalSecondaryIndexes ?? []),
    ];
    const keyed = IndexName ? indexes.find((index) => index.IndexName === IndexName) : description;
    const values = keyed ? [partitionValue(partitionKey(keyed))] : [];
    this.#authorize(caller, operation, IndexName ? `${table}/index/${IndexName}` : table, values);
  }

  #authorize(
    caller: Caller,
    operation: string,
    arn: string,
    partitionValues: readonly (AttributeValue | undefined)[],
    context: Readonly<Record<string, string | string[]>> = {},
  ): void {
    const leadingKeys = partitionValues.flatMap((value) => {
      const content = value && Object.values(value)[0];
      return typeof content === "string" ? [content] : [];
    });
    this.#context.authorize(caller, `dynamodb:${operation}`, arn, {
      ...(leadingKeys.length > 0 && { "dynamodb:LeadingKeys": leadingKeys }),
      ...context,
    });
  }
}
