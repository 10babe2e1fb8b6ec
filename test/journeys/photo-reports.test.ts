/** Somebody who checks a card sees another person's photo and reports it; an officer sees it before all others, and decides. */
import { beforeEach, expect } from "vitest";
import * as z from "zod";
import { photoQueueAnswer } from "#shared/photo/review-answers.ts";
import { portraitPng } from "../../local/demo/portrait.ts";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { decodeQr } from "../support/decode-qr.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { desktop, phone } from "./support/screens.ts";
import { answerWithoutImage, verify } from "./support/steps.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

let world: World;
let officer: SeededPerson;
let holder: HttpHolder;
let first: HttpHolder;
let holderId: string;
let firstId: string;
let petugas: Tour;
let guest: Tour;
const name = "Sekar Laporwati";

test.beforeAll(async ({ world: given }) => {
  world = given;
  const there = { instansiId: "ins_lapor" };
  officer = await world.newcomer({ like: "Budi Petugasanto", name: "Bagas Laporanto", ...there });
  const sari = await world.newcomer({
    like: "Siti Contohwati",
    name: "Sari Dahuluwati",
    ...there,
  });
  const second = await world.newcomer({ like: "Siti Contohwati", name, ...there });
  first = await withPhoto(sari, 4);
  holder = await withPhoto(second, 5);
  [firstId, holderId] = [sari.id, second.id];
  const at = async (screen: typeof phone) =>
    new Tour("id", await world.visitor(screen), world.cloud.siteUrl);
  [petugas, guest] = [await at(desktop), await at(phone)];
}, 240_000);
beforeEach(() => pictureFailures([petugas.visitor, guest.visitor]));

async function signedIn({ employee: { nip } }: SeededPerson): Promise<HttpHolder> {
  const somebody = new HttpHolder(world.cloud.siteUrl);
  await somebody.signIn(nip, world.nextCode(nip));
  return somebody;
}

/** Each photo of the demo waits for an officer, in the order in which they come. */
async function withPhoto(person: SeededPerson, seed: number): Promise<HttpHolder> {
  const somebody = await signedIn(person);
  await usePhoto(somebody, seed);
  return somebody;
}

async function usePhoto(somebody: HttpHolder, seed: number): Promise<void> {
  const photoId = await somebody.upload(await portraitPng(seed));
  await world.cloud.waitUntilIdle();
  await somebody.confirm(photoId);
  await world.cloud.waitUntilIdle();
}

async function colourOf(selector: string): Promise<unknown> {
  return await guest.page.evaluate(
    `getComputedStyle(document.querySelector(${JSON.stringify(selector)})).color`,
  );
}

test("a guest checks a card, says that the photo is another person's, and is thanked", async () => {
  const qr = (await decodeQr(await holder.face("front-landscape"))) ?? "";
  await verify(guest.visitor, qr);
  await guest.shows("#result .good");
  await guest.imagesDrawn("#result img");
  await guest.press("Foto tidak cocok dengan orangnya");
  await guest.visitor.sees("Laporkan foto ini ke instansinya?");
  await guest.look("lapor-foto-tanya");
  await guest.press("Batal");
  await guest.press("Foto tidak cocok dengan orangnya");
  await guest.press("Laporkan");
  await guest.visitor.sees(/Terima kasih, laporan Anda diterima/);
  await guest.look("lapor-foto-terima-kasih");
  expect(await guest.page.locator("#result .good").count()).toBe(0);
  expect(await guest.page.locator("#result h2").innerText()).toBe("Foto dilaporkan");
  await guest.visitor.sees("Menurut data kartu ini masih berlaku");
  expect(await guest.page.title()).toContain("Foto dilaporkan");

  expect(await guest.page.locator("#result button").count()).toBe(0);
}, 120_000);

test("who checks the next card without a captcha answers one to report it", async () => {
  const qr = (await decodeQr(await first.face("front-landscape"))) ?? "";
  await guest.page.goto(qr);
  await guest.press("Periksa");
  await guest.shows("#result .good");
  await guest.press("Foto tidak cocok dengan orangnya");
  await guest.visitor.sees(/Untuk melaporkan, isi captcha/);
  // Nothing went wrong, so it does not look so.
  expect(await colourOf("#problem")).toBe(await colourOf("main"));
  await guest.look("lapor-foto-captcha");
  await guest.press("Kembali ke hasil");
  await guest.shows("#result h2.good:focus");
  expect(await guest.page.locator("#form").isVisible()).toBe(false);
  expect(await guest.page.title()).toBe("Sah – Periksa Kartu ASN");
  await guest.press("Laporkan kartu mencurigakan");
  await guest.visitor.sees(/Untuk melaporkan, isi captcha/);
  await guest.press("Kembali ke hasil");
  // A captcha that does not come takes nothing of the answer away.
  await guest.page.context().setOffline(true);
  await guest.press("Foto tidak cocok dengan orangnya");
  await guest.shows("#result [role=status]:focus");
  await guest.visitor.sees(/Laporan belum terkirim/);
  expect(await guest.page.locator("#result h2").innerText()).toBe("Sah");
  await guest.page.context().setOffline(false);
  await guest.press("Foto tidak cocok dengan orangnya");
  await guest.visitor.sees(/Untuk melaporkan, isi captcha/);
  await answerWithoutImage(guest.visitor);
  await guest.shows("#result [role=status]:focus");
  await guest.visitor.sees("Laporkan foto ini ke instansinya?");
  await guest.press("Batal");

  expect(await guest.page.locator("#form").isVisible()).toBe(false);
}, 120_000);

test("also a card that is not valid is reported by who checked it without a captcha", async () => {
  const qr = (await decodeQr(await first.face("front-landscape"))) ?? "";
  expect((await first.send("POST", "/api/me/card/qr/pause")).ok).toBe(true);
  // An answered captcha brings the pass.
  await verify(guest.visitor, (await decodeQr(await holder.face("front-landscape"))) ?? "");
  await guest.shows("#result .good");
  await guest.page.goto(qr);
  await guest.press("Periksa");
  await guest.shows("#result .caution");
  await guest.press("Laporkan kartu mencurigakan");
  await guest.visitor.sees(/Untuk melaporkan, isi captcha/);
  await answerWithoutImage(guest.visitor);
  await guest.visitor.sees("Apa yang janggal?");
  await guest.look("lapor-kartu-tanpa-captcha");
  await guest.press("Batal");
  expect((await first.send("POST", "/api/me/card/qr/resume")).ok).toBe(true);
}, 120_000);

test("the officer finds it at the top of the queue with its time, and decides; the card was valid all the time", async () => {
  await world.cloud.runSchedule("contact");
  await world.cloud.waitUntilIdle();
  expect(await (await holder.verify()).json()).toMatchObject({ result: "valid" });
  expect(await (await holder.send("GET", "/api/me/notifications")).text()).not.toContain("report");

  await petugas.visitor.signIn(officer.employee.nip);
  await petugas.open("/petugas/foto", "#review-title");
  expect(await petugas.page.locator("#review-title").textContent()).toContain(name);
  await petugas.visitor.sees(/Dilaporkan oleh pemeriksa kartu .+\d{2}\.\d{2}/);
  await petugas.imagesDrawn(".person-card img");
  await petugas.look("antrean-foto-dilaporkan");
  await petugas.click('[data-decision="approve"]');
  await petugas.visitor.sees(/^Foto Sekar Laporwati.* dinyatakan sesuai/);

  const officers = await signedIn(officer);
  const queue = await officers.send("GET", "/api/officer/photos");
  const { items } = photoQueueAnswer.parse(await queue.json());
  const waiting = items.map(({ employeeId }) => employeeId);
  expect(waiting).toContain(firstId);
  expect(waiting).not.toContain(holderId);
  const told = await officers.send("GET", `/api/officer/people/${holderId}/photo`);
  expect(await told.json()).toMatchObject({
    review: { state: "approved", reportedAt: expect.any(String) },
    history: [
      { action: "photo-approved" },
      { action: "photo-reported", by: { role: "system" } },
      { action: "photo-confirmed" },
      // The photo that the demo began with.
      { action: "photo-confirmed" },
    ],
  });
  expect([petugas, guest].flatMap(({ visitor }) => visitor.complaints)).toEqual([]);
}, 180_000);

test("who is reported and uses the same picture again before the officers read of it stays at the top, as reported about the photo before", async () => {
  const { report } = z.object({ report: z.string() }).parse(await (await first.verify()).json());
  await first.send("POST", "/api/verify/report", { mark: report });
  await usePhoto(first, 4);
  await world.cloud.runSchedule("contact");
  await world.cloud.waitUntilIdle();
  await usePhoto(first, 4);

  await petugas.open("/petugas/foto", "#review-title");
  await petugas.visitor.sees(/Dilaporkan oleh pemeriksa kartu .+ tentang foto sebelumnya/);
  await petugas.imagesDrawn(".person-card img");
  await petugas.look("antrean-foto-sebelumnya-dilaporkan");
  const officers = await signedIn(officer);
  const queue = await officers.send("GET", "/api/officer/photos");
  const [top] = photoQueueAnswer.parse(await queue.json()).items;
  expect(top).toMatchObject({
    ...{ employeeId: firstId, review: { state: "waiting", reportedEarlier: true } },
  });
  expect(petugas.visitor.complaints).toEqual([]);
}, 180_000);

test("a guest says that somebody else carries the card: an officer finds it among the requests, and its holder hears nothing", async () => {
  await verify(guest.visitor, (await decodeQr(await holder.face("front-landscape"))) ?? "");
  await guest.shows("#result .good");
  await guest.press("Laporkan kartu mencurigakan");
  await guest.visitor.sees("Apa yang janggal?");
  await guest.look("lapor-kartu-tanya");
  await guest.press("Kartu ini dibawa orang lain");
  await guest.visitor.sees("Laporkan ke instansinya: «Kartu ini dibawa orang lain»?");
  await guest.look("lapor-kartu-yakin");
  await guest.press("Batal");
  await guest.press("Laporkan kartu mencurigakan");
  await guest.press("Kartu ini dibawa orang lain");
  await guest.press("Laporkan");
  await guest.visitor.sees(/Petugas instansinya memeriksanya/);
  await guest.look("lapor-kartu-terima-kasih");
  expect(await guest.page.locator("#result .good").count()).toBe(0);
  expect(await guest.page.locator("#result h2").innerText()).toBe("Kartu dilaporkan");
  await guest.visitor.sees("Menurut data kartu ini masih berlaku, tetapi Anda melaporkannya.");
  expect(await guest.page.title()).toContain("Kartu dilaporkan");
  expect(await guest.page.locator("#result button").count()).toBe(0);
  await world.cloud.runSchedule("contact");
  await world.cloud.waitUntilIdle();

  await petugas.open("/petugas/pengajuan", "#request-title");
  expect(await petugas.page.locator("#request-title").textContent()).toContain(name);
  await petugas.visitor.sees("Kartu dilaporkan mencurigakan");
  await petugas.visitor.sees("Kartu dibawa orang lain");
  expect(await petugas.page.locator('[data-decision="clarify"]').count()).toBe(0);
  await petugas.look("antrean-kartu-mencurigakan");
  await petugas.page.locator("#request-title").focus();
  await petugas.page.keyboard.press("s");
  await petugas.visitor.sees(/Disetujui: /);
  await world.cloud.waitUntilIdle();

  expect(await (await holder.send("GET", "/api/requests/mine")).json()).toMatchObject({
    items: [],
  });
  const told = await (await holder.send("GET", "/api/me/notifications")).text();
  expect(told).not.toMatch(/own-request|suspect/);
  expect(await (await holder.verify()).json()).toMatchObject({ result: "valid" });
  expect([petugas, guest].flatMap(({ visitor }) => visitor.complaints)).toEqual([]);
}, 180_000);
