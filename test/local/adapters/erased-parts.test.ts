/** What goes of a leaver outside the record, on the embedded cloud: this person's alone. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import {
  CreateBucketCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, PutCommand, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { decreesKey } from "#shared/decree/decree-table.ts";
import { PersonFilesBucket } from "#shared/erasure/person-files-bucket.ts";
import { PersonItemsTable } from "#shared/erasure/person-items-table.ts";
import { ContactChangeTable } from "#shared/session/contact-change-table.ts";
import { transferKey } from "#shared/transfer/transfer-table.ts";
import { OldReportTable, oldReportKey } from "#shared/wrong-data/old-report-table.ts";
import { createDynamodb } from "../../../local/cloud/dynamodb/dynamodb-service.ts";
import { createS3 } from "../../../local/cloud/s3/s3-service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import { aChange, aNumber } from "../../support/contact-change-table-contract.ts";
import { anOldReport, storeOldReport } from "../../support/old-reports.ts";
import { newTable } from "../../support/tables-of-the-app.ts";

let cloud: ServicesUnderTest;
let dynamodb: DynamoDBClient;
let db: DynamoDBDocumentClient;
let s3: S3Client;

beforeAll(async () => {
  cloud = await startServices(async (context) => [
    ...(await createDynamodb(context)).services,
    createS3(context, { onEvent: () => undefined, requireKey: () => undefined }),
  ]);
  dynamodb = new DynamoDBClient(cloud.client);
  db = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
  s3 = new S3Client({ ...cloud.client, forcePathStyle: true });
});

afterAll(() => cloud.stop());

test("the files of a person go, also of former photos, and another's whose id begins alike stay", async () => {
  const Bucket = "photos-of-all";
  await s3.send(new CreateBucketCommand({ Bucket }));
  const files = ["photos/emp_siti/pho_1.png", "photos/emp_siti/pho_2/d.png"];
  const small = "small-photos/emp_siti/pho_2/s.webp";
  const others = ["photos/emp_siti2/pho_3.png", "previews/emp_siti/pho_1/d/front.png"];
  for (const Key of [...files, small, ...others])
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: "a photo" }));
  const bucket = new PersonFilesBucket(s3, Bucket, ["photos", "small-photos"]);
  await bucket.erase("emp_siti");
  await bucket.erase("emp_siti");

  const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket }));
  expect(Contents.map(({ Key }) => Key)).toEqual(others);
});

test("an inbox of more than one page goes, and another's stays", async () => {
  const TableName = await newTable(dynamodb, "notification-table");
  const text = "x".repeat(50_000);
  const items = Array.from({ length: 30 }, (_, i) => ({
    employeeId: "emp_siti",
    id: `${i}`,
    text,
  }));
  for (const Item of [...items, { employeeId: "emp_budi", id: "1" }])
    await db.send(new PutCommand({ TableName, Item }));
  await new PersonItemsTable(db, TableName, "id").erase("emp_siti");

  const { Items } = await db.send(new ScanCommand({ TableName }));
  expect(Items).toEqual([{ employeeId: "emp_budi", id: "1" }]);
});

test("an account is one item, and one that is not there is no failure", async () => {
  const TableName = await newTable(dynamodb, "account-table");
  await db.send(new PutCommand({ TableName, Item: { employeeId: "emp_siti" } }));
  const accounts = new PersonItemsTable(db, TableName);
  await accounts.erase("emp_siti");
  await accounts.erase("emp_siti");

  expect((await db.send(new ScanCommand({ TableName }))).Items).toEqual([]);
});

test("changes that wait, reports, decrees and a transfer go together", async () => {
  const TableName = await newTable(dynamodb, "contact-change-table");
  const changes = new ContactChangeTable(db, TableName);
  const reports = new OldReportTable(db, TableName);
  for (const change of [aChange, aNumber]) await changes.set(change);
  await storeOldReport(db, TableName, anOldReport);
  await storeOldReport(db, TableName, { ...anOldReport, employeeId: "emp_budi" });
  const keysOf = (id: typeof anOldReport.employeeId) => [
    ...[id, oldReportKey(id), decreesKey(id), transferKey(id)],
  ];
  for (const id of ["emp_siti", "emp_budi"] as const)
    for (const employeeId of [decreesKey(id), transferKey(id)])
      await db.send(new PutCommand({ TableName, Item: { employeeId, field: "one" } }));
  await new PersonItemsTable(db, TableName, "field", keysOf).erase("emp_siti");

  expect(await changes.of("emp_siti")).toEqual([]);
  expect(await reports.of("emp_siti")).toEqual([]);
  expect(await reports.of("emp_budi")).toHaveLength(1);
  const { Items = [] } = await db.send(new ScanCommand({ TableName }));
  expect(Items.map(({ employeeId }) => employeeId).toSorted()).toEqual([
    ...[oldReportKey("emp_budi"), decreesKey("emp_budi"), transferKey("emp_budi")],
  ]);
});
