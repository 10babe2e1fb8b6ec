/** A history that somebody changes in the table itself, on the whole product: `kartu audit-verifikasi` names what was done (decision 0046). */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient, GetCommand, PutCommand } from "@aws-sdk/lib-dynamodb";
import { expect, onTestFailed } from "vitest";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { kartu } from "../support/kartu-process.ts";
import { changeRecord } from "./support/steps.ts";
import type { Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

let world: World;
let officer: Visitor;
let siti: SeededPerson;
/** Where `npm start` says where its cloud is. */
let home: string;

test.beforeAll(async ({ world: given }) => {
  world = given;
  siti = await world.newcomer({ like: "Siti Contohwati", name: "Siti Riwayatwati" });
  officer = await world.visitor();
  home = mkdtempSync(join(tmpdir(), "kartu-history-"));
  writeFileSync(join(home, "embedded-cloud.json"), JSON.stringify(world.cloud.client));
  writeFileSync(join(home, "embedded-outputs.json"), JSON.stringify(world.cloud.outputs));
});

const verify = async () =>
  await kartu(["audit-verifikasi", "--orang", siti.id, "--home", home], { cloud: world.cloud });

test("an officer's change is chained at once, and sealed after its hour", async () => {
  onTestFailed(() => officer.screenshot("failed-history"));
  const petugas = await world.newcomer({ like: "Budi Petugasanto", name: "Budi Riwayatanto" });
  await officer.signIn(petugas.employee.nip);
  await officer.goto(`/petugas/pegawai?id=${siti.id}`);
  await changeRecord(officer, () => officer.type("Jabatan", "Arsiparis Ahli Muda"), "SK 46/2026");
  await world.cloud.waitUntilIdle();

  const before = world.logLines().length;
  world.cloud.clock.advance(2 * 3_600_000);
  // What runs every five minutes runs as often as it would have.
  await world.cloud.waitUntilIdle({ timeoutSeconds: 150 });
  const sealed = world
    .logLines()
    .slice(before)
    .filter((line) => line.includes("job.seal-history"));
  expect(sealed.join()).toMatch(/"entries":[1-9]/);

  const { printed, code } = await verify();
  expect(printed).toContain("Riwayat utuh.");
  expect(printed).toMatch(/[1-9]\d* entri dalam rantai 1 pegawai \(0 dari sebelum ada rantai/);
  expect(printed).toMatch(/[1-9]\d* entri dalam [1-9]\d* segel/);
  expect(code).toBe(0);
});

test("the change is altered in the table, and is named; put back, the history is whole again", async () => {
  const { client, services } = world.cloud;
  const { AUDIT_TABLE: TableName, EMPLOYEE_TABLE } = services.functions.settings();
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(client));
  const record = await db.send(new GetCommand({ TableName: EMPLOYEE_TABLE, Key: { id: siti.id } }));
  const Key = { subjectId: siti.id, revision: record.Item?.revision };
  const { Item } = await db.send(new GetCommand({ TableName, Key }));
  await db.send(new PutCommand({ TableName, Item: { ...Item, reason: "SK 99/2026" } }));

  const { printed, code } = await verify();
  expect(printed).toContain(
    `value-altered: ${siti.id} revisi ${Key.revision}: nilai atau alasannya diubah`,
  );
  expect(printed).toContain("Riwayat TIDAK utuh");
  expect(code).toBe(1);

  await db.send(new PutCommand({ TableName, Item }));
  expect((await verify()).printed).toContain("Riwayat utuh.");
});
