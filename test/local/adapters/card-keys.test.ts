/** The published list of keys, as `kartu kunci-kartu terbitkan` makes it of keys, tables and a bucket of the embedded cloud. */
import { generateKeyPairSync } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { CreateKeyCommand, KMSClient } from "@aws-sdk/client-kms";
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AgencyTable } from "#shared/agency/agency-table.ts";
import { KeyListBucket } from "#shared/card/key-list-bucket.ts";
import { KeyListTable } from "#shared/card/key-list-table.ts";
import { type PublishKeys, publishKeys } from "#shared/card/publish-keys.ts";
import { RevokedKeysTable } from "#shared/card/revoked-keys-table.ts";
import { SignatureTable } from "#shared/card/signature-table.ts";
import { SigningKey } from "#shared/card/signing-key.ts";
import { openKeyList } from "#shared/signed-qr/key-list.ts";
import { createDynamodb } from "../../../local/cloud/dynamodb/dynamodb-service.ts";
import { createKms } from "../../../local/cloud/kms/kms-service.ts";
import { createS3 } from "../../../local/cloud/s3/s3-service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import { kunciKartu } from "../../../ops/kunci-kartu.ts";
import { publicHalf, readRoot } from "../../../ops/root-key.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { newTable } from "../../support/tables-of-the-app.ts";

let cloud: ServicesUnderTest;
let publish: PublishKeys;
let kids: string[];
let revokedKeys: RevokedKeysTable;
let db: DynamoDBDocumentClient;
let tableOfAgencies: string;
let s3: S3Client;
const now = new Date("2026-11-21T03:00:00.000Z");

beforeAll(async () => {
  cloud = await startServices(async (context) => [
    ...(await createDynamodb(context)).services,
    createKms(context),
    createS3(context, { onEvent: () => undefined, requireKey: () => undefined }),
  ]);
  const dynamodb = new DynamoDBClient(cloud.client);
  db = DynamoDBDocumentClient.from(dynamodb);
  s3 = new S3Client({ ...cloud.client, forcePathStyle: true });
  await s3.send(new CreateBucketCommand({ Bucket: "web" }));
  const file = join(cloud.directory, "akar.pem");
  await kunciKartu.run(["akar", file], () => undefined);
  // Nobody else on the machine may read it.
  expect(statSync(file).mode & 0o077).toBe(0);
  tableOfAgencies = await newTable(dynamodb, "agency-table");
  const privateKey = readRoot(file);
  const cards = await newTable(dynamodb, "card-table");
  revokedKeys = new RevokedKeysTable(db, cards);
  publish = {
    keys: [await newKey(), await newKey()],
    statusKeys: [await newKey()],
    signatures: new SignatureTable(db, cards),
    revokedKeys,
    agencies: new AgencyTable(db, tableOfAgencies),
    published: new KeyListBucket(s3, "web"),
    kept: new KeyListTable(db, cards),
    root: { privateKey, publicKey: publicHalf(privateKey) },
    host: "kartu.example.go.id",
    now,
  };
  kids = await Promise.all(publish.keys.map((key) => key.kid()));
});

afterAll(() => cloud.stop());

async function newKey(): Promise<SigningKey> {
  const kms = new KMSClient(cloud.client);
  const how = { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" } as const;
  const { KeyMetadata } = await kms.send(new CreateKeyCommand(how));
  return new SigningKey(kms, KeyMetadata?.Arn ?? "");
}

async function statusKid(): Promise<string> {
  return (await publish.statusKeys[0]?.kid()) ?? "";
}

const agency = (id: string, name: string) =>
  db.send(
    new PutCommand({
      TableName: tableOfAgencies,
      Item: { ...anAgency(), id, name, kind: "agency" },
    }),
  );

async function stored() {
  const place = { Bucket: "web", Key: ".well-known/kartu-asn/kunci.json" };
  const { Body, CacheControl } = await s3.send(new GetObjectCommand(place));
  return { json: (await Body?.transformToString()) ?? "", CacheControl };
}

/** Somebody puts it there. */
async function lie(json: string): Promise<void> {
  await publish.published.put(json, await publish.published.read());
}

test("the list has both keys and every agency at its number, and only the root key's public half opens it", async () => {
  await agency("ins_b", "Pemerintah Kota Beta");
  await publish.signatures.numberOf("ins_unknown");
  await agency("ins_a", "Pemerintah Kota Alfa");
  await publishKeys(publish);

  const { json, CacheControl } = await stored();
  expect(CacheControl).toBe("public, max-age=3600");
  expect(await openKeyList(json, publish.root.publicKey)).toMatchObject({
    version: 1,
    host: "kartu.example.go.id",
    keys: kids.map((kid) => ({ kid, until: "2028-11-21" })),
    statusKeys: [{ kid: await statusKid(), until: "2028-11-21" }],
    instansi: ["ins_unknown", "Pemerintah Kota Alfa", "Pemerintah Kota Beta"],
  });
  const stranger = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  expect(await openKeyList(json, publicHalf(stranger))).toEqual({ refusal: "bad-signature" });
});

test("the next list has the next version, a new agency behind the others, and what was revoked for good", async () => {
  await agency("ins_0", "Kementerian Nol");
  const [first = "", second = ""] = kids;
  await publishKeys({ ...publish, revoke: first });
  const list = await publishKeys({ ...publish, now: new Date("2027-01-01T00:00:00.000Z") });

  expect(list).toMatchObject({
    version: 3,
    keys: [{ kid: first, revoked: "2026-11-21" }, { kid: second }],
    instansi: ["ins_unknown", "Pemerintah Kota Alfa", "Pemerintah Kota Beta", "Kementerian Nol"],
  });
  expect("keys" in list && list.keys[1]).not.toHaveProperty("revoked");
});

test("what was revoked is so in the next list, also when an older one lies there again", async () => {
  const older = await stored();
  await publishKeys({ ...publish, revoke: kids[0] });
  await revokedKeys.add(kids[0] ?? "");
  await lie(older.json);
  const list = await publishKeys(publish);

  expect("keys" in list && list.keys.find(({ kid }) => kid === kids[0])?.revoked).toBeDefined();
});

test("a list that was lost, or that is an older one again, is not what the next one goes on from", async () => {
  const [oldest, last] = [await stored(), await publishKeys(publish)];
  await agency("ins_z", "Kementerian Zet");
  const next = await publishKeys(publish);
  if ("refusal" in last || "refusal" in next) throw new Error("Both were published.");
  await lie(oldest.json);
  expect(await publishKeys(publish)).toMatchObject({
    version: last.version + 2,
    instansi: next.instansi,
  });
  await lie("{}");
  expect(await publishKeys(publish)).toMatchObject({ version: last.version + 3 });
  await s3.send(
    new DeleteObjectCommand({ Bucket: "web", Key: ".well-known/kartu-asn/kunci.json" }),
  );
  expect(await publishKeys(publish)).toMatchObject({
    version: last.version + 4,
    keys: last.keys,
    instansi: next.instansi,
  });
  expect(await publish.kept.read()).toBe((await stored()).json);
});

test("of two who publish at once one does, whichever of the two places they meet at", async () => {
  const { published, kept } = publish;
  const both = await Promise.all([publishKeys(publish), publishKeys(publish)]);
  expect(both.filter((each) => "refusal" in each)).toEqual([{ refusal: "raced" }]);
  const late = await published.read();
  await publishKeys(publish);
  const { json } = await stored();
  expect(await published.put("{}", late)).toBe(false);
  expect(await published.put("{}", undefined)).toBe(false);
  expect(await kept.keep("{}", 1)).toBe(false);
  expect((await stored()).json).toBe(json);
  const slow: typeof published = {
    read: async () => late,
    put: (next, found) => published.put(next, found),
  };
  expect(await publishKeys({ ...publish, published: slow })).toEqual({ refusal: "raced" });
});

test("a key that the cloud has no more stays in the list, because cards carry its signatures", async () => {
  const [, second] = publish.keys;
  if (!second) throw new Error("There are two.");
  const key = await newKey();
  const list = await publishKeys({ ...publish, keys: [key, second] });

  expect("keys" in list && list.keys.map(({ kid }) => kid)).toEqual([
    kids[0],
    await key.kid(),
    kids[1],
  ]);
});

test("the key of the status list is revoked as the others are, and the next one stands behind it", async () => {
  const next = await newKey();
  await publishKeys({ ...publish, revoke: await statusKid() });
  const list = await publishKeys({ ...publish, statusKeys: [next] });

  expect(list).toMatchObject({
    statusKeys: [{ kid: await statusKid(), revoked: "2026-11-21" }, { kid: await next.kid() }],
  });
});

test("another root key, or the name of no key, publishes nothing", async () => {
  const before = await stored();
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const root = { privateKey, publicKey: publicHalf(privateKey) };

  expect(await publishKeys({ ...publish, root })).toEqual({ refusal: "another-root" });
  expect(await publishKeys({ ...publish, revoke: "zzzz" })).toEqual({ refusal: "no-such-key" });
  expect(await stored()).toEqual(before);
});
