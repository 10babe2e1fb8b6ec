/** The drill for a lost key (docs/stolen-key.md), from the stolen key to the last card, on a deployment of its own. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { CardBucket } from "#shared/card/card-bucket.ts";
import { CardTable } from "#shared/card/card-table.ts";
import { SignatureTable } from "#shared/card/signature-table.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { openKeyList } from "#shared/signed-qr/key-list.ts";
import { openStatusList } from "#shared/signed-qr/status-list.ts";
import { seedDemo } from "../../local/demo/seed.ts";
import { turnKeys } from "../../ops/putar-kunci.ts";
import { publicHalf, readRoot } from "../../ops/root-key.ts";
import { decodeQr, tokenOfQr } from "../support/decode-qr.ts";
import { kartu } from "../support/kartu-process.ts";
import { EmbeddedAccount } from "./support/embedded-account.ts";

const account = new EmbeddedAccount({
  domain: "kartu.kobar.go.id",
  mailFrom: "kartu@kobar.go.id",
  alarmEmail: "alarm@kobar.go.id",
  pageEmail: "piket@kobar.go.id",
  runbookUrl: "https://git.kobar.go.id/kartu/runbook.md",
  certificateArn:
    "arn:aws:acm:us-east-1:000000000000:certificate/5f6b1c1e-0000-4000-8000-000000000000",
});
const file = (name: string) => join(account.directory, name);
const outputs = ["--outputs", file("cdk-outputs.json")];
const siti: EmployeeId = "emp_demo01";

beforeAll(async () => {
  await deploy({ signingKey: "first" });
  const { cloud } = account;
  const root = file("akar.pem");
  writeFileSync(file("akar.json"), (await kartu(["kunci-kartu", "akar", root])).printed);
  expect(JSON.parse((await kartu(["kunci-kartu", "akar", file("lain.pem")])).printed)).not.toEqual(
    publicHalf(readRoot(root)),
  );
  await kartu(["kunci-kartu", "terbitkan", root, ...outputs], { cloud });
  const settings = cloud.services.functions.settings();
  const { client, clock } = cloud;
  const { rest } = await seedDemo(
    { client, settings, clock, inAll: 3, isOlder: false },
    new AbortController().signal,
  );
  await rest;
  await cloud.waitUntilIdle({ timeoutSeconds: 120 });
}, 240_000);

afterAll(async () => {
  vi.unstubAllEnvs();
  await account.remove();
});

async function deploy(keys: {
  readonly signingKey: "first" | "second";
  readonly statusKey?: "second";
}): Promise<void> {
  await account.synthesize(keys);
  await account.deploy([]);
  const { siteUrl: SiteUrl, outputs: written } = account.cloud;
  // Cards name the site at the address that it has here.
  writeFileSync(file("cdk-outputs.json"), JSON.stringify({ ...written, Here: { SiteUrl } }));
}

/** What the card's QR says, and what is stored of its signature. */
async function cardOf(id: EmployeeId) {
  const { client, services } = account.cloud;
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(client));
  const { CARD_TABLE = "", CARD_BUCKET = "" } = services.functions.settings();
  const card = await new CardTable(db, CARD_TABLE).find(id);
  const { contentHash, templateVersion, backs } = card ?? {};
  if (!contentHash || !templateVersion || !backs) throw new Error("There is no card.");
  const drawings = new CardBucket(new S3Client({ ...client, forcePathStyle: true }), CARD_BUCKET);
  const drawing = { employeeId: id, contentHash, templateVersion, backs };
  const face = await drawings.read(
    { ...drawing, signature: card?.signature },
    { face: "front-portrait", format: "webp" },
  );
  // What judges the demo's photos in this process leaves sharp no formats but its own.
  sharp.unblock({ operation: ["VipsForeignLoadWebpBuffer"] });
  const signature = await new SignatureTable(db, CARD_TABLE).find(contentHash);
  return { code: (await decodeQr(face)) ?? "", signature, signedBy: card?.signedBy };
}

/** As a third party: with the published list and the root's public half. */
async function verified(code: string): Promise<string> {
  const answer = await fetch(`${account.cloud.siteUrl}/.well-known/kartu-asn/kunci.json`);
  writeFileSync(file("kunci.json"), await answer.text());
  const { printed } = await kartu([
    ...["verifikasi", code, "--daftar", file("kunci.json"), "--akar", file("akar.json")],
  ]);
  return printed;
}

/** The next run that publishes status lists. With a deployment the clock is set back, so that schedules wait until it is as late as it was. */
async function nextLists(minutes: number): Promise<void> {
  account.cloud.clock.advance(minutes * 60_000);
  await account.cloud.waitUntilIdle();
}

/** The published status list of the first part, and which key signed it. */
async function statusList() {
  const answer = await fetch(`${account.cloud.siteUrl}/.well-known/kartu-asn/status/0`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  // Before it stand tag and array, and in the header alg (docs/qr-payload.md).
  return { bytes, kid: Buffer.from(bytes.slice(9, 11)).toString("hex") };
}

/** What it says of a place to who has the published list of keys, or why it says nothing. */
async function stateIn(bytes: Uint8Array, place: number): Promise<string> {
  const answer = await fetch(`${account.cloud.siteUrl}/.well-known/kartu-asn/kunci.json`);
  const keys = await openKeyList(await answer.text(), publicHalf(readRoot(file("akar.pem"))));
  if ("refusal" in keys) throw new Error(keys.refusal);
  const list = await openStatusList(bytes, keys, { part: 0, now: account.cloud.clock.now() });
  return "refusal" in list ? list.refusal : list.stateOf(place);
}

/** `kartu putar-kunci`, which waits for the renderer and not for SQS's slow counts. @returns what it printed */
async function drill(...args: string[]): Promise<string> {
  const { client, waitUntilIdle } = account.cloud;
  vi.stubEnv("AWS_ENDPOINT_URL", client.endpoint);
  vi.stubEnv("AWS_REGION", client.region);
  vi.stubEnv("AWS_ACCESS_KEY_ID", client.credentials.accessKeyId);
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", client.credentials.secretAccessKey);
  const lines: string[] = [];
  await turnKeys(
    [...args, ...outputs],
    (line) => lines.push(line),
    () => waitUntilIdle(),
  );
  return lines.join("\n");
}

/** Its holder has looked at it: the card is drawn anew beforehand, and not only when somebody asks. */
async function look(id: EmployeeId): Promise<void> {
  const { client, services } = account.cloud;
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(client));
  await new CardTable(db, services.functions.settings().CARD_TABLE ?? "").noteView(id, "portrait");
}

test("a stolen key is revoked: its codes are refused at once, every card is signed anew in its place, and that is told", async () => {
  await look(siti);
  const before = await cardOf(siti);
  const stolen = before.signature?.kid ?? "";
  expect(before.signedBy).toBe(stolen);
  expect(await verified(before.code)).toContain(`tanda tangan sah (kunci ${stolen})`);

  const revoking = ["--cabut", stolen, "--akar", file("akar.pem")];
  await expect(drill(...revoking)).rejects.toThrow(
    `Kunci ${stolen} masih menandatangani: atur signingKey ke second`,
  );
  await deploy({ signingKey: "second" });
  await expect(drill("--cabut", stolen)).rejects.toThrow("sebut --akar BERKAS");
  await expect(drill("--cabut", stolen, "--akar", file("lain.pem"))).rejects.toThrow(
    "bukan dari kunci akar ini",
  );
  expect(await verified(before.code)).toContain("tanda tangan sah");
  const printed = await drill(...revoking);
  expect(printed).toMatch(new RegExp(`${stolen} .*, dicabut `));
  expect(printed).toContain("Semua kartu bertanda tangan, tidak satu pun dari kunci yang dicabut.");

  const after = await cardOf(siti);
  expect(await verified(before.code)).toContain("(revoked-key)");
  expect(await verified(after.code)).toContain(`tanda tangan sah (kunci ${after.signedBy})`);
  expect(after.signedBy).not.toBe(stolen);
  expect(tokenOfQr(after.code)).toBe(tokenOfQr(before.code));
  expect(after.signature?.place).toBe(before.signature?.place);
  // Once more needs no root key, and finds nothing to do.
  expect(await drill("--cabut", stolen)).toMatch(/^selesai: \d+ kartu dilihat, 0 diminta/m);
}, 240_000);

test("a stolen key of the status lists is revoked once the other one signs them, and they are published anew by that", async () => {
  const { place = -1 } = (await cardOf(siti)).signature ?? {};
  await nextLists(5);
  const old = await statusList();
  const revoking = ["--cabut", old.kid, "--akar", file("akar.pem")];
  await expect(drill(...revoking)).rejects.toThrow(
    `Kunci ${old.kid} masih menandatangani daftar status: atur statusKey ke second`,
  );
  await deploy({ signingKey: "second", statusKey: "second" });
  expect(await drill(...revoking)).toMatch(new RegExp(`${old.kid} .*daftar status, dicabut `));

  await nextLists(15);
  const anew = await statusList();
  expect(anew.kid).not.toBe(old.kid);
  expect(await stateIn(anew.bytes, place)).toBe("valid");
  expect(await stateIn(old.bytes, place)).toBe("revoked-key");
}, 240_000);
