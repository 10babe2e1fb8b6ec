import { KMSClient } from "@aws-sdk/client-kms";
import { S3Client } from "@aws-sdk/client-s3";
import * as z from "zod";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { CardBucket } from "#shared/card/card-bucket.ts";
import { CardTable } from "#shared/card/card-table.ts";
import { CardTokenSigner } from "#shared/card/card-token-signer.ts";
import { CheckCodeSigner } from "#shared/card/check-code-signer.ts";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { looksOf } from "#shared/card/design/look.ts";
import { shortenedOn } from "#shared/card/design/shortened.ts";
import { drawCardFile } from "#shared/card/draw-card-file.ts";
import { CardPainter } from "#shared/card/drawing/card-painter.ts";
import { CardTypesetter } from "#shared/card/pdf/card-typesetter.ts";
import { RevokedKeysTable } from "#shared/card/revoked-keys-table.ts";
import { SignatureTable } from "#shared/card/signature-table.ts";
import { SigningKey } from "#shared/card/signing-key.ts";
import { TokenSeals } from "#shared/card/token-seals.ts";
import { warmUp } from "#shared/card/warm-up.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { PhotoBucket } from "#shared/photo/photo-bucket.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { readConfig } from "#shared/runtime/config.ts";
import { documentClient } from "#shared/runtime/document-client.ts";
import { collectSeldom } from "#shared/runtime/heap.ts";
import { patience } from "#shared/runtime/patience.ts";
import { renderCards } from "./handle.ts";

const config = readConfig(
  z.object({
    SITE_URL: z.url(),
    AGENCY_TABLE: z.string(),
    EMPLOYEE_TABLE: z.string(),
    OPEN_CHANGE_TABLE: z.string(),
    CARD_TABLE: z.string(),
    CARD_BUCKET: z.string(),
    PHOTO_BUCKET: z.string(),
    TOKEN_KEY: z.string(),
    CHECK_KEY: z.string(),
    SIGNING_KEY: z.enum(["first", "second", "none"]),
    FIRST_SIGNING_KEY: z.string(),
    SECOND_SIGNING_KEY: z.string(),
  }),
);
const db = documentClient();
const s3 = new S3Client(patience);
const kms = new KMSClient();
const tokens = new CardTokenSigner(kms, config.TOKEN_KEY);
const signers = {
  first: new SigningKey(kms, config.FIRST_SIGNING_KEY),
  second: new SigningKey(kms, config.SECOND_SIGNING_KEY),
  none: undefined,
};
const templates = new CheckedTemplates();
const painter = new CardPainter(templates);
const typesetter = new CardTypesetter(templates);

collectSeldom();
warmUp(painter, config.SITE_URL);

export const handler = renderCards({
  employees: new EmployeeTable(db, config.EMPLOYEE_TABLE),
  changes: new OpenChangeTable(db, config.OPEN_CHANGE_TABLE),
  photos: new PhotoBucket(s3, config.PHOTO_BUCKET),
  cards: new CardTable(db, config.CARD_TABLE),
  drawings: new CardBucket(s3, config.CARD_BUCKET),
  tokens,
  tokenSeals: new TokenSeals(() => tokens.sealKey(), systemClock),
  signatures: new SignatureTable(db, config.CARD_TABLE),
  signer: signers[config.SIGNING_KEY],
  revokedKeys: new RevokedKeysTable(db, config.CARD_TABLE),
  checkCodes: new CheckCodeSigner(kms, config.CHECK_KEY),
  draw: (...wanted) => drawCardFile({ painter, typesetter }, ...wanted),
  shortened: shortenedOn,
  looks: looksOf(new AgencyTable(db, config.AGENCY_TABLE)),
  siteUrl: config.SITE_URL,
  clock: systemClock,
});
