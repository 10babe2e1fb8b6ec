/** The steps of a transaction, read from its request. */
import type { AwsError } from "../kernel/service.ts";
import { canonical, type Item } from "./attribute-value.ts";
import { onlyKnown, validated } from "./request.ts";
import { pick } from "./stream-record.ts";
import { invalid, notFound, type Tables } from "./table.ts";

interface StepRequest {
  readonly TableName: string;
  readonly Key?: Item;
  readonly Item?: Item;
  readonly ReturnValuesOnConditionCheckFailure?: string;
}

type ActionName = "Put" | "Update" | "Delete" | "ConditionCheck";
export type TransactItem = Readonly<Partial<Record<ActionName, StepRequest>>>;

export interface Step {
  /** The IAM action. */
  readonly action: string;
  /** What the step is run as. A check runs as a deletion that is never made. */
  readonly operation: "PutItem" | "UpdateItem" | "DeleteItem";
  readonly isCheck: boolean;
  /** Validated. */
  readonly request: StepRequest;
  readonly onFailure: string | undefined;
}

interface Kind {
  readonly action: string;
  readonly operation: Step["operation"];
  readonly required: readonly string[];
}

const common = [
  "TableName",
  "ConditionExpression",
  "ExpressionAttributeNames",
  "ExpressionAttributeValues",
  "ReturnValuesOnConditionCheckFailure",
];
const kinds: Readonly<Record<ActionName, Kind>> = {
  Put: { action: "PutItem", operation: "PutItem", required: ["Item"] },
  Update: {
    action: "UpdateItem",
    operation: "UpdateItem",
    required: ["Key", "UpdateExpression"],
  },
  Delete: { action: "DeleteItem", operation: "DeleteItem", required: ["Key"] },
  ConditionCheck: {
    action: "ConditionCheckItem",
    operation: "DeleteItem",
    required: ["Key", "ConditionExpression"],
  },
};

const maxTransactItems = 100;

/** @throws AwsError ValidationException */
export function stepsOf(transactItems: readonly TransactItem[] | undefined): Step[] {
  checkCount(transactItems);
  return transactItems.map((item, index) => {
    onlyKnown("TransactWriteItems", item, Object.keys(kinds));
    const [name, ...more] = Object.keys(item) as ActionName[];
    const asked = name && item[name];
    if (!name || !asked || more.length > 0) {
      throw invalid("TransactItems can only contain one of Check, Put, Update or Delete");
    }
    const { action, operation, required } = kinds[name];
    onlyKnown(`TransactWriteItems ${name}`, asked, [...common, ...required]);
    for (const parameter of required) {
      if (!(parameter in asked))
        throw missing(index, `${lowerFirst(name)}.${lowerFirst(parameter)}`);
    }
    const { ReturnValuesOnConditionCheckFailure: onFailure, ...rest } = asked;
    const request = validated<StepRequest>(operation, rest);
    return { action, operation, isCheck: name === "ConditionCheck", request, onFailure };
  });
}

/** 1 to 100. @throws AwsError ValidationException */
function checkCount<T>(
  transactItems: readonly T[] | undefined,
): asserts transactItems is readonly T[] {
  const problem = countProblem(transactItems?.length);
  if (problem) {
    throw invalid(
      `1 validation error detected: Value ${transactItems ? `'[${transactItems.length} items]'` : "null"} at 'transactItems' failed to satisfy constraint: ${problem}`,
    );
  }
}

function countProblem(count: number | undefined): string | undefined {
  if (count === undefined) return "Member must not be null";
  if (count < 1) return "Member must have length greater than or equal to 1";
  if (count > maxTransactItems) {
    return `Member must have length less than or equal to ${maxTransactItems}`;
  }
  return undefined;
}

function missing(index: number, path: string): AwsError {
  return invalid(
    `1 validation error detected: Value null at 'transactItems.${index + 1}.member.${path}' failed to satisfy constraint: Member must not be null`,
  );
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The item or the key a step is about. */
export function itemKey({ Item: item, Key: key }: StepRequest): Item {
  return item ?? key ?? {};
}

/** @throws AwsError when a table is not there, or an item is touched twice */
export function refuseDuplicates(
  tables: Tables,
  steps: readonly { readonly request: StepRequest }[],
): void {
  const seen = new Set<string>();
  for (const { request } of steps) {
    const table = tables.find(request.TableName)?.description;
    if (!table) throw notFound("Requested resource not found");
    const names = table.KeySchema.map(({ AttributeName }) => AttributeName);
    const id = `${request.TableName} ${canonical(pick(itemKey(request), names))}`;
    if (seen.has(id)) {
      throw invalid("Transaction request cannot include multiple operations on one item");
    }
    seen.add(id);
  }
}
