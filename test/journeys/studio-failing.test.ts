/** What the photo studio says where a picture cannot become a photo, on a phone. */
import sharp from "sharp";
import { expect } from "vitest";
import { phone } from "./support/screens.ts";
import { choosePicture, isOpened } from "./support/studio-hands.ts";
import type { Visitor } from "./support/visitor.ts";
import { test } from "./support/world.ts";

let nip: string;
let visitor: Visitor;
const wall = await plain(900, 1150);

function plain(width: number, height: number, light = 170): Promise<Buffer> {
  const background = { r: light - 20, g: light, b: light + 20 };
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

test.beforeAll(async ({ world }) => {
  const { employee } = await world.newcomer({ like: "Siti Contohwati", name: "Siti Gagalwati" });
  visitor = await world.visitor(phone);
  nip = employee.nip;
});

test("the holder signs in", async () => {
  await visitor.signIn(nip);
  await visitor.isAt("/kartu");
});

/** How a button looks: filled only if it is the next thing to do. */
const looks = (name: string) => visitor.button(name).getAttribute("class");

test("a cut that leaves nobody is told as failed, with ways on, and «Lanjut» is not the next thing to do", async () => {
  await visitor.goto("/foto");
  await choosePicture(visitor, wall);
  await isOpened(visitor);
  await visitor.press("Lanjut");
  await visitor.page.locator('[data-drawn="true"]').waitFor();
  expect(await looks("Lanjut")).toBe("button");
  await visitor.press("Hapus latar");
  await visitor.sees("Tidak ada orang yang ditemukan");
  expect(await visitor.page.getByText("Foto selesai dikerjakan").count()).toBe(0);
  expect(await looks("Lanjut")).toContain("button-quiet");
  await visitor.screenshot("studio-gagal-1-kosong");
  await visitor.press("Ke alat hapus latar");
  await expect
    .poll(() => visitor.page.evaluate("document.activeElement?.textContent"))
    .toBe("Latar yang tidak polos");
  const [chooser] = await Promise.all([
    visitor.page.waitForEvent("filechooser"),
    visitor.press("Pilih foto lain"),
  ]);
  await chooser.setFiles({ name: "b.jpg", mimeType: "image/jpeg", buffer: await plain(600, 800) });
  await isOpened(visitor);
});

test("what the last step finds names the studio's own step, and leads there", async () => {
  await visitor.press("3. Periksa");
  await visitor.button("Ke langkah 2: Latar").first().waitFor();
  expect(await visitor.page.locator(".rules").textContent()).not.toMatch(/aplikasi/);
  await visitor.screenshot("studio-gagal-3-periksa");
  await visitor.button("Ke langkah 2: Latar").first().press("Enter");
  await visitor.sees("Hapus latar polos");
  await expect
    .poll(() => visitor.page.evaluate("document.activeElement?.textContent"))
    .toBe("2. Latar");
});

test("a tiny picture is told as too small as soon as it is framed, and one without light as too dark", async () => {
  await visitor.goto("/foto");
  await choosePicture(visitor, await plain(90, 120));
  await isOpened(visitor);
  await visitor.sees("Foto ini terlalu kecil: hanya 90 × 115 piksel");
  await visitor.screenshot("studio-gagal-2-kecil");
  await choosePicture(visitor, await plain(900, 1150, 20));
  await isOpened(visitor);
  await visitor.sees("Foto ini tampak terlalu gelap");
  expect(await visitor.page.getByText("Foto ini terlalu kecil").count()).toBe(0);
});

test("the browser complained of nothing", () => {
  expect(visitor.complaints).toEqual([]);
});
