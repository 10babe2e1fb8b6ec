/** What the QR of a card says to who is offline, on the whole product: signed by KMS once, in every file of the card. */
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { expect } from "vitest";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { CardTable } from "#shared/card/card-table.ts";
import { SignatureTable } from "#shared/card/signature-table.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import { revise } from "#shared/employee/revision.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { fromDigits } from "#shared/signed-qr/digits.ts";
import { openSigned } from "#shared/signed-qr/envelope.ts";
import { openKeyList } from "#shared/signed-qr/key-list.ts";
import { openStatusList, partOf, statusPath } from "#shared/signed-qr/status-list.ts";
import { publicHalf, readRoot } from "../../ops/root-key.ts";
import { decodeQr, tokenOfQr } from "../support/decode-qr.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { test } from "./support/world.ts";

test("both fronts carry one signature, which anybody checks with the published list, the root key and a clock", async ({
  world,
}) => {
  const { employee } = await world.newcomer({ like: "Siti Contohwati", name: "Siti Tandatangan" });
  const holder = new HttpHolder(world.cloud.siteUrl);
  await holder.signIn(employee.nip, world.nextCode(employee.nip));
  const codes = [
    await decodeQr(await holder.face("front-landscape")),
    await decodeQr(await holder.face("front-portrait")),
  ];
  const digits = codes.map((code) => new URL(code ?? "").hash.slice(1));
  expect(digits[0]).toMatch(/^\d{300,}$/);
  expect(digits[1]).toBe(digits[0]);
  expect(tokenOfQr(codes[1])).toBe(tokenOfQr(codes[0]));

  const { cloud, directory } = world;
  const answer = await fetch(`${cloud.siteUrl}/.well-known/kartu-asn/kunci.json`);
  expect(answer.headers.get("cache-control")).toBe("public, max-age=3600");
  const list = await openKeyList(
    await answer.text(),
    publicHalf(readRoot(join(directory, "root-key.pem"))),
  );
  if ("refusal" in list) throw new Error(list.refusal);
  expect(list.host).toBe(new URL(cloud.siteUrl).host);
  expect(list.keys).toHaveLength(2);

  const bytes = fromDigits(digits[0] ?? "") ?? new Uint8Array();
  const opened = await openSigned(bytes, list, cloud.clock.now());
  expect(opened).toMatchObject({
    ok: true,
    payload: { nip: employee.nip, name: expect.stringContaining("Siti Tandatangan"), kind: "PNS" },
  });
  expect(opened.ok && list.instansi[opened.payload.instansi]).toBe(employee.instansi);
});

test("who is suspended is so in the status list of the next day, and who came back is valid again", async ({
  world,
}) => {
  const { cloud, directory } = world;
  const { id } = await world.newcomer({ like: "Siti Contohwati", name: "Siti Berstatus" });
  await cloud.waitUntilIdle();
  const json = await (await fetch(`${cloud.siteUrl}/.well-known/kartu-asn/kunci.json`)).text();
  const keys = await openKeyList(json, publicHalf(readRoot(join(directory, "root-key.pem"))));
  if ("refusal" in keys) throw new Error(keys.refusal);
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
  const { CARD_TABLE = "", ...settings } = cloud.services.functions.settings();
  const employees = new WritableEmployeeTable(db, settings.EMPLOYEE_TABLE ?? "", {
    audit: new AuditTable(db, settings.AUDIT_TABLE ?? ""),
    changes: new OpenChangeTable(db, settings.OPEN_CHANGE_TABLE ?? ""),
  });
  const hash = (await new CardTable(db, CARD_TABLE).find(id))?.contentHash ?? "";
  const { place = -1 } = (await new SignatureTable(db, CARD_TABLE).find(hash)) ?? {};
  const stateTomorrow = async () => {
    cloud.clock.advance(24 * 3_600_000);
    await cloud.waitUntilIdle({ timeoutSeconds: 120 });
    const part = partOf(place);
    const answer = await fetch(`${cloud.siteUrl}/${statusPath(part)}`);
    expect(answer.headers.get("content-type")).toBe("application/statuslist+cwt");
    expect(answer.headers.get("cache-control")).toBe("public, max-age=3600");
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const list = await openStatusList(bytes, keys, { part, now: cloud.clock.now() });
    return "refusal" in list ? list.refusal : list.stateOf(place);
  };

  const change = async (kedudukanHukum: Employee["kedudukanHukum"]) => {
    const before = await employees.find(id);
    const told = { actor: { role: "import" }, action: "status-changed" } as const;
    const next = before && revise(before, { kedudukanHukum }, { ...told, at: cloud.clock.now() });
    if (!next) throw new Error("It says so already.");
    await employees.save(next);
    // What is not delivered before the next day comes is given up as too old.
    await cloud.waitUntilIdle();
  };

  expect(await stateTomorrow()).toBe("valid");
  await change("02");
  expect(await stateTomorrow()).toBe("suspended");
  await change("01");
  expect(await stateTomorrow()).toBe("valid");
});

test("a signature that ends soon is made anew without anybody, in its place in the status list", async ({
  world,
}) => {
  const { cloud } = world;
  const { id } = await world.newcomer({ like: "Siti Contohwati", name: "Siti Perpanjangan" });
  await cloud.waitUntilIdle();
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
  const { CARD_TABLE = "" } = cloud.services.functions.settings();
  const [cards, signatures] = [new CardTable(db, CARD_TABLE), new SignatureTable(db, CARD_TABLE)];
  const before = await cards.find(id);
  const hash = before?.contentHash ?? "";
  const kept = await signatures.find(hash);
  if (!kept) throw new Error("The card is not signed.");
  const today = cloud.clock.now().toISOString().slice(0, 10);
  // As if two years had passed.
  const soon = { ...kept, expires: daysAfter(today, 30), renewOn: today };
  await signatures.keep(hash, soon, kept);

  cloud.clock.advance(5 * 60_000);
  await cloud.waitUntilIdle();
  const renewed = await signatures.find(hash);
  expect(renewed).toMatchObject({ place: kept.place, instansi: kept.instansi });
  expect(renewed?.signature).not.toBe(kept.signature);
  expect(renewed && renewed.expires >= kept.expires).toBe(true);
  const after = await cards.find(id);
  expect(after).toMatchObject({ contentHash: hash, signedUntil: renewed?.expires });
  expect(after?.signature).not.toBe(before?.signature);
});
