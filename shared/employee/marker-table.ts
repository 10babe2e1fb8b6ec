import { type DynamoDBDocumentClient, GetCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { batchGet } from "#shared/runtime/batch-from-table.ts";
import type { ErrorCode } from "#shared/runtime/codes.ts";
import type { TransactionStep } from "#shared/runtime/conditional-write.ts";
import { storedItem } from "#shared/runtime/stored-item.ts";
import { isSameMailbox, mailboxOf } from "./email.ts";
import { type Employee, type EmployeeId, employeeId } from "./employee.ts";
import type { Nip } from "./nip.ts";
import type { Joining } from "./revision.ts";

/** Whose number or address it is. */
const markerItem = storedItem({
  name: "record-marker",
  schema: z.object({ employeeId }),
});

const nipKey = (nip: string) => `nip#${nip}`;
const emailKey = (email: string) => `email#${mailboxOf(email)}`;
/** Who has no address has no marker of one. */
const emailKeyOf = ({ email }: Marked) => email && emailKey(email);

/** What makes a NIP and an e-mail unique, and leads from a NIP to the record. A former NIP leads there too, for good. */
export interface Markers {
  /** Whose number this is or was (strongly consistent read). */
  idOf(nip: Nip): Promise<EmployeeId | undefined>;
  /** Whose address this is now (strongly consistent read). */
  idOfEmail(email: string): Promise<EmployeeId | undefined>;
  /** As idOf, of many: one request for a hundred. */
  idsOf(nips: readonly Nip[]): Promise<ReadonlyMap<Nip, EmployeeId>>;
  /** As idOfEmail, of many, by mailbox (`mailboxOf`). */
  idsOfEmails(emails: readonly string[]): Promise<ReadonlyMap<string, EmployeeId>>;
  /**
   * The writes that go into the transaction of a save: new markers are made; that of an old address is deleted, that of an old
   * number stays.
   * @param before undefined to write all of them
   */
  moves(before: Marked | undefined, after: Marked): TransactionStep[];
  /** The writes for two records that are joined: the numbers of the one lead to the other, which may take its address. */
  joins(joining: Joining): TransactionStep[];
}

type Marked = Pick<Employee, "id" | "nip" | "formerNips" | "email" | "joinedInto">;

/**
 * The markers in DynamoDB, in a table of their own: of all that a save writes only they are deleted, so nobody needs a right to
 * delete on the table of the records (decision 0029).
 */
export class MarkerTable implements Markers {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  idOf(nip: Nip): Promise<EmployeeId | undefined> {
    return this.#read(nipKey(nip));
  }

  idOfEmail(email: string): Promise<EmployeeId | undefined> {
    return this.#read(emailKey(email));
  }

  idsOf(nips: readonly Nip[]): Promise<ReadonlyMap<Nip, EmployeeId>> {
    return this.#readAll(nips, nipKey);
  }

  idsOfEmails(emails: readonly string[]): Promise<ReadonlyMap<string, EmployeeId>> {
    return this.#readAll(emails.map(mailboxOf), emailKey);
  }

  async #readAll<Said extends string>(
    all: readonly Said[],
    keyOf: (said: Said) => string,
  ): Promise<ReadonlyMap<Said, EmployeeId>> {
    const keys = all.map((said) => ({ id: keyOf(said) }));
    const items = await batchGet(this.#db, this.#tableName, keys);
    const ids = new Map(items.map((item) => [item.id, markerItem.parse(item).employeeId]));
    return new Map(
      all.flatMap((said): [Said, EmployeeId][] => {
        const id = ids.get(keyOf(said));
        return id === undefined ? [] : [[said, id]];
      }),
    );
  }

  async #read(id: string): Promise<EmployeeId | undefined> {
    const Key = { id };
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key, ConsistentRead: true }),
    );
    return Item && markerItem.parse(Item).employeeId;
  }

  moves(before: Marked | undefined, after: Marked): TransactionStep[] {
    const known = before ? numbersOf(before) : [];
    const added = numbersOf(after).filter((nip) => !known.includes(nip));
    return [
      ...added.flatMap((nip) => this.#move(undefined, nipKey(nip), after.id, "nip-taken")),
      ...this.#move(before && emailKeyOf(before), emailKeyOf(after), after.id, "email-taken"),
    ];
  }

  joins({ survivor, joined }: Joining): TransactionStep[] {
    const { after } = survivor;
    const [was, free, now] = [survivor.before, joined.before, after].map(emailKeyOf);
    const given = new Set([was, free].filter((key) => key !== undefined && key !== now));
    const from = joined.after.id;
    return [
      ...numbersOf(joined.before).map((nip) => this.#put(nipKey(nip), after.id, from)),
      ...[...given].flatMap((key) => (key ? [this.#remove(key)] : [])),
      ...(now && now !== was ? [this.#put(now, after.id, from, "email-taken")] : []),
    ];
  }

  #put(
    id: string,
    employeeId: EmployeeId,
    from: EmployeeId,
    taken: ErrorCode = "record-changed",
  ): TransactionStep {
    const put = {
      TableName: this.#tableName,
      Item: { id, ...markerItem.version, type: "marker", employeeId },
      ConditionExpression: "attribute_not_exists(id) OR employeeId = :from",
      ExpressionAttributeValues: { ":from": from },
    };
    return { write: { Put: put }, taken };
  }

  #remove(id: string): TransactionStep {
    return {
      write: { Delete: { TableName: this.#tableName, Key: { id } } },
      taken: "record-changed",
    };
  }

  #move(
    from: string | undefined,
    to: string | undefined,
    employeeId: EmployeeId,
    taken: ErrorCode,
  ): TransactionStep[] {
    if (from === to) return [];
    // Free, or this person's already: so a repair may write it again.
    return [
      ...(from === undefined ? [] : [this.#remove(from)]),
      ...(to === undefined ? [] : [this.#put(to, employeeId, employeeId, taken)]),
    ];
  }
}

/** The number that somebody has now, and those before. Those of a record that was joined are the survivor's. */
function numbersOf({ nip, formerNips = [], joinedInto }: Marked): Nip[] {
  return joinedInto ? [] : [nip, ...formerNips.map((former) => former.nip)];
}

/** For a function that has no right on the marker table: it finds nobody by NIP, and changes no NIP and no e-mail. */
export const noMarkers: Markers = {
  idOf: async () => {
    throw new Error("This function has no right to look up a NIP.");
  },
  idOfEmail: async () => {
    throw new Error("This function has no right to look up an e-mail.");
  },
  idsOf: async () => {
    throw new Error("This function has no right to look up a NIP.");
  },
  idsOfEmails: async () => {
    throw new Error("This function has no right to look up an e-mail.");
  },
  moves: (before, after) => {
    if (before?.nip === after.nip && isSameMailbox(before.email, after.email)) return [];
    throw new Error("This function has no right to change a NIP or an e-mail.");
  },
  joins: () => {
    throw new Error("This function has no right to change a NIP or an e-mail.");
  },
};
