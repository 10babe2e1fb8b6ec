/** What the photo studio says where a picture cannot become a photo, on a phone. */
import sharp from "sharp";
import { describe, expect } from "vitest";
import { beforeWall } from "../support/photo/phone-picture.ts";
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

/** Somebody before a plain wall, as a PNG that has all but the transparency. */
async function straightPng(): Promise<Buffer> {
  const { data, width, height } = (await beforeWall(1011, "peci")).picture;
  return sharp(data, { raw: { width, height, channels: 4 } })
    .resize(450, 575, { fit: "cover" })
    .png()
    .toBuffer();
}

/** Its header is whole. */
async function cutFile(height: number): Promise<Buffer> {
  const create = { width: 450, height, channels: 4, background: "#a52" } as const;
  const png = await sharp({ create }).png().toBuffer();
  return png.subarray(0, 60);
}
/** What a HEIC file begins with (ISO 23008-12); nothing that Chromium could decode. */
const heic = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from("ftypheic\0\0\0\0mif1heic", "latin1"),
  Buffer.alloc(200),
]);
const [cutPng, cutPhoto] = [await cutFile(600), await cutFile(575)];

test.beforeAll(async ({ world }) => {
  const { employee } = await world.newcomer({ like: "Siti Contohwati", name: "Siti Gagalwati" });
  visitor = await world.visitor(phone);
  nip = employee.nip;
});

test("the holder signs in", async () => {
  await visitor.signIn(nip);
  await visitor.isAt("/kartu");
});

/** What of the sketches' words reaches beyond their cards, which have the name with its titles. */
const beyondTheirCards = `[...document.querySelectorAll(".sketch text")]
  .filter((words) => words.getBBox().x + words.getBBox().width > words.ownerSVGElement.viewBox.baseVal.width)
  .map((words) => words.textContent)`;
const rowsOfSteps = `[...new Set([...document.querySelectorAll(".studio-steps button")].map((step) => step.offsetTop))]`;

const failures = () => visitor.page.locator('li[data-outcome="failed"]').allTextContents();

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
  await visitor.sees("Setelah latar dihapus, tidak ada orang yang tersisa");
  expect(await visitor.page.getByText("Foto selesai dikerjakan").count()).toBe(0);
  expect(await looks("Lanjut")).toContain("button-quiet");
  await visitor.screenshot("studio-gagal-1-kosong");
  await visitor.press("Ke alat hapus latar");
  await expect
    .poll(() => visitor.page.evaluate("document.activeElement?.textContent"))
    .toBe("Latar yang tidak polos");
  await visitor.press("3. Periksa");
  await visitor.sees("Di langkah 1, geser atau perkecil sampai satu orang utuh ada di tengah");
  expect(await failures()).toEqual([]);
  for (const way of ["Kirim untuk diperiksa", "Unduh PNG"])
    expect(await visitor.button(way).count(), way).toBe(0);
  expect(await visitor.page.locator(".sketch").count()).toBe(0);
  await visitor.screenshot("studio-gagal-5-kosong-periksa");
  await visitor.press("Ke langkah 2: Latar");
  const [chooser] = await Promise.all([
    visitor.page.waitForEvent("filechooser"),
    visitor.press("Pilih foto lain"),
  ]);
  await chooser.setFiles({ name: "b.jpg", mimeType: "image/jpeg", buffer: await plain(600, 800) });
  await isOpened(visitor);
});

test("what the last step finds names the studio's own step, and leads there; a background that is still there is told alone", async () => {
  await visitor.page.locator("#zoom").press("ArrowLeft");
  await visitor.page.locator("#turn").press("ArrowRight");
  await visitor.press("3. Periksa");
  await visitor.button("Ke langkah 2: Latar").first().waitFor();
  expect(await looks("Kirim untuk diperiksa")).toContain("button-quiet");
  expect(await visitor.page.locator(".rules").textContent()).not.toMatch(/aplikasi/);
  await visitor.page.locator(".previews[data-kind]").waitFor();
  expect(await visitor.page.evaluate(beyondTheirCards)).toEqual([]);
  expect(await visitor.page.evaluate(rowsOfSteps)).toHaveLength(1);
  expect(await failures()).toEqual([expect.stringContaining("Latar belum transparan")]);
  await visitor.screenshot("studio-gagal-3-periksa");
  await visitor.button("Ke langkah 2: Latar").first().press("Enter");
  await visitor.sees("dinding atau kain satu warna");
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
  await visitor.sees("Foto ini tampak terlalu gelap");
  expect(await visitor.page.getByText("Foto ini terlalu kecil").count()).toBe(0);
});

/** Whether the step of this name is the one that is shown. */
const isAt = (step: string) =>
  expect.poll(() => visitor.button(step).getAttribute("aria-pressed")).toBe("true");
/** Photos sent since so many answers. */
const posts = (before: number) =>
  visitor.answers.slice(before).filter((answer) => answer.startsWith("POST /api/me/photos"));

describe("a PNG of the right size that the judge refuses, since its wall is still there", () => {
  test("is told as the studio tells it, and each finding leads to its step", async () => {
    await visitor.goto("/foto");
    await choosePicture(visitor, await straightPng());
    await visitor.sees("Foto ini belum memenuhi syarat");
    expect((await failures()).join()).toContain("Di langkah 2, tekan «Hapus latar»");
    expect((await failures()).join()).not.toMatch(/aplikasi|simpan/i);
    await visitor.screenshot("studio-gagal-4-ditolak");
    await visitor.press("Ke langkah 2: Latar");
    await isAt("2. Latar");
    await visitor.press("Hapus latar");
    await visitor.button("Kembalikan latar").waitFor();
  });

  test("in the studio a finding leads to its step and back, and what was done stays", async () => {
    const { page } = visitor;
    const zoom = page.locator("#zoom");
    await visitor.press("1. Bingkai");
    await zoom.fill((await zoom.getAttribute("max")) ?? "");
    const magnified = await zoom.inputValue();
    await visitor.press("3. Periksa");
    await visitor.press("Ke langkah 1: Bingkai");
    await isAt("1. Bingkai");
    expect(await page.evaluate("document.activeElement?.textContent")).toBe("1. Bingkai");
    expect(await zoom.inputValue()).toBe(magnified);
    await visitor.press("Kembali ke awal");
    await visitor.press("2. Latar");
    await visitor.button("Kembalikan latar").waitFor();
    await visitor.press("3. Periksa");
    await visitor.button("Kirim untuk diperiksa").waitFor();
    expect(await failures()).toEqual([]);
    expect(await looks("Kirim untuk diperiksa")).toBe("button");
    await visitor.press("Kirim untuk diperiksa");
    await visitor.button("Gunakan foto ini").waitFor();
  });
});

test("a PNG of another size is led to the studio before anything is sent", async () => {
  const create = { width: 600, height: 600, channels: 4, background: "#a52" } as const;
  const before = visitor.answers.length;
  await visitor.goto("/foto");
  await choosePicture(visitor, await sharp({ create }).png().toBuffer());
  await visitor.sees("Foto ini belum memenuhi syarat");
  expect((await failures()).join()).toContain("studio foto memotongnya menjadi 450 × 575 piksel");
  await visitor.press("Perbaiki di studio foto");
  await isOpened(visitor);
  expect(posts(before)).toEqual([]);
});

describe("a file that gives no picture", () => {
  const notices = () => visitor.page.locator(".photo-outcome .notice").allTextContents();

  test.each([
    ["without a byte", Buffer.alloc(0), "Simpan dulu di ponsel atau perangkat ini"],
    ["a HEIC photo, which Chromium does not open", heic, "Simpan atau ekspor dulu sebagai JPEG"],
    ["a PDF", Buffer.from(`%PDF-1.7\n${" ".repeat(200)}`), "Berkas ini bukan foto"],
    ["a PNG that is cut", cutPng, "Berkas PNG ini rusak"],
    ["a PNG of a photo's size that is cut", cutPhoto, "Berkas PNG ini rusak"],
  ])("%s is told by its own sentence, and nothing is sent", async (_, bytes, said) => {
    const before = visitor.answers.length;
    await visitor.goto("/foto");
    await choosePicture(visitor, bytes);
    await visitor.sees(said);
    expect(await notices()).toHaveLength(1);
    expect(await visitor.button("Perbaiki di studio foto").count()).toBe(0);
    expect(posts(before)).toEqual([]);
  });
});

test("the browser complained of nothing", () => {
  expect(visitor.complaints).toEqual([]);
});
