import {
  type DynamoDBDocumentClient,
  GetCommand,
  paginateQuery,
  QueryCommand,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import {
  type TransactionItem,
  type TransactionStep,
  writeTogether,
} from "#shared/runtime/conditional-write.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { readable } from "#shared/runtime/stored-item.ts";
import {
  isKeyTooLong,
  keyOf,
  namesOf,
  type OrgUnit,
  type OrgUnitId,
  orgUnitId,
} from "./org-unit.ts";
import type { Claim, OrgUnits, TreeChange, UnitPage } from "./org-units.ts";
import { nameId, placeOf, treeId, treeItem, unitItem, unitNameItem } from "./unit-item.ts";

const cursor = z.object({ key: z.string().regex(/^[a-z0-9 ]{0,1000}$/), id: orgUnitId });

/** The trees in DynamoDB: an agency is a partition with its units, one item for each name, and the tree's revision. */
export class UnitTable implements OrgUnits {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.#db = db;
    this.#tableName = tableName;
  }

  async find(instansiId: string, id: OrgUnitId): Promise<OrgUnit | undefined> {
    const item = await this.#get(instansiId, id);
    return item && unitItem.parse(item);
  }

  async findByName(instansiId: string, name: string): Promise<OrgUnit | undefined> {
    const marker = await this.#marker(instansiId, name);
    return marker && marker.spellings.length > 0 ? this.find(instansiId, marker.unitId) : undefined;
  }

  async ownerOf(instansiId: string, name: string): Promise<OrgUnitId | undefined> {
    return (await this.#marker(instansiId, name))?.unitId;
  }

  async #marker(instansiId: string, name: string) {
    if (isKeyTooLong(keyOf(name))) return undefined;
    const item = await this.#get(instansiId, nameId(name));
    return item && unitNameItem.parse(item);
  }

  async treeRevision(instansiId: string): Promise<number> {
    const item = await this.#get(instansiId, treeId);
    return item ? treeItem.parse(item).treeRevision : 0;
  }

  /** The index follows the table. */
  async children(
    of: { readonly instansiId: string; readonly parent: OrgUnitId | undefined },
    { limit, from }: { readonly limit: number; readonly from?: string | undefined },
  ): Promise<UnitPage> {
    const place = placeOf(of);
    const start = from === undefined ? undefined : placeFrom(from);
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        IndexName: "by-parent",
        KeyConditionExpression: "placedIn = :place",
        ExpressionAttributeValues: { ":place": place },
        Limit: limit,
        ...(start && {
          ExclusiveStartKey: {
            placedIn: place,
            nameKey: start.key,
            instansiId: of.instansiId,
            id: start.id,
          },
        }),
      }),
    );
    const last = LastEvaluatedKey;
    return {
      items: readable(unitItem, Items, ({ id }) => ({ unitId: id })),
      next: last && JSON.stringify({ key: last.nameKey, id: last.id }),
    };
  }

  async *all(instansiId: string): AsyncGenerator<OrgUnit> {
    for await (const items of this.#beginning(instansiId, "unt_"))
      yield* readable(unitItem, items, ({ id }) => ({ unitId: id }));
  }

  async namesFrom(query: {
    readonly instansiId: string;
    readonly begin: string;
    readonly limit: number;
  }): Promise<string[]> {
    if (isKeyTooLong(keyOf(query.begin))) return [];
    const names: string[] = [];
    for await (const items of this.#beginning(query.instansiId, nameId(query.begin), query.limit)) {
      const found = readable(unitNameItem, items, ({ instansiId }) => ({ instansiId }));
      names.push(...found.flatMap(({ spellings }) => spellings));
      if (names.length >= query.limit) break;
    }
    return names.slice(0, query.limit);
  }

  changing(change: TreeChange): readonly TransactionStep[] {
    const { instansiId, seen, saved, removed, claimed, freed } = change;
    const TableName = this.#tableName;
    const tree = {
      Put: {
        TableName,
        Item: { instansiId, id: treeId, ...treeItem.version, treeRevision: seen + 1 },
        ConditionExpression: seen === 0 ? "attribute_not_exists(id)" : "treeRevision = :seen",
        ...(seen > 0 && { ExpressionAttributeValues: { ":seen": seen } }),
      },
    };
    const gone = [...removed.map(({ id }) => id), ...new Set(freed.map(nameId))];
    return [
      { write: tree, taken: "decision-raced" },
      ...saved.map(
        (unit): TransactionStep => ({ write: putUnit(TableName, unit), taken: "decision-raced" }),
      ),
      ...gone.map(
        (id): TransactionStep => ({
          write: { Delete: { TableName, Key: { instansiId, id } } },
          taken: "decision-raced",
        }),
      ),
      ...once(claimed).map(
        (claim): TransactionStep => ({
          write: putName(TableName, claim),
          taken: "unit-name-taken",
        }),
      ),
    ];
  }

  async write(change: TreeChange): Promise<void> {
    const [first, ...rest] = this.changing(change);
    if (first) await writeTogether(this.#db, [first, ...rest]);
  }

  async *#beginning(
    instansiId: string,
    begin: string,
    pageSize?: number,
  ): AsyncGenerator<Record<string, unknown>[]> {
    const pages = paginateQuery(
      { client: this.#db, ...(pageSize !== undefined && { pageSize }) },
      {
        TableName: this.#tableName,
        KeyConditionExpression: "instansiId = :instansi AND begins_with(id, :begin)",
        ExpressionAttributeValues: { ":instansi": instansiId, ":begin": begin },
      },
    );
    for await (const { Items = [] } of pages) yield Items;
  }

  async #get(instansiId: string, id: string): Promise<Record<string, unknown> | undefined> {
    const Key = { instansiId, id };
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key, ConsistentRead: true }),
    );
    return Item;
  }
}

/** Of several spellings of one name one, because a transaction writes an item once. */
function once(claims: readonly Claim[]): Claim[] {
  return [...new Map(claims.map((claim) => [keyOf(claim.name), claim])).values()];
}

/** @throws InvalidInput on a cursor that no page gave */
function placeFrom(from: string): z.infer<typeof cursor> {
  const read = z.string().transform(jsonOf).pipe(cursor).safeParse(from);
  if (!read.success) throw new InvalidInput({ field: "cursor", code: "malformed" });
  return read.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Writes a unit's next revision, or a new one. */
export function putUnit(TableName: string, unit: OrgUnit): TransactionItem {
  const attributes = { type: "unit", placedIn: placeOf(unit), nameKey: keyOf(unit.name) };
  const isNew = unit.revision === 1;
  return {
    Put: {
      TableName,
      Item: { ...unit, ...unitItem.version, ...attributes },
      ConditionExpression: isNew ? "attribute_not_exists(id)" : "revision = :before",
      ...(!isNew && { ExpressionAttributeValues: { ":before": unit.revision - 1 } }),
    },
  };
}

/** Lets a name lead to the unit, if it is free, a former one, this unit's already, or that of the unit that leaves it. */
export function putName(TableName: string, { unit, name, from }: Claim): TransactionItem {
  const spellings = namesOf(unit).filter((each) => keyOf(each) === keyOf(name));
  const { instansiId, id: unitId } = unit;
  return {
    Put: {
      TableName,
      Item: {
        ...{ instansiId, id: nameId(name), ...unitNameItem.version, type: "name" },
        ...{ unitId, spellings },
      },
      ConditionExpression:
        "attribute_not_exists(id) OR unitId IN (:own, :from) OR spellings = :none",
      ExpressionAttributeValues: { ":own": unitId, ":from": from ?? unitId, ":none": [] },
    },
  };
}
