/** An agency moves in: an empty cloud, `kartu init`, a file of 2,000 people (500 in a sample) with faults, two deaths on the way, an account and a card. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { MarkerTable } from "#shared/employee/marker-table.ts";
import {
  type ImportAnswer,
  importAnswer,
  newImportAnswer,
  problemsAnswer,
} from "#shared/import/import-answers.ts";
import { type Cloud, startCloud } from "../../local/cloud/cloud.ts";
import { samplePhotos } from "../../local/demo/sample-photos.ts";
import { movingAgency } from "../shared/import/moving-agency.ts";
import { saidBy } from "../shared/import/plain-records.ts";
import { inShort } from "../shared/import/planted-faults.ts";
import { aNip } from "../support/builders.ts";
import { isWhole } from "../support/cells.ts";
import type { HttpHolder } from "../support/http-holder.ts";
import { kartu } from "../support/kartu-process.ts";
import { activate, type Newcomer } from "./support/activation.ts";
import { LeakWatch } from "./support/leak-watch.ts";
import { productOfAll } from "./support/product.ts";
import { wholeRecords } from "./support/whole-records.ts";

const directory = mkdtempSync(join(tmpdir(), "kartu-moves-in-"));
const leakWatch = new LeakWatch();
const siti = {
  ...{ nip: "198001012005012001", name: "Siti Rahma", email: "siti@kobar.example" },
  ...{ golongan: "III/c", jabatan: "Analis SDM Aparatur", unitKerja: "BKPSDM" },
  ...{ tmt: "2005-01-01", peran: ["petugas", "operator"] },
};
const made = {
  ...siti,
  ...{ nip: "198502022010011002", name: "Made Putra", email: "made@kobar.example" },
  ...{ tmt: "2010-01-01", peran: ["penyetuju", "operator"] },
};
const agency = {
  ...{ id: "kobar", nama: "Pemerintah Kabupaten Contoh", zona: "WITA", lambang: "truntum" },
  kontak: "Jika ditemukan, hubungi BKPSDM.",
};
let cloud: Cloud;
let petugas: HttpHolder;
let penyetuju: HttpHolder;

beforeAll(async () => {
  const assembly = await productOfAll();
  cloud = await startCloud({
    ...{ directory: join(directory, "state"), assembly, log: () => undefined },
    onLogLine: ({ text }) => leakWatch.take(text),
  });
  const write = (name: string, content: unknown) => {
    writeFileSync(join(directory, name), JSON.stringify(content));
    return join(directory, name);
  };
  const awal = write("awal.json", { instansi: agency, orang: [siti, made], alasan: "SK 1/2026" });
  const outputs = write("cdk-outputs.json", cloud.outputs);
  const { printed, code } = await kartu(["init", "--file", awal, "--outputs", outputs], { cloud });
  expect([code, printed]).toEqual([0, expect.stringContaining("siap")]);
  petugas = await activate(cloud, siti);
  penyetuju = await activate(cloud, made);
}, 120_000);
afterAll(async () => {
  await cloud.stop();
  rmSync(directory, { recursive: true, force: true });
});

/** The faults of the cases, more of our own, and people in whose rows nothing is wrong. */
const size = isWhole ? 2000 : 500;
const moving = movingAgency(size);

/** Asking costs the machine work, too: often enough to find an import on its way. */
const patience = { timeout: 240_000, interval: 200 };

async function read(id: string): Promise<ImportAnswer> {
  return importAnswer.parse(await (await petugas.send("GET", `/api/officer/imports/${id}`)).json());
}

async function until(id: string, states: readonly ImportAnswer["state"][]): Promise<ImportAnswer> {
  await expect.poll(async () => (await read(id)).state, patience).toBeOneOf([...states]);
  return await read(id);
}

async function bring(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const request = { requestId: randomUUID(), fileName: "pegawai.csv", size: bytes.length };
  const begun = await petugas.send("POST", "/api/officer/imports", request);
  const { id, upload } = newImportAnswer.parse(await begun.json());
  if (!upload) throw new Error("There is no form for the file.");
  const form = new FormData();
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value);
  form.append("file", new Blob([bytes]), "pegawai.csv");
  expect((await fetch(upload.url, { method: "POST", body: form })).status).toBe(204);
  return id;
}

async function problemsOf(id: string): Promise<z.infer<typeof problemsAnswer>["items"]> {
  const found = [];
  for (let from: string | undefined = ""; from !== undefined; ) {
    const query = from === "" ? "" : `?from=${from}`;
    const answer = await petugas.send("GET", `/api/officer/imports/${id}/problems${query}`);
    const { items, next } = problemsAnswer.parse(await answer.json());
    found.push(...items);
    from = next;
  }
  return found;
}

const approvals = z.looseObject({ waiting: z.array(z.looseObject({ id: z.string() })) });

/** A worker dies in the midst of its step. */
async function killWorker(id: string, from: number): Promise<void> {
  await expect.poll(async () => (await read(id)).progress?.done, patience).toBeGreaterThan(from);
  const worker = cloud.services.functions
    .all()
    .find(({ definition }) => /bulk-?worker/i.test(definition.name));
  if (!worker) throw new Error("There is no bulk-worker.");
  await worker.kill();
}

/** Minutes later the step is asked for again. */
async function askAgain(): Promise<void> {
  cloud.clock.advance(3 * 60_000);
  const reconcile = [...cloud.services.schedules.keys()].find((name) => /reconcile/i.test(name));
  await cloud.runSchedule(reconcile ?? "");
}

test(`${size} people move in: every fault is told, nobody is written half, and one gets a card`, async () => {
  const before = new Set((await recordsOf()).map(({ id }) => id));
  const id = await bring(moving.bytes);
  const judged = await until(id, ["judged", "refused"]);
  await demandFound(id, judged);

  const ask = (mode: string) =>
    petugas.send("POST", `/api/officer/imports/${id}/ask`, { mode, reason: "Pindah, SK 1/2026" });
  await expect(ask("all")).rejects.toThrow("import-has-errors");
  await ask("good-rows");
  const { waiting } = approvals.parse(
    await (await penyetuju.send("GET", "/api/accounts/approvals")).json(),
  );
  await penyetuju.send("POST", `/api/accounts/approvals/${waiting[0]?.id}/approve`);
  for (const from of [0, 100]) {
    await killWorker(id, from);
    const some = await wholeRecords(cloud, "kobar", before);
    expect(some.length).toBeGreaterThan(from);
    expect(some.length).toBeLessThan(moving.records.length);
    await askAgain();
  }
  const done = await until(id, ["done", "stopped"]);
  const total = moving.records.length;
  const progress = { done: total, refused: 0, unchanged: 0, total };
  expect(done).toMatchObject({ state: "done", progress });
  const people = await wholeRecords(cloud, "kobar", before);
  expect(people.toSorted(byNip).map(saidBy)).toEqual(moving.records.toSorted(byNip));
  expect(new Set(people.map(({ revision }) => revision))).toEqual(new Set([1]));
  expect(new Set(people.map(({ zone }) => zone))).toEqual(new Set(["WITA"]));

  const again = await until(await bring(moving.bytes), ["judged"]);
  expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: total });
  const newcomer = moving.records.find(({ email = "" }) => email.startsWith("orang.")) ?? {};
  await oneGetsACard({ nip: newcomer.nip ?? "", email: newcomer.email ?? "" });
  expect(cloud.deadLetters()).toEqual({});
  for (const { nip, name, email = "" } of people) leakWatch.meet({ nip, name, email });
  leakWatch.refuseLeaks(cloud);
}, 600_000);

const byNip = (a: { readonly nip?: string }, b: { readonly nip?: string }) =>
  (a.nip ?? "").localeCompare(b.nip ?? "");

/** All faults and nothing besides, and the same by the operators' command line. */
async function demandFound(id: string, judged: ImportAnswer): Promise<void> {
  const found = await problemsOf(id);
  expect(found.map(inShort)).toEqual(moving.found);
  const errors = moving.found.filter(({ severity }) => severity === "error");
  const counts = { new: moving.records.length, changed: 0, unchanged: 0, gone: 2 };
  expect(judged).toMatchObject({ state: "judged", rows: size, fileName: "pegawai.csv" });
  expect(judged.counts).toEqual({
    ...{ ...counts, errors: errors.length, warnings: moving.found.length - errors.length },
    rowsWithErrors: new Set(errors.map(({ row }) => row)).size,
  });
  const file = join(directory, "pegawai.csv");
  writeFileSync(file, moving.bytes);
  const args = ["impor", file, "--dry-run", "--json"];
  const outputs = ["--outputs", join(directory, "cdk-outputs.json"), "--instansi", "kobar"];
  const { printed, code } = await kartu([...args, ...outputs], { cloud });
  expect(code, printed).toBe(0);
  const { unchanged: _, ...sums } = counts;
  const problems = found.map(({ params: _figures, ...each }) => ({
    ...each,
    message: expect.any(String),
  }));
  expect(JSON.parse(printed)).toEqual({ rows: size, ...sums, problems });
}

async function recordsOf() {
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
  const { EMPLOYEE_TABLE = "", MARKER_TABLE = "" } = cloud.services.functions.settings();
  const markers = new MarkerTable(db, MARKER_TABLE);
  return await Array.fromAsync(new EmployeeTable(db, EMPLOYEE_TABLE, markers).inAgency("kobar"));
}

async function oneGetsACard({ nip, email }: Newcomer): Promise<void> {
  const holder = await activate(cloud, { nip: aNip(nip), email });
  const photo = (await samplePhotos()).find(({ breaks }) => !breaks)?.bytes ?? Buffer.alloc(0);
  const photoId = await holder.upload(photo);
  await expect.poll(async () => (await holder.readPhoto(photoId)).state).toBe("accepted");
  await holder.confirm(photoId);
  await expect.poll(async () => (await holder.readCard()).state).toBe("drawn");
  expect(await (await holder.verify()).json()).toMatchObject({ result: "valid" });
}
