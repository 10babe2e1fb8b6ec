/** The published list of keys, as `kartu kunci-kartu terbitkan` makes it of keys, tables and a bucket of the embedded cloud. */
import { generateKeyPairSync } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import { CreateBucketCommand, GetObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { SignatureTable } from "#shared/card/signature-table.ts";
import { SigningKey } from "#shared/card/signing-key.ts";
import { openKeyList } from "#shared/signed-qr/key-list.ts";
import { createDynamodb } from "../../../local/cloud/dynamodb/dynamodb-service.ts";
import { createKms } from "../../../local/cloud/kms/kms-service.ts";
import { createS3 } from "../../../local/cloud/s3/s3-service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import { listPath, type PublishKeys, publishCardKeys } from "../../../ops/card-keys.ts";
import { kunciKartu } from "../../../ops/kunci-kartu.ts";
import { publicHalf, readRoot } from "../../../ops/root-key.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { newTable } from "../../support/tables-of-the-app.ts";

let cloud: ServicesUnderTest;
let publish: PublishKeys;
let kids: string[];
const now = new Date("2026-11-21T03:00:00.000Z");

beforeAll(async () => {
  cloud = await startServices(async (context) => [
    ...(await createDynamodb(context)).services,
    createKms(context),
    createS3(context, { onEvent: () => undefined, requireKey: () => undefined }),
  ]);
  const dynamodb = new DynamoDBClient(cloud.client);
  const kms = new KMSClient(cloud.client);
  const s3 = new S3Client({ ...cloud.client, forcePathStyle: true });
  const newKey = async () => {
    const how = { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" } as const;
    return (await kms.send(new CreateKeyCommand(how))).KeyMetadata?.Arn ?? "";
  };
  await s3.send(new CreateBucketCommand({ Bucket: "web" }));
  const file = join(cloud.directory, "akar.pem");
  await kunciKartu.run(["akar", file], () => undefined);
  // Nobody else on the machine may read it.
  expect(statSync(file).mode & 0o077).toBe(0);
  const outputs = {
    SigningKey: await newKey(),
    SecondSigningKey: await newKey(),
    CardTable: await newTable(dynamodb, "card-table"),
    AgencyTable: await newTable(dynamodb, "agency-table"),
    WebBucket: "web",
    SiteUrl: "https://kartu.example.go.id",
  };
  const db = DynamoDBDocumentClient.from(dynamodb);
  publish = { kms, s3, db, outputs, root: readRoot(file), now };
  kids = await Promise.all(
    [outputs.SigningKey, outputs.SecondSigningKey].map((id) => new SigningKey(kms, id).kid()),
  );
});

afterAll(() => cloud.stop());

const agency = (id: string, name: string) =>
  publish.db.send(
    new PutCommand({
      TableName: publish.outputs.AgencyTable,
      Item: { ...anAgency(), id, name, kind: "agency" },
    }),
  );

async function published() {
  const place = { Bucket: "web", Key: listPath };
  const { Body, CacheControl } = await publish.s3.send(new GetObjectCommand(place));
  return { json: (await Body?.transformToString()) ?? "", CacheControl };
}

test("the list has both keys and every agency at its number, and only the root key's public half opens it", async () => {
  await agency("ins_b", "Pemerintah Kota Beta");
  await new SignatureTable(publish.db, publish.outputs.CardTable).numberOf("ins_unknown");
  await agency("ins_a", "Pemerintah Kota Alfa");
  await publishCardKeys(publish);

  const { json, CacheControl } = await published();
  expect(CacheControl).toBe("public, max-age=3600");
  expect(await openKeyList(json, publicHalf(publish.root))).toMatchObject({
    version: 1,
    host: "kartu.example.go.id",
    keys: kids.map((kid) => ({ kid, until: "2028-11-21" })),
    instansi: ["ins_unknown", "Pemerintah Kota Alfa", "Pemerintah Kota Beta"],
  });
  const stranger = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  expect(await openKeyList(json, publicHalf(stranger))).toEqual({ refusal: "bad-signature" });
});

test("the next list has the next version, a new agency behind the others, and what was revoked for good", async () => {
  await agency("ins_0", "Kementerian Nol");
  const [first = "", second = ""] = kids;
  await publishCardKeys({ ...publish, revoke: first });
  const later = new Date("2027-01-01T00:00:00.000Z");
  const list = await publishCardKeys({ ...publish, now: later });

  expect(list).toMatchObject({
    version: 3,
    keys: [{ kid: first, revoked: "2026-11-21" }, { kid: second }],
    instansi: ["ins_unknown", "Pemerintah Kota Alfa", "Pemerintah Kota Beta", "Kementerian Nol"],
  });
  expect(list.keys[1]).not.toHaveProperty("revoked");
});

test("a key that the cloud has no more stays in the list, because cards carry its signatures", async () => {
  const how = { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" } as const;
  const { KeyMetadata } = await publish.kms.send(new CreateKeyCommand(how));
  const outputs = { ...publish.outputs, SigningKey: KeyMetadata?.Arn ?? "" };
  const list = await publishCardKeys({ ...publish, outputs });

  expect(list.keys.map(({ kid }) => kid)).toEqual([
    kids[0],
    await new SigningKey(publish.kms, outputs.SigningKey).kid(),
    kids[1],
  ]);
});

test("another root key, or a key that nobody knows, publishes nothing", async () => {
  const before = await published();
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });

  await expect(publishCardKeys({ ...publish, root: privateKey })).rejects.toThrow(
    "bukan dari kunci",
  );
  await expect(publishCardKeys({ ...publish, revoke: "zzzz" })).rejects.toThrow("Tidak ada kunci");
  expect(await published()).toEqual(before);
});
