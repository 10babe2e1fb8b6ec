import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type TransactionStep, unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import { type LetterId, letterId } from "./letter.ts";
import type { NumberRegisters, RegisterKey } from "./letters.ts";
import { type Register, type Registered, registered } from "./number-register.ts";

/** One of a year's numbers. */
const numberItem = storedItem({ name: "letter-number", schema: registered });
/** The last number of a year's register, and which numbers no letter has yet. */
const counter = z.object({ last: z.int(), given: z.record(letterId, z.int()) });
const counterItem = storedItem({ name: "letter-counter", schema: counter });

const idOf = ({ instansiId, year }: RegisterKey) => `register#${instansiId}#${year}`;
const keyOfCounter = (of: RegisterKey) => ({ id: idOf(of), part: "counter" });
/** In the order of the numbers, the inserted ones behind theirs. */
const digits = 8;
const partOf = (urut: number, inserted?: number) =>
  [urut, ...(inserted === undefined ? [] : [inserted])]
    .map((each) => String(each).padStart(digits, "0"))
    .join(".");
const isNew = "attribute_not_exists(id)";
const newEntry = { ConditionExpression: isNew };

/** The registers in the table of the letters: a year of an agency is a partition, with the counter and an item for each number. */
export class NumberRegisterTable implements NumberRegisters {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  /**
   * One write raises the counter and notes whose number it is: no crash can lose one. Both sides of a SET see the item as it was before
   * («Update expressions», Amazon DynamoDB Developer Guide), and writes of one item come one after the other.
   */
  async take(of: RegisterKey, letter: LetterId): Promise<number> {
    const update = new UpdateCommand({
      ...{ TableName: this.#tableName, Key: keyOfCounter(of) },
      UpdateExpression: "SET #last = #last + :one, given.#letter = #last + :one",
      ConditionExpression: "attribute_exists(id) AND attribute_not_exists(given.#letter)",
      ExpressionAttributeNames: { "#last": "last", "#letter": letter },
      ExpressionAttributeValues: { ":one": 1 },
    });
    // At most twice: once to begin the year, once more if somebody else did.
    for (let attempt = 0; attempt < 3; attempt += 1) {
      await unlessConditionFails(this.#db.send(update));
      const known = await this.#counter(of);
      const taken = known?.given[letter];
      if (taken !== undefined) return taken;
      if (!known) await this.#begin(of);
    }
    throw new Error("A number was settled while it was taken.");
  }

  async voidTaken(entry: Registered): Promise<void> {
    await unlessConditionFails(this.#db.send(new PutCommand(this.#putOf(entry, newEntry))));
  }

  async settle(of: RegisterKey, letter: LetterId): Promise<void> {
    await this.#db.send(
      new UpdateCommand({
        ...{ TableName: this.#tableName, Key: keyOfCounter(of) },
        UpdateExpression: "REMOVE given.#letter",
        ConditionExpression: "attribute_exists(id)",
        ExpressionAttributeNames: { "#letter": letter },
      }),
    );
  }

  async read(
    of: RegisterKey,
    { from, count }: { readonly from: number; readonly count: number },
  ): Promise<Register> {
    // The counter first: whatever it counts later has an entry, or is not asked for.
    const { last = 0, given = {} } = (await this.#counter(of)) ?? {};
    const values = {
      ":id": idOf(of),
      ":from": partOf(from),
      ":to": `${partOf(from + count - 1)}~`,
    };
    const pages = paginateQuery(
      { client: this.#db },
      {
        ...{ TableName: this.#tableName, ConsistentRead: true },
        KeyConditionExpression: "id = :id AND part BETWEEN :from AND :to",
        ExpressionAttributeValues: values,
      },
    );
    const items = (await Array.fromAsync(pages)).flatMap(({ Items = [] }) => Items);
    return {
      ...{ last, entries: readable(numberItem, items, ({ letter }) => ({ letterId: letter })) },
      given: new Map(Object.entries(given).map(([letter, urut]) => [urut, letterId.parse(letter)])),
    };
  }

  entering(entry: Registered): TransactionStep {
    return this.#put(entry, newEntry);
  }

  moving(entry: Registered): TransactionStep {
    return this.#put(entry, {
      ConditionExpression: "#state = :reserved AND letter = :letter",
      ExpressionAttributeNames: { "#state": "state" },
      ExpressionAttributeValues: { ":reserved": "reserved", ":letter": entry.letter },
    });
  }

  #put(entry: Registered, condition: object): TransactionStep {
    return { write: { Put: this.#putOf(entry, condition) }, taken: "letter-changed" };
  }

  #putOf(entry: Registered, condition: object) {
    const key = { id: idOf(entry), part: partOf(entry.urut, entry.inserted) };
    const Item = { ...entry, ...numberItem.version, ...key, type: "letter-number" };
    return { TableName: this.#tableName, Item, ...condition };
  }

  async #counter(of: RegisterKey): Promise<z.infer<typeof counter> | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({
        TableName: this.#tableName,
        Key: keyOfCounter(of),
        ConsistentRead: true,
      }),
    );
    return Item && counterItem.parse(Item);
  }

  async #begin(of: RegisterKey): Promise<void> {
    const Item = {
      ...{ ...keyOfCounter(of), ...counterItem.version, type: "letter-counter" },
      ...{ last: 0, given: {} },
    };
    await unlessConditionFails(
      this.#db.send(
        new PutCommand({ TableName: this.#tableName, Item, ConditionExpression: isNew }),
      ),
    );
  }
}
