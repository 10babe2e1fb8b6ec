/** The photo studio at 360 px: any picture of a phone becomes a photo of the card, on the phone. */
import type { FileChooser } from "playwright-core";
import { describe, expect } from "vitest";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { kartu } from "../support/kartu-process.ts";
import { beforeWall, phoneJpeg } from "../support/photo/phone-picture.ts";
import { distance, photoOnCard } from "./support/picture-distance.ts";
import { phone } from "./support/screens.ts";
import { shiftFaults } from "./support/steadiness.ts";
import {
  choosePicture as choose,
  cutOut,
  isReplaced,
  stageInView,
  topFromBottom,
} from "./support/studio-hands.ts";
import type { Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

let world: World;
let holder: SeededPerson;
let visitor: Visitor;
/** Whom the page asks anything. */
const hosts = new Set<string>();

test.beforeAll(async ({ world: given }) => {
  world = given;
  holder = await world.newcomer({ like: "Siti Contohwati", name: "Siti Studiowati" });
  visitor = await world.visitor(phone);
  visitor.page.on("request", (request) => {
    if (/^https?:/.test(request.url())) hosts.add(new URL(request.url()).host);
  });
});

test("the holder signs in on a phone", async () => {
  await visitor.signIn(holder.employee.nip);
  await visitor.isAt("/kartu");
});

const choosePicture = (buffer: Buffer, name?: string) => choose(visitor, buffer, name);

test("a JPEG, whatever its name says, opens the studio, and nothing is sent", async () => {
  await visitor.goto("/foto");
  const before = visitor.answers.length;
  await choosePicture(world.photo("format").bytes, "salah-jpeg-bernama-png.png");
  await visitor.sees("Letakkan mata pada garis putus-putus");
  expect(visitor.answers.slice(before).filter((answer) => answer.startsWith("POST"))).toEqual([]);
});

/** As `cutOut`, by keys too. */
const cutOutBy = (press: (name: string) => Promise<void>) => cutOut(visitor, press);
const byMouse = (name: string) => visitor.press(name);

/** On a busy machine the page is still being put together when it has come, and takes the focus from a button: then once more, as people do. */
async function chooserByKeys(tries = 4): Promise<FileChooser> {
  const { page } = visitor;
  const opened = page.waitForEvent("filechooser", { timeout: 3_000 }).catch(() => undefined);
  await page.locator('button:enabled:text-is("Pilih Foto")').focus();
  await page.keyboard.press("Enter");
  const chooser = await opened;
  if (chooser) return chooser;
  if (tries === 1) throw new Error("Enter on «Pilih Foto» opens no chooser.");
  return await chooserByKeys(tries - 1);
}

/** Presses Tab until this has the focus. */
async function tabTo(selector: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await visitor.page.keyboard.press("Tab");
    if ((await visitor.page.locator(`${selector}:focus`).count()) > 0) return;
  }
  throw new Error(`Tab does not lead to ${selector}.`);
}

async function pressByKeys(name: string): Promise<void> {
  await tabTo(`button:text-is("${name}")`);
  await visitor.page.keyboard.press("Enter");
}

/** The file behind the first picture here. */
async function pictureAt(selector: string): Promise<Buffer> {
  const address = await visitor.page.locator(selector).first().getAttribute("src");
  return await (
    await visitor.page.request.get(new URL(address ?? "", visitor.page.url()).href)
  ).body();
}

/** The front as the API gives it now; the page may have it as bytes already. */
async function ownCard(): Promise<Buffer> {
  const address = `${world.cloud.siteUrl}/api/me/card/faces/front-portrait`;
  return await (await visitor.page.request.get(address)).body();
}

describe("a JPEG of a phone, lying on its side by EXIF, before a plain wall", () => {
  test("becomes a card that is drawn with it, and until it is sent the page asks the site only", async () => {
    const { picture } = await beforeWall(1003, "peci");
    const before = await ownCard();
    await visitor.goto("/foto");
    await choosePicture(await phoneJpeg(picture, { width: 3000, height: 4000, orientation: 6 }));
    await visitor.sees("Letakkan mata pada garis putus-putus");
    expect(await stageInView(visitor)).toBeGreaterThan(0.95);
    await visitor.screenshot("studio-1-bingkai");
    await visitor.press("Lanjut");
    await cutOutBy(byMouse);
    await visitor.screenshot("studio-2-latar");
    await visitor.press("Lanjut");
    await visitor.button("Kirim untuk diperiksa").waitFor();
    await visitor.screenshot("studio-3-periksa");
    expect(await visitor.page.locator('li[data-outcome="failed"]').allTextContents()).toEqual([]);
    expect([...hosts]).toEqual([new URL(world.cloud.siteUrl).host]);
    await visitor.press("Kirim untuk diperiksa");
    await visitor.button("Gunakan foto ini").waitFor();
    await visitor.screenshot("studio-4-diterima");
    const promised = await pictureAt('.previews img[width="638"]');
    expect(await distance(before, promised, photoOnCard)).toBeGreaterThan(8);
    await visitor.press("Gunakan foto ini");
    await visitor.isAt("/kartu");
    await visitor.page.locator("img.card-face").waitFor();
    await expect.poll(async () => distance(await ownCard(), promised, photoOnCard)).toBeLessThan(4);
  });
});

test("what was begun is there again after a reload, with all that was done to it", async () => {
  const { picture } = await beforeWall(1004, "coloured-hijab");
  await visitor.goto("/foto");
  await choosePicture(await phoneJpeg(picture, { width: 1500, height: 2000, orientation: 6 }));
  await visitor.sees("Letakkan mata pada garis putus-putus");
  await expect.poll(() => topFromBottom(visitor)).toBeGreaterThan(60);
  await visitor.press("Putar 90°");
  await visitor.page.waitForTimeout(1500);
  await visitor.goto("/foto");
  await visitor.sees("Foto yang tadi Anda kerjakan masih tersimpan");
  await visitor.page.locator(".stage canvas").waitFor();
  // Turned by a quarter, wall and clothes lie in each row.
  await expect.poll(() => topFromBottom(visitor)).toBeLessThan(40);
});

test("a reload comes back to the step where the studio was left, and another picture begins with the first", async () => {
  await visitor.press("2. Latar");
  await visitor.page.locator('[data-drawn="true"]').waitFor();
  await visitor.goto("/foto");
  await visitor.sees("dinding atau kain satu warna");
  await visitor.page.locator('[data-drawn="true"]').waitFor();
  await choosePicture(world.photo("format").bytes);
  await visitor.sees("Letakkan mata pada garis putus-putus");
});

describe("with the flight mode on from the middle", () => {
  test("all but the sending works, and the page says that it waits", async () => {
    const { picture } = await beforeWall(1006, "bald");
    await visitor.goto("/foto");
    await choosePicture(await phoneJpeg(picture, { width: 1500, height: 2000, orientation: 1 }));
    await visitor.sees("Letakkan mata pada garis putus-putus");
    await visitor.press("Lanjut");
    await visitor.page.context().setOffline(true);
    await cutOutBy(byMouse);
    await visitor.press("Lanjut");
    await visitor.press("Kirim untuk diperiksa");
    await visitor.sees("Sambungan terputus. Pengiriman diulang otomatis");
    const said = await visitor.page.getByText("Sambungan terputus").boundingBox();
    expect(said?.y).toBeGreaterThan(-1);
    expect(said?.y).toBeLessThan(740);
  });

  test("it is sent by itself when the link is back, although the page was loaded anew meanwhile", async () => {
    const { page } = visitor;
    await page.route("**/api/me/photos", (route) => route.abort());
    await page.context().setOffline(false);
    await visitor.goto("/foto");
    await visitor.sees("Sambungan terputus. Pengiriman diulang otomatis");
    await page.unroute("**/api/me/photos");
    await visitor.sees("Foto memenuhi syarat");
    expect(await visitor.button("Gunakan foto ini").count()).toBe(1);
  });
});

/** A browser may refuse only after a while: long after the hand that chose the picture, when nothing may move any more. */
const refuseLate = `IDBFactory.prototype.open = () => {
  const request = { error: new DOMException("no", "SecurityError") };
  setTimeout(() => request.onerror(), 1500);
  return request;
};`;

test("in a browser that stores nothing it works, and says what a reload would lose, and nothing moves then", async () => {
  const other = await world.visitor(phone);
  await other.page.addInitScript(refuseLate);
  const { employee } = await world.newcomer({ like: "Siti Contohwati", name: "Siti Tanpasimpan" });
  await other.signIn(employee.nip);
  await other.isAt("/kartu");
  visitor = other;
  await visitor.goto("/foto");
  await choosePicture(world.photo("format").bytes);
  await visitor.sees("Letakkan mata pada garis putus-putus");
  expect(
    await visitor.page.getByText("dihapus dari perangkat ini bila Anda keluar").isVisible(),
  ).toBe(true);
  await visitor.page.getByText("Peramban ini tidak mengizinkan penyimpanan").waitFor();
  expect(await shiftFaults(visitor.page)).toEqual([]);
  await visitor.screenshot("studio-tanpa-simpan");
  await visitor.press("Lanjut");
  await cutOutBy(byMouse);
});

test("by keys alone a picture is framed, cut out, brushed and saved as PNG", async () => {
  const { page } = visitor;
  const { picture } = await beforeWall(1011, "peci");
  await visitor.goto("/foto");
  const chooser = await chooserByKeys();
  const buffer = await phoneJpeg(picture, { width: 900, height: 1200, orientation: 1 });
  await chooser.setFiles({ name: "a.jpg", mimeType: "image/jpeg", buffer });
  await isReplaced(visitor);
  await visitor.sees("Letakkan mata pada garis putus-putus");
  await tabTo('[role="application"]');
  for (const key of ["+", "ArrowLeft", "ArrowRight", "-"]) await page.keyboard.press(key);
  await tabTo("#zoom");
  await page.keyboard.press("ArrowRight");
  await pressByKeys("Lanjut");
  await cutOutBy(pressByKeys);
  await visitor.button("2. Latar").focus();
  await tabTo('[role="application"]');
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Space");
  await pressByKeys("Batalkan");
  await pressByKeys("Lanjut");
  await visitor.button("Unduh PNG").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), pressByKeys("Unduh PNG")]);
  // In a process of its own: the judge lets sharp open nothing but PNG, and the journeys share one.
  const { printed } = await kartu(["periksa-foto", await download.path(), "--json"]);
  expect(JSON.parse(printed)).toMatchObject({ accepted: true });
});

test("the browser complained of nothing", () => {
  expect(visitor.complaints).toEqual([]);
});
