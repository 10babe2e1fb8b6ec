import { createHash } from "node:crypto";
import { AwsError, type Caller } from "../kernel/service.ts";
import { canonical, type Item, itemSize } from "./attribute-value.ts";
import { type ConsumedCapacity, transactionCapacity } from "./capacity.ts";
import type { Dynamodb } from "./dynamodb.ts";
import type { Writes } from "./item-store.ts";
import { onlyKnown, refuseMetrics } from "./request.ts";
import { invalid } from "./table.ts";
import { itemKey, refuseDuplicates, type Step, stepsOf, type TransactItem } from "./transaction.ts";

interface TransactWriteRequest {
  readonly TransactItems?: readonly TransactItem[];
  readonly ClientRequestToken?: string;
  readonly ReturnConsumedCapacity?: "INDEXES" | "TOTAL" | "NONE";
  readonly ReturnItemCollectionMetrics?: string;
}

interface Reason {
  readonly Code: string;
  readonly Message?: string;
  readonly Item?: Item;
}

/** What one step comes to: its writes, or why it cannot be. */
type Outcome = { readonly reason: Reason } & Writes & { readonly capacity: ConsumedCapacity };

const maxTransactionBytes = 4 * 1024 * 1024;
const fine: Reason = { Code: "None" };
const nothing: Writes = { operations: [], changes: [] };

/** Long: a closure, of which each function fits a screen. */
export function transactWriteItems({ access, context, items, journal, tables, tokens }: Dynamodb) {
  async function run(input: TransactWriteRequest, caller: Caller): Promise<unknown> {
    onlyKnown("TransactWriteItems", input, [
      "TransactItems",
      "ClientRequestToken",
      "ReturnConsumedCapacity",
      "ReturnItemCollectionMetrics",
    ]);
    refuseMetrics("TransactWriteItems", input);
    const { ClientRequestToken: token, ReturnConsumedCapacity: measure, TransactItems } = input;
    if (token !== undefined && !(token.length >= 1 && token.length <= 36)) {
      throw invalid(
        "1 validation error detected: Value at 'clientRequestToken' failed to satisfy constraint: Member must have length less than or equal to 36",
      );
    }
    const requestHash = hashOf(TransactItems);
    const steps = stepsOf(TransactItems);
    for (const { action, request } of steps) {
      access.item(caller, action, request);
    }

    return journal.alone(async () => {
      if (wasUsed(token, requestHash)) return answer(await readCapacities(steps), "Read", measure);
      refuseDuplicates(tables, steps);
      const outcomes: Outcome[] = [];
      for (const step of steps) outcomes.push(await attempt(step));
      cancelUnlessFine(outcomes.map(({ reason }) => reason));
      const writes = {
        operations: outcomes.flatMap(({ operations }) => operations),
        changes: outcomes.flatMap(({ changes }) => changes),
      };
      refuseTooLarge(writes);
      const use = token && { token, requestHash, at: context.clock.millis() };
      await journal.commit(writes, use ? { token: use } : {});
      const used = outcomes.map(({ capacity }) => capacity);
      return answer(used, "Write", measure);
    });
  }

  /** True when the same request was committed under its token within ten minutes. */
  function wasUsed(token: string | undefined, requestHash: string): boolean {
    const use = token === undefined ? undefined : tokens.find(token);
    if (use && use.requestHash !== requestHash) {
      throw new AwsError(
        "IdempotentParameterMismatchException",
        "The request uses the same client token as a previous, but non-identical request. Do not reuse a client token with different requests, unless the requests are identical",
      );
    }
    return use !== undefined;
  }

  async function attempt(step: Step): Promise<Outcome> {
    const request = { ...step.request, ReturnConsumedCapacity: "TOTAL" };
    try {
      const { output, ...writes } = await items.plan<{ ConsumedCapacity: ConsumedCapacity }>(
        step.operation,
        request,
      );
      const capacity = output.ConsumedCapacity;
      return { ...(step.isCheck ? nothing : writes), reason: fine, capacity };
    } catch (error) {
      const capacity = { TableName: step.request.TableName, CapacityUnits: 0 };
      return { ...nothing, reason: await reasonOf(error, step), capacity };
    }
  }

  /** @throws the error when it is of the request as a whole, e.g. of a table that is not there */
  async function reasonOf(error: unknown, { request, onFailure }: Step): Promise<Reason> {
    const code = error instanceof AwsError ? reasonCodes[error.code] : undefined;
    if (!(error instanceof AwsError && code)) throw error;
    const reason = { Code: code, Message: error.message };
    if (code !== "ConditionalCheckFailed" || onFailure !== "ALL_OLD") return reason;
    const old = await items.find(request.TableName, itemKey(request));
    return old ? { ...reason, Item: old } : reason;
  }

  /** A repeated request is answered as a read of what it wrote. */
  async function readCapacities(steps: readonly Step[]): Promise<ConsumedCapacity[]> {
    return Promise.all(
      steps.map(async ({ request }) => {
        const item = await items.find(request.TableName, itemKey(request));
        const units = Math.max(1, Math.ceil(itemSize(item ?? {}) / 4096));
        return { TableName: request.TableName, CapacityUnits: units };
      }),
    );
  }

  return { TransactWriteItems: run };
}

const reasonCodes: Readonly<Record<string, string>> = {
  ConditionalCheckFailedException: "ConditionalCheckFailed",
  ValidationException: "ValidationError",
};

function cancelUnlessFine(reasons: readonly Reason[]): void {
  if (reasons.every(({ Code }) => Code === "None")) return;
  throw new AwsError(
    "TransactionCanceledException",
    `Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.map(({ Code }) => Code).join(", ")}]`,
    { extra: { CancellationReasons: reasons } },
  );
}

function refuseTooLarge({ changes }: Writes): void {
  const bytes = changes.reduce((total, { after }) => total + itemSize(after ?? {}), 0);
  if (bytes > maxTransactionBytes) {
    throw invalid("The aggregate size of the items in the transaction cannot exceed 4 MB");
  }
}

function answer(
  used: readonly ConsumedCapacity[],
  kind: "Read" | "Write",
  measure: TransactWriteRequest["ReturnConsumedCapacity"],
): object {
  if (measure === undefined || measure === "NONE") return {};
  return { ConsumedCapacity: transactionCapacity(used, kind) };
}

function hashOf(request: unknown): string {
  return createHash("sha256").update(canonical(request)).digest("hex");
}
