import { DynamoDBClient, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from "@aws-sdk/lib-dynamodb";
import { mockClient } from "aws-sdk-client-mock";
import { beforeEach, describe, expect, test } from "vitest";
import { PhotoTable } from "#shared/photo/photo-table.ts";
import { acceptedPhoto } from "#shared/photo/upload.ts";
import { conditionFailed, outages } from "../../support/aws-failures.ts";
import { photoTableContract } from "../../support/photo-table-contract.ts";
import { PhotosInMemory } from "../../support/photos-in-memory.ts";

const db = DynamoDBDocumentClient.from(new DynamoDBClient());
const dynamodb = mockClient(db);
const photos = new PhotoTable(db, "photos");
const requested = {
  id: "pho_1",
  employeeId: "emp_siti",
  requestedAt: "2026-11-21T03:00:00.000Z",
} as const;

beforeEach(() => {
  dynamodb.reset();
});

describe("photos in memory", () => photoTableContract(async () => new PhotosInMemory()));

test("an upload is remembered for thirty days", async () => {
  dynamodb.on(PutCommand).resolves({});
  await photos.expect(requested);

  expect(dynamodb.commandCalls(PutCommand)[0]?.args[0].input.Item).toMatchObject({
    expiresAt: Date.parse("2026-12-21T03:00:00.000Z") / 1000,
  });
});

test("only an accepted upload whose outcome names its pictures has a photo", () => {
  const upload = { ...requested, state: "accepted", rules: [] } as const;
  const digests = { photoDigest: "d1", smallPhotoDigest: "d2" };

  expect(acceptedPhoto({ ...upload, ...digests })).toEqual({
    employeeId: "emp_siti",
    photoId: "pho_1",
    ...digests,
  });
  // Accepted before there were digests.
  expect(acceptedPhoto(upload)).toBeUndefined();
  expect(acceptedPhoto({ ...upload, ...digests, state: "rejected" })).toBeUndefined();
});

test("an outcome that came second is no failure", async () => {
  dynamodb.on(TransactWriteCommand).rejects(
    new TransactionCanceledException({
      ...{ $metadata: {}, message: "cancelled" },
      CancellationReasons: [{ Code: "None" }, { Code: "ConditionalCheckFailed" }],
    }),
  );

  await expect(photos.decide(requested, { accepted: true, rules: [] })).resolves.toBe(false);
});

test("an upload has its outcome also when other writes hold the holder's item again and again", async () => {
  dynamodb.on(TransactWriteCommand).rejects(
    new TransactionCanceledException({
      ...{ $metadata: {}, message: "cancelled" },
      CancellationReasons: [{ Code: "TransactionConflict" }, { Code: "None" }],
    }),
  );
  dynamodb.on(UpdateCommand).resolves({});

  await expect(photos.decide(requested, { accepted: true, rules: [] })).resolves.toBe(true);
  expect(dynamodb.commandCalls(UpdateCommand)).toMatchObject([
    { args: [{ input: { Key: { id: requested.id } } }] },
  ]);
});

test("an id that exists is a failure", async () => {
  const refusal = conditionFailed();
  dynamodb.on(PutCommand).rejects(refusal);

  await expect(photos.expect(requested)).rejects.toBe(refusal);
});

test.each(outages)("%s is passed on", async (_, outage) => {
  dynamodb.on(GetCommand).rejects(outage);
  dynamodb.on(PutCommand).rejects(outage);
  dynamodb.on(TransactWriteCommand).rejects(outage);

  await expect(photos.find("pho_1")).rejects.toBe(outage);
  await expect(photos.expect(requested)).rejects.toBe(outage);
  await expect(photos.decide(requested, { accepted: true, rules: [] })).rejects.toBe(outage);
});
