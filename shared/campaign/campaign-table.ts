import {
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  type QueryCommandInput,
} from "@aws-sdk/lib-dynamodb";
import * as z from "zod";
import { type EmployeeId, employeeId } from "#shared/employee/employee.ts";
import { epochSeconds } from "#shared/runtime/clock.ts";
import { type TransactionStep, unlessConditionFails } from "#shared/runtime/conditional-write.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { digestText } from "#shared/runtime/ids.ts";
import { queryAll } from "#shared/runtime/query-from-table.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import {
  type Campaign,
  type CampaignAnswer,
  type CampaignId,
  campaign,
  campaignAnswer,
} from "./campaign.ts";
import type { Campaigns } from "./campaigns.ts";

const campaignItem = storedItem({ name: "campaign", schema: campaign });
const answerItem = storedItem({ name: "campaign-answer", schema: campaignAnswer });
const peopleItem = storedItem({
  name: "campaign-people",
  schema: z.object({
    ids: z.array(employeeId),
    /** A digest of what they are asked for; absent before decision 0097. */
    said: z.string().exactOptional(),
  }),
});
type PeopleOf = Readonly<{ ids: readonly EmployeeId[]; said: string }>;

/** What a reading names, so that a right can be for campaigns without their people (infra/resources/campaign-table.ts). */
const attributes = [...Object.keys(campaign.shape), "schemaVersion"];
const ofCampaign = {
  ProjectionExpression: attributes.map((name) => `#${name}`).join(", "),
  ExpressionAttributeNames: Object.fromEntries(attributes.map((name) => [`#${name}`, name])),
};

/** A campaign goes a year after its end, with its people and their answers: by then its figures have been reported. */
const keptSeconds = 365 * 86_400;

/**
 * Campaigns in DynamoDB: one partition has the campaign, its people in one item (5,000 are 155 KB, of 400 KB that it may have: «Constraints in Amazon DynamoDB»), and an item for each answer. Sparse indexes list
 * an agency's campaigns, and those that have not ended. The forms are in the same table (campaign-form-table.ts).
 */
export class CampaignTable implements Campaigns {
  protected readonly db: DynamoDBDocumentClient;
  protected readonly tableName: string;

  constructor(db: DynamoDBDocumentClient, tableName: string) {
    this.db = db;
    this.tableName = tableName;
  }

  async find(id: CampaignId): Promise<Campaign | undefined> {
    const Key = { id, part: "campaign" };
    const { Item } = await this.db.send(
      new GetCommand({ TableName: this.tableName, Key, ConsistentRead: true, ...ofCampaign }),
    );
    return Item && campaignItem.parse(Item);
  }

  async of(instansiId: string, limit: number): Promise<Campaign[]> {
    return await this.#campaigns({
      IndexName: "by-agency",
      KeyConditionExpression: "instansiId = :agency",
      ExpressionAttributeValues: { ":agency": instansiId },
      ScanIndexForward: false,
      Limit: limit,
    });
  }

  async running(now: Date, limit: number): Promise<Campaign[]> {
    return await this.#campaigns({
      IndexName: "by-end",
      KeyConditionExpression: "listed = :all AND endsAt > :now",
      FilterExpression: "startsAt <= :now",
      ExpressionAttributeValues: { ":all": "campaign", ":now": now.toISOString() },
      Limit: limit,
    });
  }

  /** Two writes, because the right to them ends at keys (decision 0097): the people, of whom the first list stands, and what they are asked for. */
  async open(opened: Campaign, people: readonly EmployeeId[]): Promise<Campaign> {
    const { title, group, firstDay, lastDay } = opened;
    const said = digestText([title, group, firstDay, lastDay]);
    const ids = await this.#listed(opened, { ids: people.toSorted(), said });
    const stands = { ...opened, people: ids.length };
    if (await this.#putNew(itemOf(stands))) return stands;
    throw new Conflict("campaign-changed");
  }

  /** @returns the list that stands. @throws Conflict `request-mismatch` when it is of something else */
  async #listed({ id, endsAt }: Campaign, list: PeopleOf): Promise<readonly EmployeeId[]> {
    const Key = { id, part: "people#00000" };
    const kept = {
      type: "campaign-people",
      ...peopleItem.version,
      expiresAt: expiryOf({ endsAt }),
    };
    if (await this.#putNew({ ...Key, ...kept, ...list })) return list.ids;
    const { Item } = await this.db.send(
      new GetCommand({ TableName: this.tableName, Key, ConsistentRead: true }),
    );
    const first = Item && peopleItem.parse(Item);
    if (first?.said === list.said) return first.ids;
    throw new Conflict("request-mismatch");
  }

  async #putNew(Item: Record<string, unknown>): Promise<boolean> {
    const ConditionExpression = "attribute_not_exists(id)";
    const put = new PutCommand({ TableName: this.tableName, Item, ConditionExpression });
    return await unlessConditionFails(this.db.send(put));
  }

  async save(seen: Campaign, after: Campaign): Promise<void> {
    const isSaved = await unlessConditionFails(
      this.db.send(
        new PutCommand({
          TableName: this.tableName,
          Item: itemOf(after),
          // What comes in meanwhile is counted in `unmatched`, which a save must not take back.
          ConditionExpression: "version = :seen AND unmatched = :counted",
          ExpressionAttributeValues: { ":seen": seen.version, ":counted": seen.unmatched },
        }),
      ),
    );
    if (!isSaved) throw new Conflict("campaign-changed");
  }

  async peopleOf(id: CampaignId): Promise<EmployeeId[]> {
    const items = await this.#parts(id, "people#");
    return items.flatMap((item) => peopleItem.parse(item).ids);
  }

  async answersOf(id: CampaignId, person?: EmployeeId): Promise<CampaignAnswer[]> {
    const items = await this.#parts(id, person === undefined ? "answer#" : `answer#${person}#`);
    return readable(answerItem, items, () => ({ campaignId: id }));
  }

  /** The write of an answer, once. */
  protected answering({ requestId, ...answer }: CampaignAnswer): TransactionStep {
    const Item = {
      ...{ ...answer, ...answerItem.version, id: answer.campaignId, type: "campaign-answer" },
      ...(requestId && { requestId }),
      part: `answer#${answer.person}#${requestId ?? "same"}`,
      expiresAt: epochSeconds(new Date(answer.sentAt)) + keptSeconds,
    };
    return { write: { Put: { TableName: this.tableName, Item } }, taken: "request-moved" };
  }

  async #campaigns(
    query: Omit<QueryCommandInput, "TableName"> & { readonly Limit: number },
  ): Promise<Campaign[]> {
    const items = await queryAll(this.db, { TableName: this.tableName, ...query });
    return readable(campaignItem, items, ({ id }) => ({ campaignId: id }));
  }

  async #parts(id: CampaignId, beginning: string): Promise<Record<string, unknown>[]> {
    return await queryAll(this.db, {
      TableName: this.tableName,
      KeyConditionExpression: "id = :id AND begins_with(part, :beginning)",
      ExpressionAttributeValues: { ":id": id, ":beginning": beginning },
      ConsistentRead: true,
    });
  }
}

function itemOf(kept: Campaign): Record<string, unknown> {
  const about = { part: "campaign", type: "campaign", listed: "campaign" };
  return { ...kept, ...campaignItem.version, ...about, expiresAt: expiryOf(kept) };
}

function expiryOf({ endsAt }: Pick<Campaign, "endsAt">): number {
  return epochSeconds(new Date(endsAt)) + keptSeconds;
}
