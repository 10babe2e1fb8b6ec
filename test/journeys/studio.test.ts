/** The photo studio at 360 px: any picture of a phone becomes a photo of the card, on the phone. */
import { describe, expect } from "vitest";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { beforeWall, phoneJpeg } from "../support/photo/phone-picture.ts";
import { phone } from "./support/screens.ts";
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

async function choosePicture(buffer: Buffer, name = "IMG_2026.jpg"): Promise<void> {
  const [chooser] = await Promise.all([
    visitor.page.waitForEvent("filechooser"),
    visitor.press("Pilih Foto"),
  ]);
  await chooser.setFiles({ name, mimeType: "image/jpeg", buffer });
}

test("a JPEG, whatever its name says, opens the studio, and nothing is sent", async () => {
  await visitor.goto("/foto");
  const before = visitor.answers.length;
  await choosePicture(world.photo("format").bytes, "salah-jpeg-bernama-png.png");
  await visitor.sees("Letakkan mata pada garis putus-putus");
  expect(visitor.answers.slice(before).filter((answer) => answer.startsWith("POST"))).toEqual([]);
});

describe("a JPEG of a phone, lying on its side by EXIF, before a plain wall", () => {
  test("becomes a photo that the judge accepts, and until it is sent the page asks the site only", async () => {
    const { picture } = await beforeWall(1003, "peci");
    await visitor.goto("/foto");
    await choosePicture(await phoneJpeg(picture, { width: 3000, orientation: 6 }));
    await visitor.sees("Letakkan mata pada garis putus-putus");
    await visitor.screenshot("studio-1-bingkai");
    await visitor.press("Lanjut");
    await visitor.press("Hapus latar");
    await visitor.sees("Foto selesai dikerjakan.");
    await visitor.screenshot("studio-2-latar");
    await visitor.press("Lanjut");
    await visitor.button("Kirim untuk diperiksa").waitFor();
    await visitor.screenshot("studio-3-periksa");
    expect(await visitor.page.locator('li[data-outcome="failed"]').allTextContents()).toEqual([]);
    expect([...hosts]).toEqual([new URL(world.cloud.siteUrl).host]);
    await visitor.press("Kirim untuk diperiksa");
    await visitor.button("Gunakan foto ini").waitFor();
    await visitor.screenshot("studio-4-diterima");
    await visitor.press("Gunakan foto ini");
    await visitor.isAt("/kartu");
  });

  test("without a complaint of the browser", () => {
    expect(visitor.complaints).toEqual([]);
  });
});
