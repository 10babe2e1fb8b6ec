import { type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { stillAt, type TransactionStep, writeTogether } from "#shared/runtime/conditional-write.ts";
import { queryAll } from "#shared/runtime/query-from-table.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import { type LearningEntry, learningEntry, numberKeyOf } from "./learning-ledger.ts";
import type { OfferId } from "./training-offer.ts";
import {
  type SessionSheet,
  sessionSheet,
  type TrainingResult,
  trainingResult,
} from "./training-result.ts";
import type {
  CertificateChange,
  CertificateSeries,
  WritableTrainingResults,
} from "./training-results.ts";

const sheetItem = storedItem({ name: "training-sheet", schema: sessionSheet });
const resultItem = storedItem({ name: "training-result", schema: trainingResult });
const learntItem = storedItem({ name: "training-learnt", schema: learningEntry });
const numberItem = storedItem({
  name: "training-numbers",
  schema: z.object({ revision: z.int().min(1) }),
});

/** They lie in the agency table beside their offer, under kinds of their own. */
const sheetKind = (offer: OfferId) => `training-sheets#${offer}`;
const resultKind = (offer: OfferId) => `training-results#${offer}`;
const learntKind = (person: EmployeeId) => `learnt#${person}`;
const numberKey = ({ instansiId, year }: CertificateSeries) => ({
  ...{ kind: `training-numbers#${instansiId}`, id: String(year) },
});

interface JoinedChange extends CertificateChange {
  readonly others?: readonly TransactionStep[];
}

/** Attendance, results, certificates and what people have learnt in DynamoDB. */
export class TrainingResultTable implements WritableTrainingResults {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #audit: Pick<AuditTable, "append">;

  /** @param tableName the agency table's */
  constructor(db: DynamoDBDocumentClient, tableName: string, audit: Pick<AuditTable, "append">) {
    this.#db = db;
    this.#tableName = tableName;
    this.#audit = audit;
  }

  async sheets(offer: OfferId): Promise<readonly SessionSheet[]> {
    return readable(sheetItem, await this.#all(sheetKind(offer)), ({ id }) => ({ session: id }));
  }

  async results(offer: OfferId): Promise<readonly TrainingResult[]> {
    return readable(resultItem, await this.#all(resultKind(offer)), () => ({ offerId: offer }));
  }

  async result(offer: OfferId, person: EmployeeId): Promise<TrainingResult | undefined> {
    const item = await this.#get({ kind: resultKind(offer), id: person });
    return item && resultItem.parse(item);
  }

  async learnt(person: EmployeeId): Promise<readonly LearningEntry[]> {
    return readable(learntItem, await this.#all(learntKind(person)), () => ({ person }));
  }

  async lastNumber(series: CertificateSeries): Promise<number> {
    const item = await this.#get(numberKey(series));
    return item ? numberItem.parse(item).revision : 0;
  }

  counting(person: EmployeeId, learnt: LearningEntry): TransactionStep {
    const put = { ...this.#learning(person, learnt), ...stillAt(0, "id") };
    return { write: { Put: put }, taken: "request-outdated" };
  }

  async saveSheet(offer: OfferId, sheet: SessionSheet, entry: AuditEntry): Promise<void> {
    const key = { kind: sheetKind(offer), id: String(sheet.session) };
    const item = { ...sheet, ...sheetItem.version, type: "training-sheet", ...key };
    await writeTogether(this.#db, [this.#put(item, sheet.revision - 1), this.#line(entry)]);
  }

  async saveResult(result: TrainingResult, entry: AuditEntry, more?: JoinedChange): Promise<void> {
    const key = { kind: resultKind(result.offer), id: result.person };
    const item = { ...result, ...resultItem.version, type: "training-result", ...key };
    await writeTogether(this.#db, [
      this.#put(item, result.revision - 1),
      this.#line(entry),
      ...(more ? this.#certificate(more) : []),
    ]);
  }

  #certificate({ learner, learnt, number, others = [] }: JoinedChange): TransactionStep[] {
    const given = number && {
      ...{ ...numberItem.version, type: "training-numbers", ...numberKey(number) },
      revision: number.next,
    };
    return [
      { write: { Put: this.#learning(learner, learnt) }, taken: "record-changed" },
      ...(given
        ? [{ ...this.#put(given, given.revision - 1), taken: "decision-raced" as const }]
        : []),
      ...others,
    ];
  }

  #learning(person: EmployeeId, learnt: LearningEntry) {
    const id = `${learnt.endedOn.slice(0, 4)}#${numberKeyOf(learnt.number)}`;
    const key = { kind: learntKind(person), id };
    const Item = { ...learnt, ...learntItem.version, type: "training-learnt", ...key };
    return { TableName: this.#tableName, Item };
  }

  #put(Item: Record<string, unknown>, before: number): TransactionStep {
    const put = { TableName: this.#tableName, Item, ...stillAt(before, "id") };
    return { write: { Put: put }, taken: "record-changed" };
  }

  #line(entry: AuditEntry): TransactionStep {
    return { write: this.#audit.append(entry), taken: "record-changed" };
  }

  #all(kind: string): Promise<readonly Record<string, unknown>[]> {
    return queryAll(this.#db, {
      TableName: this.#tableName,
      KeyConditionExpression: "kind = :kind",
      ExpressionAttributeValues: { ":kind": kind },
      ConsistentRead: true,
    });
  }

  async #get(Key: Record<string, string>): Promise<Record<string, unknown> | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key, ConsistentRead: true }),
    );
    return Item;
  }
}
