/** The studio with the face's tool, at 360 px: what it says of a face while it is framed and cut. */
import { expect } from "vitest";
import { badFaces } from "../support/photo/bad-faces.ts";
import { beforeStripes } from "../support/photo/before-stripes.ts";
import { onGrey } from "../support/photo/on-grey.ts";
import { phoneJpeg } from "../support/photo/phone-picture.ts";
import { randomFrom } from "../support/photo/random.ts";
import { phone } from "./support/screens.ts";
import { choosePicture, isOpened } from "./support/studio-hands.ts";
import type { Visitor } from "./support/visitor.ts";
import { test } from "./support/world.ts";

let nip: string;
let visitor: Visitor;
const patience = { timeout: 60_000 };
const ofFace = { Wajah: "passed", Cahaya: "passed", Warna: "passed", Tajam: "passed" } as const;

test.beforeAll(async ({ world }) => {
  const { employee } = await world.newcomer({ like: "Siti Contohwati", name: "Siti Wajahwati" });
  visitor = await world.visitor(phone);
  nip = employee.nip;
});

test("the holder signs in", async () => {
  await visitor.signIn(nip);
  await visitor.isAt("/kartu");
});

/** What each word of the line of rules is ticked with. */
function ticks(): Promise<Record<string, string>> {
  return visitor.page.evaluate(
    "Object.fromEntries([...document.querySelectorAll('.tick')].map(({ textContent, dataset }) => [textContent.trim().replace(/:.*/, ''), dataset.outcome]))",
  );
}

async function zoomIn(): Promise<void> {
  const zoom = visitor.page.locator("#zoom");
  await zoom.fill((await zoom.getAttribute("max")) ?? "");
}

test("each rule of the judge is ticked while a face is framed and cut", async () => {
  const { photo } = await beforeStripes(6004, "glasses", { tilt: 12, right: 60 });
  await visitor.goto("/foto");
  await choosePicture(
    visitor,
    await phoneJpeg(photo, { width: 1350, height: 1725, orientation: 1 }),
  );
  await isOpened(visitor);
  await visitor.press("Unduh alat wajah (1,5 MB)");
  await visitor.sees("Alat wajah dipakai");
  const ready = { Ukuran: "passed", Latar: "unread", ...ofFace };
  await expect.poll(ticks, patience).toEqual(ready);
  const before = await visitor.page.locator("#zoom").inputValue();
  await zoomIn();
  await expect.poll(async () => (await ticks()).Wajah, patience).toBe("failed");
  await visitor.page.locator("#zoom").fill(before);
  await expect.poll(ticks, patience).toEqual(ready);
  await visitor.press("Lanjut");
  await visitor.press("Hapus latar");
  // What of the stripes is left is for the brush.
  await expect.poll(async () => (await ticks()).Latar, patience).not.toBe("unread");
  expect(await ticks()).toMatchObject({ Ukuran: "passed", ...ofFace });
});

test("of two people who are both half out of the frame it is said that no face is whole in it", async () => {
  const pair = await badFaces["two people"]?.make(7001, randomFrom(7001));
  if (!pair) throw new Error("Nobody draws two people.");
  await visitor.goto("/foto");
  await choosePicture(
    visitor,
    await phoneJpeg(await onGrey(pair), { width: 900, height: 1150, orientation: 1 }),
  );
  await isOpened(visitor);
  await visitor.press("Kembali ke awal");
  await visitor.sees("Ada lebih dari satu wajah di dalam bingkai");
  // In the middle between both.
  await zoomIn();
  await visitor.sees("tidak ada wajah yang utuh di dalam bingkai");
});

test("the browser complained of nothing", () => {
  expect(visitor.complaints).toEqual([]);
});
