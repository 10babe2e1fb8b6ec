/** What a reload, and a system that ends the page for its camera, leave of the work in the photo studio: on a phone. */
import { expect } from "vitest";
import { beforeWall, phoneJpeg } from "../support/photo/phone-picture.ts";
import { phone } from "./support/screens.ts";
import { shiftFaults } from "./support/steadiness.ts";
import { choosePicture, isOpened, stageInView } from "./support/studio-hands.ts";
import { Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

let world: World;
let visitor: Visitor;
const { picture } = await beforeWall(1003, "peci");
const photo = await phoneJpeg(picture, { width: 900, height: 1200, orientation: 1 });

test.beforeAll(async ({ world: given }) => {
  world = given;
  visitor = await world.visitor(phone);
});

test("the holder signs in", async () => {
  const { employee } = await world.newcomer({ like: "Siti Contohwati", name: "Siti Ulangwati" });
  await visitor.signIn(employee.nip);
  await visitor.isAt("/kartu");
});

const isDrawn = () => visitor.page.locator('[data-drawn="true"]').waitFor();
const found = () => visitor.page.getByText("masih tersimpan");

/** Whether a button can be seen whole without scrolling. */
async function isInView(name: string): Promise<boolean> {
  const box = await visitor.button(name).boundingBox();
  return box !== null && box.y >= 0 && box.y + box.height <= phone.height;
}

test("stage and the way on stand in one view, in each step that works on the picture", async () => {
  await visitor.goto("/foto");
  await choosePicture(visitor, photo);
  await isOpened(visitor);
  expect([await stageInView(visitor), await isInView("Lanjut")]).toEqual([1, true]);
  await visitor.press("Lanjut");
  await isDrawn();
  expect([await stageInView(visitor), await isInView("Hapus latar")]).toEqual([1, true]);
});

test("a cut is there again after a reload right after it, in view, and that it was kept is said until the next step", async () => {
  await visitor.press("Hapus latar");
  await visitor.page.reload();
  await visitor.button("Kembalikan latar").waitFor();
  await isDrawn();
  expect(await found().isVisible()).toBe(true);
  expect([await stageInView(visitor), await isInView("Kembalikan latar")]).toEqual([1, true]);
  expect(await shiftFaults(visitor.page)).toEqual([]);
  await visitor.press("3. Periksa");
  await visitor.button("Kirim untuk diperiksa").waitFor();
  expect(await found().count()).toBe(0);
});

test("the judge's rules are ticked while somebody cuts and frames", async () => {
  const ticks = () =>
    visitor.page.evaluate<string[]>(
      "[...document.querySelectorAll('.tick')].map(({ textContent, dataset }) => textContent.trim() + ' ' + dataset.outcome)",
    );
  await visitor.press("2. Latar");
  await expect.poll(ticks).toEqual(["Ukuran: Lolos passed", "Latar: Lolos passed"]);
  await visitor.sees("Wajah, cahaya, warna, dan ketajaman diperiksa setelah dikirim.");
  await visitor.press("1. Bingkai");
  const zoom = visitor.page.locator("#zoom");
  await zoom.fill((await zoom.getAttribute("max")) ?? "");
  await expect.poll(ticks).toEqual(["Ukuran: Belum lolos failed", "Latar: Belum lolos failed"]);
  await visitor.page.locator(".live-rules summary").click();
  await visitor.sees("Setelah latar dihapus, tidak ada orang yang tersisa");
  await visitor.press("Kembali ke awal");
  await expect.poll(ticks).toEqual(["Ukuran: Lolos passed", "Latar: Lolos passed"]);
});

/** The same tab, begun anew by its system with what the tab remembers: Playwright has no such tab of its own. */
async function endedAndBegunAnew(): Promise<void> {
  const { page } = visitor;
  const remembered = await page.evaluate<string>("JSON.stringify({ ...sessionStorage })");
  const context = page.context();
  await page.close();
  const next = await context.newPage();
  visitor = new Visitor({ siteUrl: world.cloud.siteUrl, nextCode: world.nextCode }, next, "id");
  // Any file of the site, to remember as its tab does.
  await next.goto(`${world.cloud.siteUrl}/favicon.svg`);
  await next.evaluate(
    `for (const [name, value] of Object.entries(${remembered})) sessionStorage.setItem(name, value);`,
  );
  await visitor.goto("/foto");
}

test("a page that its system ended while the camera was open says where the photo is, first, with the work from before", async () => {
  const opening = visitor.page.waitForEvent("filechooser");
  // It is shown where a finger is the pointer.
  await visitor.page.evaluate(
    "[...document.querySelectorAll('button')].find(({ textContent }) => textContent.includes('Ambil Foto')).click()",
  );
  expect(await (await opening).element().getAttribute("capture")).toBe("user");
  await endedAndBegunAnew();
  await visitor.sees("Halaman ini dimuat ulang saat kamera terbuka");
  await visitor.page.locator(".stage canvas").waitFor();
  const lost = visitor.page.getByText("Halaman ini dimuat ulang saat kamera terbuka");
  expect((await lost.boundingBox())?.y).toBeGreaterThan(0);
  expect((await lost.boundingBox())?.y).toBeLessThan(phone.height);
  expect(await found().count()).toBe(1);
});

test("and says it once", async () => {
  await visitor.page.reload();
  await visitor.page.locator(".stage canvas").waitFor();
  expect(await visitor.page.getByText("saat kamera terbuka").count()).toBe(0);
});

test("the browser complained of nothing", () => {
  expect(visitor.complaints).toEqual([]);
});
