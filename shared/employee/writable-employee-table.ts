import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import { epochSeconds } from "#shared/runtime/clock.ts";
import {
  type TransactionItem,
  type TransactionStep,
  unchangedStep,
  writeTogether,
} from "#shared/runtime/conditional-write.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { isSameMailbox } from "./email.ts";
import { type Employee, savedDay } from "./employee.ts";
import { nameKey, requestItem, requestKey, toItem } from "./employee-item.ts";
import { EmployeeTable } from "./employee-table.ts";
import type { RequestMark, UnitRegister, WritableEmployees } from "./employees.ts";
import type { Markers } from "./marker-table.ts";
import type { NameLine } from "./name-index.ts";
import { linesBeside } from "./name-lines.ts";
import type { OpenChangeTable } from "./open-change-table.ts";
import { photoNews } from "./photo-review.ts";
import { qrNews } from "./qr-news.ts";
import type { Joining, Revision } from "./revision.ts";

/** A week: how long a repeated request is recognised. */
const requestMemorySeconds = 7 * 86_400;

/** «TransactWriteItems», Amazon DynamoDB API Reference. */
const mostActions = 100;

/**
 * The records, for the few functions that may change them. Every save is one transaction: record, history, the markers
 * that make NIP and e-mail unique, lines of the index by name, idempotency key, and the open change of a card.
 */
export class WritableEmployeeTable extends EmployeeTable implements WritableEmployees {
  readonly #audit: Pick<AuditTable, "chain">;
  readonly #changes: Pick<OpenChangeTable, "open">;
  readonly #units: UnitRegister | undefined;
  /** The newest entries of records as they were written here, for whoever goes on with one without reading it again. */
  readonly #heads = new WeakMap<Employee, string>();

  /** @param joined the tables that a save writes to as well; markers only for the functions that may change a NIP or an e-mail, units for those that may change a unit */
  constructor(
    db: DynamoDBDocumentClient,
    tableName: string,
    joined: {
      readonly audit: Pick<AuditTable, "chain">;
      readonly changes: Pick<OpenChangeTable, "open">;
      readonly markers?: Markers;
      readonly units?: UnitRegister;
    },
  ) {
    super(db, tableName, joined.markers);
    this.#audit = joined.audit;
    this.#changes = joined.changes;
    this.#units = joined.units;
  }

  async add(
    employee: Employee,
    entry: AuditEntry,
    ...others: readonly TransactionStep[]
  ): Promise<void> {
    await this.#units?.join(employee);
    const told = this.#audit.chain(entry, undefined);
    const added = { ...employee, historyDigest: told.head };
    await writeTogether(this.db, [
      {
        write: this.#put(toItem(added, { cardChanged: true, holderTold: false }), isNew),
        taken: "record-changed",
      },
      { write: told.write, taken: "record-changed" },
      ...this.#openChange(employee),
      ...this.markers.moves(undefined, employee),
      ...this.#moveNames(undefined, employee),
      ...others,
    ]);
    this.#heads.set(employee, told.head);
  }

  async save(
    revision: Revision,
    request?: RequestMark,
    ...others: readonly TransactionStep[]
  ): Promise<void> {
    const { before, after } = revision;
    await this.#joinUnit(revision);
    const { first, more, head } = this.#steps(revision);
    await writeTogether(this.db, [
      first,
      ...more,
      ...this.markers.moves(before, after),
      ...others,
      // It is the last step, because the last one that fails names the refusal: a repeated request is told as one, also when the
      // record has changed in between.
      ...(request
        ? [{ write: this.#request(request, after), taken: "request-repeated" } as const]
        : []),
    ]);
    this.#heads.set(after, head);
  }

  unchanged({ id, revision }: Employee): TransactionStep {
    return unchangedStep(this.tableName, { id }, revision);
  }

  async join(joining: Joining, ...others: readonly TransactionStep[]): Promise<void> {
    const { survivor, joined } = joining;
    await this.#joinUnit(survivor);
    const [one, other] = [this.#steps(survivor), this.#steps(joined)];
    const more = [...one.more, other.first, ...other.more, ...this.markers.joins(joining)];
    if (more.length + others.length >= mostActions) throw new Conflict("join-too-long");
    await writeTogether(this.db, [one.first, ...more, ...others]);
    this.#heads.set(survivor.after, one.head);
    this.#heads.set(joined.after, other.head);
  }

  /** What a save writes of one record: itself, its history, its open change and its lines. */
  #steps({ seen, before, after, cardChanged, isUntold, entry }: Revision) {
    const told = this.#audit.chain(entry, this.#headOf(before));
    const isMoved = !isSameMailbox(before.email, after.email);
    const news = photoNews(before, after) ?? qrNews(before, after);
    const isNews = cardChanged || isMoved || news !== undefined;
    const holderTold = !isUntold && isNews;
    const item = toItem({ ...after, historyDigest: told.head }, { cardChanged, holderTold });
    const taken = "record-changed" as const;
    const first: TransactionStep = { write: this.#putOver(item, seen, before), taken };
    const more: readonly TransactionStep[] = [
      { write: told.write, taken },
      ...(cardChanged ? this.#openChange(after) : []),
      ...this.#moveNames(before, after),
    ];
    return { first, more, head: told.head };
  }

  #headOf(employee: Employee): string | undefined {
    return this.#heads.get(employee) ?? employee.historyDigest;
  }

  async #joinUnit({ before, after }: Revision): Promise<void> {
    if (before.unitKerja !== after.unitKerja) await this.#join(after);
    else if (before.instansiId !== after.instansiId) await this.#units?.join(after);
  }

  /** Before the record is saved: a unit without people does no harm, but one that is in no tree would not be found there. */
  async #join(after: Employee): Promise<void> {
    if (!this.#units) throw new Error("This function has no right to change a unit.");
    await this.#units.join(after);
  }

  async list(employee: Employee, today = savedDay(employee)): Promise<void> {
    const listed = { ...employee, historyDigest: this.#headOf(employee) };
    const item = toItem(listed, { cardChanged: false, holderTold: false });
    await writeTogether(this.db, [
      { write: this.#putOver(item, employee.revision, employee), taken: "record-changed" },
      ...this.markers.moves(undefined, employee),
      ...this.#moveNames(undefined, employee, today),
    ]);
  }

  /** Without a photo there is no card to draw. */
  #openChange(after: Employee): TransactionStep[] {
    if (after.photoId === undefined) return [];
    return [{ write: this.#changes.open(after), taken: "record-changed" }];
  }

  /**
   * Writes new lines of the index by name, and empties old ones; usually there are none. An empty line is in no index, and its
   * `expiresAt` has come, so DynamoDB deletes it and no function needs a right to.
   */
  #moveNames(
    before: Employee | undefined,
    after: Employee,
    today = savedDay(after),
  ): TransactionStep[] {
    const lines = linesBeside(after, today);
    const old = before ? linesBeside(before, savedDay(before)) : new Map<string, NameLine>();
    // A tag that came with the days since then may have been listed meanwhile.
    const passed = linesBeside(before ?? after, before ? today : savedDay(after));
    const names = new Set([...lines.keys(), ...old.keys(), ...passed.keys()]);
    // Of the day of the writing: what is five years past when it is written is never deleted («Using time to live», Amazon DynamoDB Developer Guide).
    const expiresAt = epochSeconds(new Date(today));
    return [...names].flatMap((name): TransactionStep[] => {
      const [line, was] = [lines.get(name), old.get(name)];
      if (line && line.listedIn === was?.listedIn && line.listedAs === was.listedAs) return [];
      const item = { id: nameKey(after.id, name), type: "name", ...(line ?? { expiresAt }) };
      return [
        { write: { Put: { TableName: this.tableName, Item: item } }, taken: "record-changed" },
      ];
    });
  }

  /**
   * Over the record that was seen. Its digest is asked for as well: whoever has a record that never came from this table would
   * otherwise begin its chain anew.
   */
  #putOver(item: Record<string, unknown>, seen: number, before: Employee): TransactionItem {
    const historyDigest = this.#headOf(before);
    const isNewest = "revision = :seen";
    return {
      Put: {
        TableName: this.tableName,
        Item: item,
        ConditionExpression:
          historyDigest === undefined
            ? `${isNewest} AND attribute_not_exists(historyDigest)`
            : `${isNewest} AND historyDigest = :head`,
        ExpressionAttributeValues: {
          ":seen": seen,
          ...(historyDigest === undefined ? {} : { ":head": historyDigest }),
        },
      },
    };
  }

  #put(item: Record<string, unknown>, condition: string): TransactionItem {
    return { Put: { TableName: this.tableName, Item: item, ConditionExpression: condition } };
  }

  #request({ id, digest }: RequestMark, after: Employee): TransactionItem {
    const expiresAt = epochSeconds(new Date(after.updatedAt)) + requestMemorySeconds;
    const item = {
      id: requestKey(id),
      digest,
      ...requestItem.version,
      type: "request",
      employeeId: after.id,
      revision: after.revision,
      expiresAt,
    };
    return this.#put(item, isNew);
  }
}

const isNew = "attribute_not_exists(id)";
