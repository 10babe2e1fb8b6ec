import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SecretsManagerClient } from "@aws-sdk/client-secrets-manager";
import * as z from "zod";
import { CaptchaTable } from "#shared/captcha/captcha-table.ts";
import { workIterations } from "#shared/captcha/work-challenge.ts";
import { CardTable } from "#shared/card/card-table.ts";
import { DocumentTable } from "#shared/document/document-table.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { EdgeKey } from "#shared/http/edge-key.ts";
import { PhotoBucket } from "#shared/photo/photo-bucket.ts";
import { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { HmacKey } from "#shared/runtime/hmac-key.ts";
import { patience } from "#shared/runtime/patience.ts";
import { verifyRoutes } from "./routes.ts";

const config = readConfig(
  z.object({
    SITE_URL: z.url(),
    HMAC_KEY: z.string(),
    CHECK_ANSWERS: z.stringbool(),
    EDGE_KEY: z.string(),
    EMPLOYEE_TABLE: z.string(),
    CARD_TABLE: z.string(),
    DOCUMENT_TABLE: z.string(),
    PHOTO_BUCKET: z.string(),
    CAPTCHA_TABLE: z.string(),
    RATE_LIMIT_TABLE: z.string(),
  }),
);
const db = documentClient();
const hmacKey = new HmacKey(new KMSClient(), config.HMAC_KEY);

export const handler = apiHandler(
  verifyRoutes({
    employees: new EmployeeTable(db, config.EMPLOYEE_TABLE),
    cards: new CardTable(db, config.CARD_TABLE),
    documents: new DocumentTable(db, config.DOCUMENT_TABLE),
    photos: new PhotoBucket(new S3Client(patience), config.PHOTO_BUCKET),
    captchas: new CaptchaTable(db, config.CAPTCHA_TABLE),
    limits: new RateLimitTable(db, config.RATE_LIMIT_TABLE),
    hmacKey,
    workIterations,
    site: new URL(config.SITE_URL).host,
    clock: systemClock,
  }),
  {
    siteUrl: config.SITE_URL,
    edge: new EdgeKey(new SecretsManagerClient(), config.EDGE_KEY, systemClock),
    hmacKey,
    checkAnswers: config.CHECK_ANSWERS,
  },
);
