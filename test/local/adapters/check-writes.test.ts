/** What a check of a card asks of DynamoDB, counted where it arrives: the used captcha becomes the scan, and nothing else is written. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { CaptchaTable } from "#shared/captcha/captcha-table.ts";
import type { Pass } from "#shared/captcha/pass.ts";
import { CardTable } from "#shared/card/card-table.ts";
import { tokenHash } from "#shared/card/card-token.ts";
import { contentHash } from "#shared/card/content-hash.ts";
import { ScanTable } from "#shared/card/scan-table.ts";
import { toItem } from "#shared/employee/employee-item.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { smallPhotoKey } from "#shared/photo/photo-keys.ts";
import { captchaLimits } from "#shared/rate-limit/limits.ts";
import { RateLimitTable } from "#shared/rate-limit/rate-limit-table.ts";
import { checkCard } from "#shared/verification/check-card.ts";
import type { VerifyRequest } from "#shared/verification/verify-answer.ts";
import { createDynamodb } from "../../../local/cloud/dynamodb/dynamodb-service.ts";
import type { Call } from "../../../local/cloud/kernel/service.ts";
import { type ServicesUnderTest, startServices } from "../../../local/cloud/test/one-service.ts";
import { aRequest, hmacKey } from "../../support/call-api.ts";
import { DocumentsInMemory } from "../../support/documents-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aPhoto, pictures } from "../../support/photo-bucket-contract.ts";
import { PhotoObjectsInMemory } from "../../support/photo-objects-in-memory.ts";
import { readImage } from "../../support/solve-captcha.ts";
import { newTable } from "../../support/tables-of-the-app.ts";
import { numbers, siti, token } from "../../support/verify-api.ts";

const address = "203.0.113.7";
const never = "0000000000000000000000000a";
const calls: Call[] = [];
const clock = new FakeClock();
let cloud: ServicesUnderTest;
let names: Record<"captchas" | "limits" | "cards" | "employees", string>;
let db: DynamoDBDocumentClient;

beforeAll(async () => {
  const onCall = (call: Call) => void calls.push(call);
  cloud = await startServices(async (context) => [
    ...(await createDynamodb({ ...context, onCall })).services,
  ]);
  const dynamodb = new DynamoDBClient(cloud.client);
  db = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
  names = {
    captchas: await newTable(dynamodb, "captcha-table"),
    limits: await newTable(dynamodb, "rate-limit-table"),
    cards: await newTable(dynamodb, "card-table"),
    employees: await newTable(dynamodb, "employee-table"),
  };
  const issued = {
    ...{ employeeId: siti.id, contentHash: contentHash(siti) },
    ...{ serial: numbers.serial, issuedOn: "2026-01-02" },
  };
  await new CardTable(db, names.cards).addToken(tokenHash(token), issued);
  const Item = toItem(siti, { cardChanged: false, holderTold: false });
  await db.send(new PutCommand({ TableName: names.employees, Item }));
});
afterAll(() => cloud.stop());
beforeEach(() => void calls.splice(0));

async function check(asked: string, captcha: VerifyRequest["captcha"]) {
  const photos = new PhotoObjectsInMemory(clock);
  photos.put(
    smallPhotoKey({ ...aPhoto, photoId: "pho_siti" }, aPhoto.smallPhotoDigest),
    pictures.small,
  );
  const api = {
    cards: new CardTable(db, names.cards),
    employees: new EmployeeTable(db, names.employees),
    captchas: new CaptchaTable(db, names.captchas),
    limits: new RateLimitTable(db, names.limits),
    documents: new DocumentsInMemory(),
    ...{ photos, hmacKey, clock, workIterations: 1 },
  };
  const { network } = aRequest({ path: "/", address });
  calls.splice(0);
  const request = { asked: { token: asked, captcha }, network, region: "Jawa Barat" };
  return await checkCard(api, request);
}

const answered = () => readImage(address, clock.now());

/** Tables that were written, and how many reads there were besides. */
function asked() {
  const nameOf = new Map(Object.entries(names).map(([noun, name]) => [name, noun]));
  const tableOf = ({ input }: Call) => nameOf.get(String(Reflect.get(Object(input), "TableName")));
  const isRead = ({ operation }: Call) => operation === "GetItem" || operation === "Query";
  return {
    writes: calls.filter((call) => !isRead(call)).map(tableOf),
    reads: calls.filter(isRead).map(tableOf).toSorted(),
  };
}

test("a known card is one write in all: the used captcha, which is the scan", async () => {
  expect(await check(token, await answered())).toMatchObject({ result: "valid" });

  expect(asked()).toEqual({
    writes: ["captchas"],
    // Card and record; what a captcha costs this network now.
    reads: ["cards", "employees", "limits", "limits"],
  });
  const { items } = await new ScanTable(db, names.captchas).of(siti.id, {
    limit: 10,
    now: clock.now(),
  });
  expect(items).toMatchObject([{ result: "valid", way: "qr", region: "Jawa Barat" }]);
});

test("the next check, by the pass of the one before, is one write, and asks what a captcha costs by now", async () => {
  const { pass } = await check(token, await answered());
  const given: Pass | undefined = pass;
  expect(await check(token, { pass: given?.token ?? "" })).toMatchObject({ result: "valid" });

  expect(asked()).toEqual({
    writes: ["captchas"],
    reads: ["cards", "employees", "limits", "limits"],
  });
});

test("a guess by pass counts as one by captcha", async () => {
  const { pass } = await check(token, await answered());
  const given: Pass | undefined = pass;
  expect(await check(never, { pass: given?.token ?? "" })).toMatchObject({ result: "unknown" });

  expect(asked().writes).toEqual(["captchas", "limits"]);
});

test("a guess leaves no scan, and counts for its network: who goes on guessing meets growing work", async () => {
  expect(await check(never, await answered())).toMatchObject({ result: "unknown" });

  expect(asked().writes).toEqual(["captchas", "limits"]);
  expect(asked().reads).toEqual(["cards", "employees", "limits", "limits"]);
});

test("what is refused for its price looks nothing up and leaves no scan, whatever was asked", async () => {
  const scans = async () =>
    (await new ScanTable(db, names.captchas).of(siti.id, { limit: 100, now: clock.now() })).items;
  const { network } = aRequest({ path: "/", address });
  const wrong = { name: `${captchaLimits.failures.name}-verify`, windowSeconds: 900 };
  const limits = new RateLimitTable(db, names.limits);
  const { pass } = await check(token, await answered());
  const given: Pass | undefined = pass;
  for (let i = 0; i < 50; i++) await limits.add(wrong, network, clock.now());
  const before = (await scans()).length;

  const tries = [
    [token, await answered()],
    [never, await answered()],
    [token, { pass: given?.token ?? "" }],
  ] as const;
  for (const [asking, captcha] of tries) {
    await expect(check(asking, captcha)).rejects.toMatchObject({
      problems: [{ field: "captcha", code: "captcha-refused" }],
    });
    expect(asked()).toEqual({ writes: ["captchas", "limits"], reads: ["limits", "limits"] });
  }
  expect(await scans()).toHaveLength(before);
});
