/** verify-api with one holder whose card was issued: on tables in memory, behind the real clients without a network, and on the embedded cloud. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateBucketCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { CaptchaTable } from "#shared/captcha/captcha-table.ts";
import { workIterations } from "#shared/captcha/work-challenge.ts";
import type { CardToken } from "#shared/card/card.ts";
import { CardTable } from "#shared/card/card-table.ts";
import { tokenHash } from "#shared/card/card-token.ts";
import { contentHash } from "#shared/card/content-hash.ts";
import { DocumentTable } from "#shared/document/document-table.ts";
import { toItem } from "#shared/employee/employee-item.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { type ApiHandler, apiHandler } from "#shared/http/api-handler.ts";
import { PhotoBucket } from "#shared/photo/photo-bucket.ts";
import { smallPhotoKey } from "#shared/photo/photo-keys.ts";
import { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { systemClock } from "#shared/runtime/clock.ts";
import { type VerifyApi, verifyRoutes } from "../../functions/verify-api/routes.ts";
import { createDynamodb } from "../../local/cloud/dynamodb/dynamodb-service.ts";
import { createS3 } from "../../local/cloud/s3/s3-service.ts";
import { type ServicesUnderTest, startServices } from "../../local/cloud/test/one-service.ts";
import { callApi, handlerOptions, hmacKey } from "../../test/support/call-api.ts";
import { CaptchasInMemory } from "../../test/support/captchas-in-memory.ts";
import { DocumentsInMemory } from "../../test/support/documents-in-memory.ts";
import { EmployeesInMemory } from "../../test/support/employees-in-memory.ts";
import { FakeClock } from "../../test/support/fake-clock.ts";
import { LimitsInMemory } from "../../test/support/limits-in-memory.ts";
import { aPhoto, pictures } from "../../test/support/photo-bucket-contract.ts";
import { PhotoObjectsInMemory } from "../../test/support/photo-objects-in-memory.ts";
import { readImage } from "../../test/support/solve-captcha.ts";
import { newTable } from "../../test/support/tables-of-the-app.ts";
import { numbers, siti, token } from "../../test/support/verify-api.ts";
import { Replay } from "./replay.ts";

type Stores = Pick<
  VerifyApi,
  "cards" | "documents" | "employees" | "photos" | "captchas" | "limits"
>;

const issued: CardToken = {
  employeeId: siti.id,
  contentHash: contentHash(siti),
  serial: numbers.serial,
  issuedOn: "2026-01-02",
};
const photoKey = smallPhotoKey({ ...aPhoto, photoId: "pho_siti" }, aPhoto.smallPhotoDigest);

function inMemory(): Stores {
  const photos = new PhotoObjectsInMemory(new FakeClock());
  photos.put(photoKey, pictures.small);
  return {
    cards: { findToken: async (hash) => (hash === tokenHash(token) ? issued : undefined) },
    documents: new DocumentsInMemory(),
    employees: new EmployeesInMemory(siti),
    ...{ photos, captchas: new CaptchasInMemory(), limits: new LimitsInMemory() },
  };
}

interface Place {
  readonly cloud: ServicesUnderTest;
  readonly names: Readonly<
    Record<"cards" | "documents" | "employees" | "captchas" | "limits", string>
  >;
}

/** With the card, the record and the photo in it. */
async function newPlace(): Promise<Place> {
  const cloud = await startServices(async (context) => [
    ...(await createDynamodb(context)).services,
    createS3(context, { onEvent: () => undefined, requireKey: () => undefined }),
  ]);
  const dynamodb = new DynamoDBClient(cloud.client);
  const db = DynamoDBDocumentClient.from(dynamodb);
  const names = {
    cards: await newTable(dynamodb, "card-table"),
    documents: await newTable(dynamodb, "document-table"),
    employees: await newTable(dynamodb, "employee-table"),
    captchas: await newTable(dynamodb, "captcha-table"),
    limits: await newTable(dynamodb, "rate-limit-table"),
  };
  await new CardTable(db, names.cards).addToken(tokenHash(token), issued);
  const Item = toItem(siti, { cardChanged: false, holderTold: false });
  await db.send(new PutCommand({ TableName: names.employees, Item }));
  const s3 = new S3Client({ ...cloud.client, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: "photos" }));
  await s3.send(new PutObjectCommand({ Bucket: "photos", Key: photoKey, Body: pictures.small }));
  return { cloud, names };
}

/** @param replay what answers the clients in place of the network */
function onClients({ cloud, names }: Place, replay?: Replay): Stores {
  const options = { ...cloud.client, ...(replay && { requestHandler: replay }) };
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(options), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return {
    cards: new CardTable(db, names.cards),
    documents: new DocumentTable(db, names.documents),
    employees: new EmployeeTable(db, names.employees),
    photos: new PhotoBucket(new S3Client({ ...options, forcePathStyle: true }), "photos"),
    captchas: new CaptchaTable(db, names.captchas),
    limits: new RateLimitTable(db, names.limits),
  };
}

/** One check of the card, each from a network of its own, with a captcha that was solved before. @throws Error when it is not answered */
export type Check = () => Promise<void>;

/** @returns what makes a check, which is not counted */
function checksOf(stores: Stores): () => Promise<Check> {
  const api = { ...stores, hmacKey, workIterations, site: "kartu.example.go.id" };
  const routes = verifyRoutes({ ...api, clock: systemClock });
  const handler: ApiHandler = apiHandler(routes, { ...handlerOptions, checkAnswers: false });
  let networks = 0;
  return async () => {
    networks += 1;
    const address = `${10 + (networks >> 16)}.${(networks >> 8) & 255}.${networks & 255}.7`;
    // As the edge passes on what the browser accepts.
    const headers = { "x-accept-encoding": "gzip, deflate, br" };
    const body = { token, captcha: await readImage(address, new Date()) };
    return async () => {
      const asked = { method: "POST", path: "/api/verify", body, headers, address };
      const { status } = await callApi(handler, asked);
      if (status !== 200) throw new Error(`A check was answered with ${status}.`);
    };
  };
}

export interface VerifyWorld {
  readonly inMemory: () => Promise<Check>;
  readonly onReplay: () => Promise<Check>;
  readonly onCloud: () => Promise<Check>;
  stop(): Promise<void>;
}

export async function verifyWorld(): Promise<VerifyWorld> {
  const place = await newPlace();
  return {
    inMemory: checksOf(inMemory()),
    onReplay: checksOf(onClients(place, new Replay())),
    onCloud: checksOf(onClients(place)),
    stop: () => place.cloud.stop(),
  };
}
