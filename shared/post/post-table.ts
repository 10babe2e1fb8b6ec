import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import type { AuditTable } from "#shared/audit/audit-table.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { batchGet } from "#shared/runtime/batch-from-table.ts";
import { stillAt, type TransactionStep, writeTogether } from "#shared/runtime/conditional-write.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { queryAll } from "#shared/runtime/query-from-table.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import {
  actingIn,
  isTitleKey,
  namedIn,
  type Post,
  type PostId,
  post,
  postId,
  titleKeyOf,
} from "./post.ts";
import type { PostPage, WritablePosts } from "./posts.ts";

const postItem = storedItem({ name: "post", schema: post });
/** A title of an agency leads to its post. */
const titleItem = storedItem({ name: "post-title", schema: z.object({ post: postId }) });
/** What the index of people tells: that a post names somebody. */
const personItem = storedItem({ name: "post-person", schema: z.object({ id: postId }) });

const titlesOf = (instansiId: string) => `titles#${instansiId}`;
const keyOfPost = (id: PostId) => ({ id, part: "post" });

/**
 * The posts in DynamoDB: one partition has the post and an item for each person whom it names; another one the titles of an agency, which makes
 * them unique, and lists its posts.
 */
export class PostTable implements WritablePosts {
  readonly #db: DynamoDBDocumentClient;
  readonly #tableName: string;
  readonly #audit: Pick<AuditTable, "append">;

  constructor(db: DynamoDBDocumentClient, tableName: string, audit: Pick<AuditTable, "append">) {
    this.#db = db;
    this.#tableName = tableName;
    this.#audit = audit;
  }

  async find(id: PostId): Promise<Post | undefined> {
    const item = await this.#get(keyOfPost(id));
    return item && postItem.parse(item);
  }

  async findAll(ids: readonly PostId[]): Promise<ReadonlyMap<PostId, Post>> {
    const items = await batchGet(this.#db, this.#tableName, ids.map(keyOfPost));
    const found = readable(postItem, items, ({ id }) => ({ postId: id }));
    return new Map(found.map((each) => [each.id, each]));
  }

  async findByTitle(instansiId: string, title: string): Promise<Post | undefined> {
    const part = titleKeyOf(title);
    // DynamoDB takes no empty key, and none that is so long.
    if (!isTitleKey(part)) return undefined;
    const item = await this.#get({ id: titlesOf(instansiId), part });
    return item && (await this.find(titleItem.parse(item).post));
  }

  async list(
    instansiId: string,
    { limit, from }: { readonly limit: number; readonly from?: string | undefined },
  ): Promise<PostPage> {
    if (from !== undefined && !isTitleKey(from))
      throw new InvalidInput({ field: "cursor", code: "malformed" });
    const id = titlesOf(instansiId);
    const { Items = [], LastEvaluatedKey } = await this.#db.send(
      new QueryCommand({
        TableName: this.#tableName,
        KeyConditionExpression: "id = :id",
        ExpressionAttributeValues: { ":id": id },
        ConsistentRead: true,
        Limit: limit,
        ...(from !== undefined && { ExclusiveStartKey: { id, part: from } }),
      }),
    );
    const titles = readable(titleItem, Items, () => ({ instansiId }));
    const found = await this.findAll(titles.map((each) => each.post));
    return {
      items: titles.flatMap((each) => found.get(each.post) ?? []),
      next: LastEvaluatedKey && String(LastEvaluatedKey.part),
    };
  }

  async actedBy(person: EmployeeId, day: string): Promise<readonly Post[]> {
    const items = await queryAll(this.#db, {
      TableName: this.#tableName,
      IndexName: "by-person",
      KeyConditionExpression: "person = :person",
      ExpressionAttributeValues: { ":person": person },
    });
    const ids = readable(personItem, items, ({ id }) => ({ postId: id })).map(({ id }) => id);
    // The index follows the table: the post itself says who acts in it.
    const found = await this.findAll(ids);
    return [...found.values()].filter((each) => actingIn(each, day)?.person === person);
  }

  unchanged({ id, revision }: Post): TransactionStep {
    const check = {
      ...{ TableName: this.#tableName, Key: keyOfPost(id) },
      ...stillAt(revision, "id"),
    };
    return { write: { ConditionCheck: check }, taken: "decision-raced" };
  }

  async save(
    saved: Post,
    before: Post | undefined,
    entry: AuditEntry,
    ...others: readonly TransactionStep[]
  ): Promise<void> {
    const Item = { ...saved, ...postItem.version, ...keyOfPost(saved.id), type: "post" };
    const put = { TableName: this.#tableName, Item, ...stillAt(saved.revision - 1, "id") };
    const taken = "post-changed";
    await writeTogether(this.#db, [
      { write: { Put: put }, taken },
      { write: this.#audit.append(entry), taken },
      ...this.#people(saved, before),
      ...others,
      ...this.#titles(saved, before),
    ]);
  }

  /** An item for each who is named now, and none for the others. */
  #people(saved: Post, before: Post | undefined): TransactionStep[] {
    const [named, was] = [namedIn(saved), before ? namedIn(before) : []];
    const TableName = this.#tableName;
    const keyOf = (person: EmployeeId) => ({ id: saved.id, part: `person#${person}` });
    const [come, gone] = [
      named.filter((each) => !was.includes(each)),
      was.filter((each) => !named.includes(each)),
    ];
    return [
      ...come.map((person) => ({
        Put: {
          TableName,
          Item: { ...keyOf(person), ...personItem.version, type: "post-person", person },
        },
      })),
      ...gone.map((person) => ({ Delete: { TableName, Key: keyOf(person) } })),
    ].map((write) => ({ write, taken: "post-changed" }));
  }

  #titles(saved: Post, before: Post | undefined): TransactionStep[] {
    const TableName = this.#tableName;
    const keyOf = ({ instansiId, title }: Post) => ({
      id: titlesOf(instansiId),
      part: titleKeyOf(title),
    });
    if (before && titleKeyOf(before.title) === titleKeyOf(saved.title)) return [];
    const put = {
      ...{ TableName, ConditionExpression: "attribute_not_exists(id)" },
      Item: { ...keyOf(saved), ...titleItem.version, type: "post-title", post: saved.id },
    };
    return [
      ...(before ? [{ write: { Delete: { TableName, Key: keyOf(before) } } }] : []),
      { write: { Put: put } },
    ].map(({ write }) => ({ write, taken: "post-title-taken" }));
  }

  async #get(Key: Record<string, string>): Promise<Record<string, unknown> | undefined> {
    const { Item } = await this.#db.send(
      new GetCommand({ TableName: this.#tableName, Key, ConsistentRead: true }),
    );
    return Item;
  }
}
