import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { CardTable } from "#shared/card/card-table.ts";
import { RedrawQueue } from "#shared/card/redraw-queue.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { PhotoBucket } from "#shared/photo/photo-bucket.ts";
import { PhotoQueue } from "#shared/photo/photo-queue.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { runReconciler } from "./handle.ts";

const config = readConfig(
  z.object({
    EMPLOYEE_TABLE: z.string(),
    CARD_TABLE: z.string(),
    PHOTO_BUCKET: z.string(),
    PHOTO_QUEUE: z.string(),
    REDRAW_QUEUE: z.string(),
  }),
);
const db = documentClient();
const sqs = new SQSClient();

export const handler = runReconciler({
  employees: new EmployeeTable(db, config.EMPLOYEE_TABLE),
  cards: new CardTable(db, config.CARD_TABLE),
  uploads: new PhotoBucket(new S3Client(), config.PHOTO_BUCKET),
  photoQueue: new PhotoQueue(sqs, config.PHOTO_QUEUE),
  redrawQueue: new RedrawQueue(sqs, config.REDRAW_QUEUE),
  clock: systemClock,
});
