import { randomUUID } from "node:crypto";
import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type EmployeeId, employeeId } from "#shared/employee/employee.ts";
import { type AttributeUpdate, updateExpression } from "#shared/runtime/attribute-update.ts";
import { epochSeconds } from "#shared/runtime/clock.ts";
import { unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { queryAll } from "#shared/runtime/query-from-table.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import { type DrawnPart, type Print, printSchema, toldOf, withDrawn } from "./print.ts";
import type { PrintId } from "./print-id.ts";
import type { PlannedPart, PrintNote, Prints } from "./prints.ts";

const printItem = storedItem({
  name: "print",
  schema: printSchema,
  upcasters: [
    // Prints from before people without a photo were named.
    (item) => ({ lackingIds: [], ...item }),
    // Prints from before there were letters.
    (item) => ({ kind: "cards", activated: 0, ...item }),
    // Prints from before there were parts: one of them, drawn or to be planned.
    (item) => ({
      units: [item.unitKerja],
      parts:
        item.state === "ready" ? [{ people: item.drawn, from: "", to: "", drawn: item.drawn }] : [],
      ...item,
    }),
  ],
});

/** Prints in DynamoDB, a day long: who asked for what, and how far it is. */
export class PrintTable implements Prints {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async add(print: Print, parts?: readonly PlannedPart[]): Promise<void> {
    const expiresAt = epochSeconds(new Date(print.endsAt));
    // Their people are there before it is, so that no print waits without them.
    const planned = parts && { plan: await this.#keepPeople(print, parts), ...toldOf(parts) };
    await unlessConditionFails(
      this.#db.send(
        new PutCommand({
          TableName: this.#tableName,
          Item: { ...print, ...planned, ...printItem.version, expiresAt },
          ConditionExpression: "attribute_not_exists(id)",
        }),
      ),
    );
  }

  async find(id: PrintId): Promise<Print | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key: { id }, ConsistentRead: true }),
    );
    return Item && printItem.parse(Item);
  }

  async ofOfficer(officerId: EmployeeId, now: Date, limit: number): Promise<Print[]> {
    const items = await queryAll(this.#db, {
      TableName: this.#tableName,
      IndexName: "by-officer",
      KeyConditionExpression: "officerId = :officer AND endsAt > :now",
      ExpressionAttributeValues: { ":officer": officerId, ":now": now.toISOString() },
      ScanIndexForward: false,
      Limit: limit,
    });
    return readable(printItem, items, ({ id }) => ({ printId: id }));
  }

  async advance(id: PrintId, progress: PrintNote, now: Date): Promise<boolean> {
    return await this.#change(id, progress, now);
  }

  async plan(print: Print, parts: readonly PlannedPart[], now: Date): Promise<boolean> {
    const plan = await this.#keepPeople(print, parts);
    const isFirst = { condition: `${goesOn} AND attribute_not_exists(#plan)`, values: over };
    return await this.#change(print.id, { plan, ...toldOf(parts) }, now, isFirst);
  }

  /**
   * Two messages of one print may plan it at once: each keeps its people under a name of its own, and one of them is the print's.
   * @returns that name
   */
  async #keepPeople({ id, endsAt }: Print, parts: readonly PlannedPart[]): Promise<string> {
    const plan = randomUUID();
    const expiresAt = epochSeconds(new Date(endsAt));
    await sideBySide([...parts.entries()], async ([place, { ids }]) => {
      const Item = { id: keyOfPart(id, plan, place), ids, expiresAt };
      await this.#db.send(new PutCommand({ TableName: this.#tableName, Item }));
    });
    return plan;
  }

  async peopleOf({ id, plan = "" }: Print, part: number): Promise<readonly EmployeeId[]> {
    const Key = { id: keyOfPart(id, plan, part) };
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key, ConsistentRead: true }),
    );
    return peopleItem.parse(Item).ids;
  }

  async finishPart(
    { id, parts }: Print,
    part: DrawnPart,
    progress: PrintNote,
    now: Date,
  ): Promise<boolean> {
    const place = `#parts[${part.place}]`;
    return await this.#change(id, { ...progress, parts: withDrawn(parts, part) }, now, {
      condition: `${goesOn} AND attribute_exists(${place}) AND attribute_not_exists(${place}.#drawn)`,
      values: over,
    });
  }

  async turn(id: PrintId, state: "stopped" | "waiting", now: Date): Promise<void> {
    const { ":ready": ready } = over;
    await this.#change(id, { state }, now, {
      condition: "attribute_exists(id) AND #state <> :ready",
      values: { ":ready": ready },
    });
  }

  /** @returns false when the condition does not hold: that it goes on, unless said */
  async #change(
    id: PrintId,
    to: Partial<Print>,
    now: Date,
    unless: Pick<AttributeUpdate, "condition" | "values"> = { condition: goesOn, values: over },
  ): Promise<boolean> {
    const set = { ...to, updatedAt: now.toISOString() };
    const update = updateExpression({ set, ...unless });
    return await unlessConditionFails(
      this.#db.send(new UpdateCommand({ TableName: this.#tableName, Key: { id }, ...update })),
    );
  }
}

/** A print that is ready stays so, and one that was stopped. */
const goesOn = "attribute_exists(id) AND #state <> :ready AND #state <> :stopped";
const over = { ":ready": "ready", ":stopped": "stopped" };

/** Who is in a part of a print; nothing else of them. */
const peopleItem = z.object({ ids: z.array(employeeId).readonly() });

const keyOfPart = (id: PrintId, plan: string, place: number) => `${id}#${plan}#${place}`;
