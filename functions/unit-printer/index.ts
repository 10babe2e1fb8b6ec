import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import { SQSClient } from "@aws-sdk/client-sqs";
import * as z from "zod";
import { AccountTable } from "#shared/account/account-table.ts";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { CardTable } from "#shared/card/card-table.ts";
import { CardTokenSigner } from "#shared/card/card-token-signer.ts";
import { CheckCodeSigner } from "#shared/card/check-code-signer.ts";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { looksOf } from "#shared/card/design/look.ts";
import { CardTypesetter } from "#shared/card/pdf/card-typesetter.ts";
import { RevokedKeysTable } from "#shared/card/revoked-keys-table.ts";
import { SignatureTable } from "#shared/card/signature-table.ts";
import { TokenSeals } from "#shared/card/token-seals.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { PhotoBucket } from "#shared/photo/photo-bucket.ts";
import { LetterTypesetter } from "#shared/print/letter-typesetter.ts";
import { PrintBucket } from "#shared/print/print-bucket.ts";
import { PrintQueue } from "#shared/print/print-queue.ts";
import { PrintTable } from "#shared/print/print-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { drawPrints } from "./handle.ts";

const config = readConfig(
  z.object({
    SITE_URL: z.url(),
    AGENCY_TABLE: z.string(),
    EMPLOYEE_TABLE: z.string(),
    CARD_TABLE: z.string(),
    PHOTO_BUCKET: z.string(),
    TOKEN_KEY: z.string(),
    CHECK_KEY: z.string(),
    PRINT_TABLE: z.string(),
    PRINT_BUCKET: z.string(),
    PRINT_QUEUE: z.url(),
    AUDIT_TABLE: z.string(),
    ACCOUNT_TABLE: z.string(),
  }),
);
const db = documentClient();
const s3 = new S3Client();
const kms = new KMSClient();
const tokens = new CardTokenSigner(kms, config.TOKEN_KEY);
const letters = new LetterTypesetter();
const typesetter = new CardTypesetter(new CheckedTemplates());

export const handler = drawPrints({
  employees: new EmployeeTable(db, config.EMPLOYEE_TABLE),
  cards: new CardTable(db, config.CARD_TABLE),
  photos: new PhotoBucket(s3, config.PHOTO_BUCKET),
  tokens,
  tokenSeals: new TokenSeals(() => tokens.sealKey(), systemClock),
  signatures: new SignatureTable(db, config.CARD_TABLE),
  revokedKeys: new RevokedKeysTable(db, config.CARD_TABLE),
  checkCodes: new CheckCodeSigner(kms, config.CHECK_KEY),
  prints: new PrintTable(db, config.PRINT_TABLE),
  files: new PrintBucket(s3, config.PRINT_BUCKET),
  printQueue: new PrintQueue(new SQSClient(), config.PRINT_QUEUE),
  history: new AuditTable(db, config.AUDIT_TABLE),
  draw: (cards, sheet) => typesetter.setUnit(cards, sheet),
  looks: looksOf(new AgencyTable(db, config.AGENCY_TABLE)),
  accountRecords: new AccountTable(db, config.ACCOUNT_TABLE),
  drawLetters: (all) => letters.set(all),
  siteUrl: config.SITE_URL,
  clock: systemClock,
});
