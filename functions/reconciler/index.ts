import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { BulkQueue } from "#shared/bulk/bulk-queue.ts";
import { BulkTable } from "#shared/bulk/bulk-table.ts";
import { RedrawQueue } from "#shared/card/redraw-queue.ts";
import { SignatureTable } from "#shared/card/signature-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { PhotoBucket } from "#shared/photo/photo-bucket.ts";
import { PhotoQueue } from "#shared/photo/photo-queue.ts";
import { PhotoTable } from "#shared/photo/photo-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { patience } from "#shared/runtime/patience.ts";
import { runReconciler } from "./handle.ts";

const config = readConfig(
  z.object({
    OPEN_CHANGE_TABLE: z.string(),
    CARD_TABLE: z.string(),
    PHOTO_TABLE: z.string(),
    PHOTO_BUCKET: z.string(),
    PHOTO_QUEUE: z.string(),
    REDRAW_QUEUE: z.string(),
    BULK_TABLE: z.string(),
    BULK_QUEUE: z.string(),
  }),
);
const db = documentClient();
const sqs = new SQSClient();

export const handler = runReconciler({
  changes: new OpenChangeTable(db, config.OPEN_CHANGE_TABLE),
  signatures: new SignatureTable(db, config.CARD_TABLE),
  uploads: new PhotoBucket(new S3Client(patience), config.PHOTO_BUCKET),
  outcomes: new PhotoTable(db, config.PHOTO_TABLE),
  photoQueue: new PhotoQueue(sqs, config.PHOTO_QUEUE),
  redrawQueue: new RedrawQueue(sqs, config.REDRAW_QUEUE),
  bulks: new BulkTable(db, config.BULK_TABLE),
  bulkSteps: new BulkQueue(sqs, config.BULK_QUEUE),
  random: Math.random,
  clock: systemClock,
});
