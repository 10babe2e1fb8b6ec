/** «Kode hadir»: a phone shows it, a gate of the office reads it by the camera, also without the network, and the day has it. */
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeEach, expect } from "vitest";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { browserThatSeesLater, holdUp } from "./support/fake-camera.ts";
import { phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const at = { instansiId: "ins_gerbang", instansi: "Pemerintah Kota Gerbang", unitKerja: "Bidang" };
const machines = "/petugas/instansi?bagian=presensi&lihat=mesin";
const ownCode = "/pengajuan?bagian=presensi&id=kode";

let world: World;
let browser: Browser | undefined;
let film: string;
let officer: SeededPerson;
let holder: SeededPerson;
let gate: Visitor;
let own: Visitor;

test.beforeAll(async ({ world: given }) => {
  world = given;
  officer = await world.newcomer({ ...at, like: "Budi Petugasanto", name: "Gatot Gerbangwan" });
  holder = await world.newcomer({ ...at, like: "Siti Contohwati", name: "Ratna Gerbangwan" });
  film = join(world.directory, "kode.y4m");
  await holdUp(await blank(), film);
  browser = await browserThatSeesLater(film);
  gate = await world.visitor({ browser });
  own = await world.visitor(phone);
}, 480_000);
afterAll(() => browser?.close());
beforeEach(() => pictureFailures([gate, own], "presence-"));

async function blank(): Promise<Buffer> {
  const { default: sharp } = await import("sharp");
  const size = { width: 100, height: 100, channels: 3 as const };
  return sharp({ create: { ...size, background: "#ffffff" } })
    .png()
    .toBuffer();
}

const code = () => own.page.locator(".presence-code svg[data-step]");

/** The code is held before the camera as soon as it has just changed: reading takes its time here. */
async function showCode(): Promise<void> {
  const before = await code().getAttribute("data-step");
  await own.page
    .locator(`.presence-code svg[data-step]:not([data-step="${before}"])`)
    .waitFor({ timeout: 45_000 });
  await holdUp(await code().screenshot(), film);
}

async function readCode(): Promise<void> {
  await gate.page.locator("#camera:enabled").click();
  await gate.page.locator("#outcome:is(.good, .bad)").waitFor();
}

test("a petugas adds a gate", async () => {
  await gate.signIn(officer.employee.nip);
  await gate.isAt("/petugas/beranda");
  await gate.goto(machines);
  await gate.press("Tambah mesin");
  await gate.type("Kode mesin", "depan");
  await gate.type("Nama mesin", "Gerbang depan");
  await gate.choose("Jenis", "Gerbang Kode hadir");
  await gate.type("Dasar", "BA 1/2026");
  await gate.press("Simpan");
  await gate.sees("Mesin disimpan.");
  await gate.page.getByRole("link", { name: "Buka gerbang: Gerbang depan" }).waitFor();
}, 120_000);

test("a holder comes from the own attendance to the code, which changes by itself", async () => {
  await own.signIn(holder.employee.nip);
  await own.goto("/pengajuan?bagian=presensi");
  await own.page.getByRole("link", { name: "Tampilkan Kode hadir" }).click();
  await code().waitFor();
  const tour = new Tour("id", own, world.cloud.siteUrl);
  await tour.open(ownCode, ".presence-code svg");
  await tour.look("kode-hadir");
  expect(own.complaints).toEqual([]);
}, 120_000);

test("the gate reads the code by its camera, and the day has it", async () => {
  await gate.goto("/petugas/gerbang?gerbang=depan");
  await gate.sees(/1 ponsel dikenal/);
  await showCode();
  await readCode();
  expect(await gate.page.locator("#outcome").innerText()).toMatch(/^Tercatat \d\d/);
  await gate.sees(/Dibaca 1, tersimpan 1, menunggu dikirim 0\./);
  await new Tour("id", gate, world.cloud.siteUrl).look("gerbang-kode-hadir");
  expect(gate.complaints).toEqual([]);
}, 180_000);

test("the same code again is refused", async () => {
  await gate.page.locator("#camera").click();
  await gate.page.waitForTimeout(5500);
  await gate.page.evaluate("document.getElementById('outcome').className = ''");
  await readCode();
  expect(await gate.page.locator("#outcome").innerText()).toMatch(/sudah dibaca|waktu lain/);
  await gate.page.locator("#camera").click();
}, 60_000);

test("phone and gate go on without the network, and what was read comes later", async () => {
  await own.page.context().setOffline(true);
  await gate.page.context().setOffline(true);
  await showCode();
  await gate.page.evaluate("document.getElementById('outcome').className = ''");
  await readCode();
  expect(await gate.page.locator("#outcome").innerText()).toMatch(/^Tercatat/);
  await gate.sees(/Dibaca 2, tersimpan 1, menunggu dikirim 1\./);
  await gate.page.locator("#camera").click();
  await gate.page.context().setOffline(false);
  await own.page.context().setOffline(false);
  await gate.sees(/Dibaca 2, tersimpan 2, menunggu dikirim 0\./);
}, 180_000);

test("the holder sees at which gate it was; who signs out has no code any more", async () => {
  await own.goto("/pengajuan?bagian=presensi");
  await own.sees(/Gerbang depan/);
  await own.goto(ownCode);
  await code().waitFor();
  await own.page.setViewportSize({ width: 1100, height: 800 });
  await own.press("Keluar");
  await own.isAt("/masuk");
  const kept = await own.page.evaluate<number>(
    "indexedDB.databases().then((all) => all.filter(({ name }) => name === 'kartu-hadir').length)",
  );
  const left = kept === 0 ? 0 : await own.page.evaluate<number>(countKept);
  expect(left).toBe(0);
  await gate.goto("/petugas/gerbang?gerbang=depan");
  await gate.sees(/0 ponsel dikenal/);
}, 120_000);

const countKept = `new Promise((resolve) => {
  const request = indexedDB.open("kartu-hadir");
  request.onsuccess = () => {
    const all = [...request.result.objectStoreNames];
    if (all.length === 0) return resolve(0);
    const count = request.result.transaction("phone").objectStore("phone").count();
    count.onsuccess = () => resolve(count.result);
  };
})`;
