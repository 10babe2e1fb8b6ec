import {
  GetCommand,
  PutCommand,
  QueryCommand,
  UpdateCommand,
  type UpdateCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { mailedCodeTries } from "#shared/account/mailed-code.ts";
import { epochSeconds } from "#shared/runtime/clock.ts";
import {
  type TransactionStep,
  unlessConditionFails,
  writeTogether,
} from "#shared/runtime/conditional-write.ts";
import { Conflict } from "#shared/runtime/errors.ts";
import { readable, storedItem } from "#shared/runtime/stored-item.ts";
import type { CampaignAnswer } from "./campaign.ts";
import {
  type CampaignForm,
  campaignForm,
  type FormId,
  type FormOutcome,
  unmatchedOutcomes,
} from "./campaign-form.ts";
import { CampaignTable } from "./campaign-table.ts";
import type { CampaignForms } from "./campaigns.ts";

const formItem = storedItem({ name: "campaign-form", schema: campaignForm });

/** A day for one whose code nobody types, and a week for one that was confirmed, in which a failing job is mended. */
const unconfirmedSeconds = 86_400;
const confirmedSeconds = 7 * 86_400;

/** Permissions use the prefix of its key: the public function reads and writes forms and no campaign (infra/resources/campaign-table.ts). */
const keyOf = (id: FormId) => ({ id, part: "form" });

type Change = Pick<
  UpdateCommandInput,
  "UpdateExpression" | "ConditionExpression" | "ExpressionAttributeNames"
> &
  Required<Pick<UpdateCommandInput, "ExpressionAttributeValues">>;

/** The forms of campaigns, in the table of the campaigns. */
export class CampaignFormTable extends CampaignTable implements CampaignForms {
  async add(form: CampaignForm): Promise<void> {
    const expiresAt = epochSeconds(new Date(form.sentAt)) + unconfirmedSeconds;
    const Item = { ...form, ...formItem.version, ...keyOf(form.id), type: "form", expiresAt };
    const isNew = await unlessConditionFails(
      this.db.send(
        new PutCommand({
          ...{ TableName: this.tableName, Item },
          ConditionExpression: "attribute_not_exists(id)",
        }),
      ),
    );
    if (!isNew) throw new Conflict("campaign-changed");
  }

  async findForm(id: FormId): Promise<CampaignForm | undefined> {
    const { Item } = await this.db.send(
      new GetCommand({ TableName: this.tableName, Key: keyOf(id), ConsistentRead: true }),
    );
    return Item && formItem.parse(Item);
  }

  keepCode(id: FormId, { hash, endsAt }: { hash: string; endsAt: string }): Promise<boolean> {
    return this.#change(id, {
      UpdateExpression: "SET #hash = :hash, endsAt = :end",
      ConditionExpression: "attribute_exists(id) AND attribute_not_exists(settled)",
      ExpressionAttributeNames: { "#hash": "hash" },
      ExpressionAttributeValues: { ":hash": hash, ":end": endsAt },
    });
  }

  settle(id: FormId): Promise<boolean> {
    return this.#change(id, {
      UpdateExpression: "SET settled = :true",
      ConditionExpression: "attribute_exists(id)",
      ExpressionAttributeValues: { ":true": true },
    });
  }

  countTry(id: FormId): Promise<boolean> {
    return this.#change(id, {
      UpdateExpression: "ADD tries :one",
      ConditionExpression: "tries < :max AND attribute_not_exists(confirmedAt)",
      ExpressionAttributeValues: { ":one": 1, ":max": mailedCodeTries },
    });
  }

  confirm(id: FormId, at: Date): Promise<boolean> {
    return this.#change(id, {
      UpdateExpression: "SET confirmedAt = :at, toTake = :form, expiresAt = :end",
      ConditionExpression: "attribute_exists(id) AND attribute_not_exists(confirmedAt)",
      ExpressionAttributeValues: {
        ...{ ":at": at.toISOString(), ":form": "form" },
        ":end": epochSeconds(at) + confirmedSeconds,
      },
    });
  }

  postpone(
    id: FormId,
    { until, atMost }: { readonly until: Date; readonly atMost: Date },
  ): Promise<boolean> {
    return this.#change(id, {
      UpdateExpression: "SET confirmedAt = :until, expiresAt = :end",
      ConditionExpression: "toTake = :form",
      ExpressionAttributeValues: {
        ...{ ":until": until.toISOString(), ":form": "form" },
        ":end": epochSeconds(atMost) + confirmedSeconds,
      },
    });
  }

  async untaken(now: Date, limit: number): Promise<CampaignForm[]> {
    const { Items = [] } = await this.db.send(
      new QueryCommand({
        TableName: this.tableName,
        IndexName: "by-confirmed",
        KeyConditionExpression: "toTake = :form AND confirmedAt <= :now",
        ExpressionAttributeValues: { ":form": "form", ":now": now.toISOString() },
        Limit: limit,
      }),
    );
    return readable(formItem, Items, ({ id }) => ({ formId: id }));
  }

  async take(
    { id, campaignId }: CampaignForm,
    { outcome, answer }: { readonly outcome: FormOutcome; readonly answer?: CampaignAnswer },
    ...others: readonly TransactionStep[]
  ): Promise<void> {
    const TableName = this.tableName;
    const taking: TransactionStep = {
      write: {
        Update: {
          ...{ TableName, Key: keyOf(id) },
          UpdateExpression: "SET outcome = :outcome REMOVE toTake",
          ConditionExpression: "toTake = :form",
          ExpressionAttributeValues: { ":outcome": outcome, ":form": "form" },
        },
      },
      taken: "request-moved",
    };
    const counting: TransactionStep = {
      write: {
        Update: {
          ...{ TableName, Key: { id: campaignId, part: "campaign" } },
          UpdateExpression: "ADD unmatched :one",
          ConditionExpression: "attribute_exists(id)",
          ExpressionAttributeValues: { ":one": 1 },
        },
      },
      taken: "request-moved",
    };
    await writeTogether(this.db, [
      taking,
      ...(unmatchedOutcomes.includes(outcome) ? [counting] : []),
      ...(answer ? [this.answering(answer)] : []),
      ...others,
    ]);
  }

  #change(id: FormId, { ExpressionAttributeValues, ...change }: Change): Promise<boolean> {
    return unlessConditionFails(
      this.db.send(
        new UpdateCommand({
          ...{ TableName: this.tableName, Key: keyOf(id), ...change },
          ExpressionAttributeValues,
        }),
      ),
    );
  }
}
