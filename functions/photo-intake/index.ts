import { S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { looksOf } from "#shared/card/design/look.ts";
import { CardPainter } from "#shared/card/drawing/card-painter.ts";
import { previewCard } from "#shared/card/preview-card.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { PhotoBucket } from "#shared/photo/photo-bucket.ts";
import { PhotoTable } from "#shared/photo/photo-table.ts";
import { validatePhoto } from "#shared/photo/validate-photo.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { patience } from "#shared/runtime/patience.ts";
import { takePhotosIn } from "./handle.ts";

const config = readConfig(
  z.object({
    SITE_URL: z.url(),
    AGENCY_TABLE: z.string(),
    EMPLOYEE_TABLE: z.string(),
    PHOTO_TABLE: z.string(),
    PHOTO_BUCKET: z.string(),
  }),
);
const db = documentClient();
const bucket = new PhotoBucket(new S3Client(patience), config.PHOTO_BUCKET);
const employees = new EmployeeTable(db, config.EMPLOYEE_TABLE);
const looks = looksOf(new AgencyTable(db, config.AGENCY_TABLE));
const painter = new CardPainter(new CheckedTemplates());

export const handler = takePhotosIn({
  photos: new PhotoTable(db, config.PHOTO_TABLE),
  bucket,
  validate: validatePhoto,
  preview: (photo, png) =>
    previewCard(
      {
        employees,
        bucket,
        draw: (content, cutOut, faces) => painter.drawPngs(content, cutOut, faces),
        looks,
        siteUrl: config.SITE_URL,
      },
      photo,
      png,
    ),
  clock: systemClock,
});
