/** Reports of photos on the embedded DynamoDB: they do what their fake does. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe } from "vitest";
import { CaptchaTable } from "#shared/captcha/captcha-table.ts";
import { ReportedPhotoTable } from "#shared/photo/reported-photo-table.ts";
import { SuspectedCardTable } from "#shared/suspect-card/suspected-card-table.ts";
import { createDynamodb } from "../../../local/cloud/dynamodb/dynamodb-service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import {
  reportedPhotosContract,
  suspectedCardsContract,
} from "../../support/reported-photos-contract.ts";
import { newTable } from "../../support/tables-of-the-app.ts";

let cloud: ServicesUnderTest;
let dynamodb: DynamoDBClient;

beforeAll(async () => {
  cloud = await startServices(async (context) => [...(await createDynamodb(context)).services]);
  dynamodb = new DynamoDBClient(cloud.client);
});

afterAll(() => cloud.stop());

describe("ReportedPhotoTable", () =>
  reportedPhotosContract(async () => {
    const db = DynamoDBDocumentClient.from(dynamodb);
    const name = await newTable(dynamodb, "captcha-table");
    return { captchas: new CaptchaTable(db, name), reports: new ReportedPhotoTable(db, name) };
  }));

describe("SuspectedCardTable", () =>
  suspectedCardsContract(async () => {
    const db = DynamoDBDocumentClient.from(dynamodb);
    const name = await newTable(dynamodb, "captcha-table");
    return { captchas: new CaptchaTable(db, name), reports: new SuspectedCardTable(db, name) };
  }));
