import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { ReportTable } from "#shared/captcha/report-table.ts";
import {
  type SuspectedCard,
  type SuspectedCards,
  suspectedCardItem,
  suspicionId,
  untakenCards,
} from "./suspected-card.ts";

/** Reports of suspicious cards in DynamoDB. */
export class SuspectedCardTable extends ReportTable<SuspectedCard> implements SuspectedCards {
  /** @param tableName the captcha table's */
  constructor(db: DynamoDBDocumentClient, tableName: string) {
    super(db, tableName, { item: suspectedCardItem, untaken: untakenCards, idOf: suspicionId });
  }
}
