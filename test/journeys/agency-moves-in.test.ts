/** An agency moves in: an empty cloud, `kartu init`, a file of 2,000 people with faults, two deaths on the way, an account and a card. */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as z from "zod";
import { AccountTable } from "#shared/account/account-table.ts";
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
import { csvOf, siasnFaults, siasnRows } from "../shared/import/siasn-files.ts";
import { aNip } from "../support/builders.ts";
import type { HttpHolder } from "../support/http-holder.ts";
import { kartu } from "../support/kartu-process.ts";
import { activate, type Newcomer } from "./support/activation.ts";
import { LeakWatch } from "./support/leak-watch.ts";
import { productOfAll } from "./support/product.ts";

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
  ...{ id: "kobar", nama: "Kabupaten Contoh", zona: "WITA", lambang: "truntum" },
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

/** The file of the faults, with more people and more faults of our own below it. */
function theFile() {
  const [headings = [], ...given] = siasnRows("siasn-faults.csv");
  const [clean = []] = given.slice(1);
  const two = (number: number) => String(number).padStart(2, "0");
  const person = (i: number, change: Readonly<Record<string, string>> = {}): string[] => {
    const [day, month] = [(i % 28) + 1, (Math.floor(i / 28) % 12) + 1];
    const year = 1968 + (Math.floor(i / 336) % 24);
    const said: Readonly<Record<string, string>> = {
      ...{
        "NIP BARU": `${year}${two(month)}${two(day)}2009011${two(Math.floor(i / 8064) + 1).padStart(3, "0")}`,
      },
      ...{ "TANGGAL LAHIR": `${two(day)}-${two(month)}-${year}`, "TMT CPNS": "01-01-2009" },
      ...{ "TMT PNS": "01-01-2010", NIK: "", EMAIL: `orang.${i}@contoh.example` },
      ...{ "JENIS KELAMIN": "M", UNOR: `Dinas Contoh ${i % 40}`, ...change },
    };
    return headings.map((heading, c) => said[heading] ?? clean[c] ?? "");
  };
  const more = Array.from({ length: 2000 - given.length - 4 }, (_, i) => person(i));
  const ours = [
    person(3000, { "GOL AKHIR": "V/x" }),
    person(3001, { EMAIL: "orang.1@contoh.example" }),
    person(3002, { "NIP BARU": "1,98503E+17" }),
    person(3003, { "TANGGAL LAHIR": "31-02-1980" }),
  ];
  return {
    bytes: csvOf([headings, ...given, ...more, ...ours]),
    first: person(0),
    count: given.length,
  };
}

async function until(id: string, states: readonly ImportAnswer["state"][]): Promise<ImportAnswer> {
  const read = async () =>
    importAnswer.parse(await (await petugas.send("GET", `/api/officer/imports/${id}`)).json());
  await expect
    .poll(async () => states.includes((await read()).state), { timeout: 60_000 })
    .toBe(true);
  return await read();
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

async function errorsOf(id: string): Promise<z.infer<typeof problemsAnswer>["items"]> {
  const found = [];
  for (let from: string | undefined = ""; from !== undefined; ) {
    const query = from === "" ? "" : `?from=${from}`;
    const answer = await petugas.send("GET", `/api/officer/imports/${id}/problems${query}`);
    const { items, next } = problemsAnswer.parse(await answer.json());
    found.push(...items.filter(({ severity }) => severity === "error"));
    from = next;
  }
  return found;
}

const approvals = z.looseObject({ waiting: z.array(z.looseObject({ id: z.string() })) });

/** A worker dies in the midst of its step; minutes later the step is asked for again. */
async function killWorker(id: string, from: number): Promise<void> {
  await expect
    .poll(async () => (await until(id, ["applying", "done"])).progress?.done ?? 0, {
      timeout: 60_000,
    })
    .toBeGreaterThan(from);
  const worker = cloud.services.functions
    .all()
    .find(({ definition }) => /bulk-?worker/i.test(definition.name));
  if (!worker) throw new Error("There is no bulk-worker.");
  await worker.kill();
  cloud.clock.advance(3 * 60_000);
  const reconcile = [...cloud.services.schedules.keys()].find((name) => /reconcile/i.test(name));
  await cloud.runSchedule(reconcile ?? "");
}

test("2,000 people move in: every fault is told, nobody is written half, and one gets a card", async () => {
  const { bytes, first, count } = theFile();
  const id = await bring(bytes);
  const judged = await until(id, ["judged", "refused"]);
  expect(judged).toMatchObject({ state: "judged", rows: 2000, fileName: "pegawai.csv" });
  const errors = await errorsOf(id);
  const wrong = siasnFaults().filter(({ row }) => errors.some((each) => each.row === row));
  expect(wrong.length).toBeGreaterThan(8);
  const ours = errors.filter(({ row }) => row > 2001 - 4).map(({ code }) => code);
  expect(new Set(ours)).toEqual(
    new Set(["golongan-unknown", "email-taken-in-file", "nip-scientific", "day-malformed"]),
  );
  expect(judged.counts.new).toBe(2000 - judged.counts.rowsWithErrors - judged.counts.changed);

  const ask = (mode: string) =>
    petugas.send("POST", `/api/officer/imports/${id}/ask`, { mode, reason: "Pindah, SK 1/2026" });
  await expect(ask("all")).rejects.toThrow("import-has-errors");
  await ask("good-rows");
  const { waiting } = approvals.parse(
    await (await penyetuju.send("GET", "/api/accounts/approvals")).json(),
  );
  await penyetuju.send("POST", `/api/accounts/approvals/${waiting[0]?.id}/approve`);
  await killWorker(id, 0);
  await killWorker(id, 100);
  const done = await until(id, ["done", "stopped"]);

  const total = judged.counts.new;
  expect(done).toMatchObject({
    state: "done",
    progress: { done: total, refused: 0, unchanged: 0, total },
  });
  const { employees, accounts } = tables();
  const people = await Array.fromAsync(employees.inAgency("kobar"));
  expect(people).toHaveLength(total + 2);
  expect(new Set(people.map(({ revision }) => revision))).toEqual(new Set([1]));
  for (const { id: person } of people.slice(0, 50))
    expect(await accounts.summary(person)).toBeDefined();

  const again = await until(await bring(bytes), ["judged"]);
  expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: total });
  expect(count).toBeGreaterThan(20);
  await oneGetsACard({ nip: first[1] ?? "", email: "orang.0@contoh.example" });
  expect(cloud.deadLetters()).toEqual({});
}, 240_000);

function tables() {
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
  const {
    EMPLOYEE_TABLE = "",
    MARKER_TABLE = "",
    ACCOUNT_TABLE = "",
  } = cloud.services.functions.settings();
  const markers = new MarkerTable(db, MARKER_TABLE);
  return {
    employees: new EmployeeTable(db, EMPLOYEE_TABLE, markers),
    accounts: new AccountTable(db, ACCOUNT_TABLE),
  };
}

async function oneGetsACard({ nip, email }: Newcomer): Promise<void> {
  const holder = await activate(cloud, { nip: aNip(nip), email });
  const photo = (await samplePhotos()).find(({ breaks }) => !breaks)?.bytes ?? Buffer.alloc(0);
  const photoId = await holder.upload(photo);
  await expect
    .poll(async () => (await holder.readPhoto(photoId)).state, { timeout: 30_000 })
    .toBe("accepted");
  await holder.confirm(photoId);
  await expect.poll(async () => (await holder.readCard()).state, { timeout: 30_000 }).toBe("drawn");
  expect(await (await holder.verify()).json()).toMatchObject({ result: "valid" });
}
