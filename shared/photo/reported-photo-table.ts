import type { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { ReportTable } from "#shared/captcha/report-table.ts";
import {
  type ReportedPhoto,
  type ReportedPhotos,
  reportedPhotoItem,
  reportId,
  untaken,
} from "./reported-photo.ts";

/** Reports of photos in DynamoDB. */
export class ReportedPhotoTable extends ReportTable<ReportedPhoto> implements ReportedPhotos {
  /** @param tableName the captcha table's */
  constructor(db: DynamoDBDocumentClient, tableName: string) {
    super(db, tableName, { item: reportedPhotoItem, untaken, idOf: reportId });
  }
}
