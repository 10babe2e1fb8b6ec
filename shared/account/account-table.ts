import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { type AttributeUpdate, updateExpression } from "#shared/runtime/attribute-update.ts";
import type { ErrorCode } from "#shared/runtime/codes.ts";
import { type TransactionStep, unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import type { Id } from "#shared/runtime/ids.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import {
  type AccountPlace,
  asSeen,
  isMissing,
  isThere,
  move,
  nextHints,
  remindedOnce,
  restart,
  storedCodes,
  whenActivated,
  withoutAuthenticator,
  withoutFactor,
} from "./account-item.ts";
import { AccountListTable } from "./account-list-table.ts";
import {
  type AccountOwner,
  type AccountRecord,
  type AccountRecords,
  type AccountSummary,
  accountRecord,
  accountSummary,
  type ClockHints,
  type FrozenCopy,
  listOf,
  type MfaReset,
  type NewAuthenticator,
} from "./account-record.ts";
import type { RecoveryHashes } from "./recovery-code.ts";
import type { Reminder } from "./reminders.ts";

const accountItem = storedItem({ name: "account-record", schema: accountRecord });

/** Of two changes of an account at the same moment one is made again. */
const tries = 5;

type Change = AttributeUpdate["set"];

/** One item for each account, by its employee's id. Each method changes only its own attributes: permissions end at them. */
export class AccountTable extends AccountListTable implements AccountRecords {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    super(db, tableName);
    this.#db = db;
    this.#tableName = tableName;
  }

  adding({ id, instansiId }: AccountOwner, at: Date): TransactionStep {
    const state = "not-activated";
    const listing = { listed: listOf(instansiId, { state }), listedSince: at.toISOString() };
    const set = { ...accountItem.version, instansiId, state, ...listing };
    return this.#step(id, { set, condition: isMissing }, "record-changed");
  }

  async find(id: Id<"emp">): Promise<AccountRecord | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ ...this.#item(id), ConsistentRead: true }),
    );
    return Item && accountItem.parse(Item);
  }

  async summary(id: Id<"emp">): Promise<AccountSummary | undefined> {
    const names = [...keysOf(accountSummary.shape), "schemaVersion"];
    const { Item } = await this.#db.send(
      new GetCommand({
        ...this.#item(id),
        ConsistentRead: true,
        ProjectionExpression: names.map((name) => `#${name}`).join(", "),
        ExpressionAttributeNames: Object.fromEntries(names.map((name) => [`#${name}`, name])),
      }),
    );
    return Item && accountItem.parse(Item);
  }

  async activate(owner: AccountOwner, at: Date): Promise<void> {
    await this.#move(owner, at, whenActivated, withoutAuthenticator);
  }

  restarting({ id, instansiId }: AccountOwner, seen: AccountSummary, at: Date): TransactionStep {
    return this.#step(id, restart(instansiId, seen, at), "decision-raced");
  }

  moving({ id, instansiId }: AccountOwner, seen: AccountSummary, at: Date): TransactionStep {
    return this.#step(id, move(instansiId, seen, at), "decision-raced");
  }

  /** The part of a reminder's transaction that makes it one a week, and one of each run (`Reminders`). */
  reminding(reminder: Reminder): TransactionStep {
    return this.#step(reminder.id, remindedOnce(reminder), "request-repeated");
  }

  async register(owner: AccountOwner, authenticator: NewAuthenticator): Promise<void> {
    const { sealedKey, deviceName, recoveryCodes, at } = authenticator;
    await this.#move(owner, at, (seen) => ({ state: "ready", frozen: seen?.frozen }), {
      ...withoutAuthenticator,
      ...storedCodes(recoveryCodes),
      authenticatorKey: sealedKey,
      deviceName,
      registeredAt: at.toISOString(),
    });
  }

  async confirmReady(owner: AccountOwner, at: Date): Promise<void> {
    await this.#move(owner, at, (seen) =>
      seen?.state === "ready" ? undefined : { state: "ready", frozen: seen?.frozen },
    );
  }

  async dropAuthenticator(owner: AccountOwner, at: Date): Promise<void> {
    await this.#move(owner, at, withoutFactor, withoutAuthenticator);
  }

  async markFrozen(owner: AccountOwner, frozen: FrozenCopy | undefined, at: Date): Promise<void> {
    await this.#move(owner, at, (seen) => seen && { state: seen.state, frozen });
  }

  useStep(id: Id<"emp">, step: number): Promise<boolean> {
    return this.#change(id, {
      set: { usedStep: step },
      condition: `${isThere} AND (attribute_not_exists(#usedStep) OR #usedStep < :step)`,
      values: { ":step": step },
    });
  }

  noteHint(id: Id<"emp">, hints: ClockHints): Promise<boolean> {
    return this.#change(id, nextHints(hints));
  }

  async replaceRecoveryCodes(id: Id<"emp">, codes: RecoveryHashes): Promise<void> {
    if (!(await this.#change(id, { set: storedCodes(codes), condition: isThere })))
      throw new Error("There is no such account.");
  }

  async useRecoveryCode(id: Id<"emp">, hash: string): Promise<boolean> {
    return await unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          ...this.#item(id),
          UpdateExpression: "REMOVE recoveryCodes.hashes.#hash ADD recoveryCodesLeft :less",
          ConditionExpression: "attribute_exists(recoveryCodes.hashes.#hash)",
          ExpressionAttributeNames: { "#hash": hash },
          ExpressionAttributeValues: { ":less": -1 },
        }),
      ),
    );
  }

  askingMfaReset(id: Id<"emp">, mfaReset: Pick<MfaReset, "id">): TransactionStep {
    const isUndecided = `${isThere} AND attribute_not_exists(#mfaReset.decidedAt)`;
    return this.#step(id, { set: { mfaReset }, condition: isUndecided }, "mfa-reset-pending");
  }

  decidingMfaReset(id: Id<"emp">, mfaReset: MfaReset): TransactionStep {
    const condition = "#mfaReset.id = :asked AND attribute_not_exists(#mfaReset.decidedAt)";
    const update = { set: { mfaReset }, condition, values: { ":asked": mfaReset.id } };
    return this.#step(id, update, "approval-subject-changed");
  }

  async startMfaReset(id: Id<"emp">, resetId: string, effectiveFrom: string): Promise<void> {
    await unlessConditionFails(
      this.#db.send(
        new UpdateCommand({
          ...this.#item(id),
          UpdateExpression: "SET mfaReset.effectiveFrom = :from",
          ConditionExpression:
            "mfaReset.id = :reset AND attribute_exists(mfaReset.decidedAt) AND attribute_not_exists(mfaReset.effectiveFrom)",
          ExpressionAttributeValues: { ":from": effectiveFrom, ":reset": resetId },
        }),
      ),
    );
  }

  takeMfaReset(id: Id<"emp">, resetId: string): Promise<boolean> {
    return this.#change(id, {
      set: { mfaReset: undefined },
      condition: "#mfaReset.id = :reset",
      values: { ":reset": resetId },
    });
  }

  /**
   * Changes an account's place in the lists, and what changes with it.
   * @param decide undefined when nothing is to change
   * @throws when others keep changing the same account
   */
  async #move(
    { id, instansiId }: AccountOwner,
    at: Date,
    decide: (seen: AccountSummary | undefined) => AccountPlace | undefined,
    others: Change = {},
  ): Promise<void> {
    for (let attempt = 1; attempt <= tries; attempt++) {
      const seen = await this.summary(id);
      const place = decide(seen);
      if (!place) return;
      const listed = listOf(instansiId, place);
      const set = {
        ...others,
        ...accountItem.version,
        instansiId,
        ...place,
        listed,
        listedSince: listed && at.toISOString(),
      };
      if (await this.#change(id, { set, ...asSeen(seen) })) return;
    }
    throw new Error("The account keeps changing.");
  }

  #step(id: Id<"emp">, update: AttributeUpdate, taken: ErrorCode): TransactionStep {
    return { write: { Update: { ...this.#item(id), ...updateExpression(update) } }, taken };
  }

  /** @returns false when the condition fails */
  #change(id: Id<"emp">, update: AttributeUpdate): Promise<boolean> {
    return unlessConditionFails(
      this.#db.send(new UpdateCommand({ ...this.#item(id), ...updateExpression(update) })),
    );
  }

  #item(employeeId: Id<"emp">) {
    return { TableName: this.#tableName, Key: { employeeId } };
  }
}
