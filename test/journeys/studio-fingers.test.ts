/** What mouse and fingers do in the photo studio: a picture is framed, and its cut mended, without a key. */
import type { CDPSession } from "playwright-core";
import { describe, expect } from "vitest";
import { beforeWall, phoneJpeg } from "../support/photo/phone-picture.ts";
import { phone } from "./support/screens.ts";
import { alphaOnStage, choosePicture, isOpened } from "./support/studio-hands.ts";
import type { Visitor } from "./support/visitor.ts";
import { test } from "./support/world.ts";

type Place = readonly [x: number, y: number];

let visitor: Visitor;
let touch: CDPSession;
let nip: string;
const { picture } = await beforeWall(1013, "peci");
const photo = await phoneJpeg(picture, { width: 900, height: 1150, orientation: 1 });

test.beforeAll(async ({ world }) => {
  const { employee } = await world.newcomer({ like: "Siti Contohwati", name: "Siti Jariwati" });
  visitor = await world.visitor(phone);
  touch = await visitor.page.context().newCDPSession(visitor.page);
  nip = employee.nip;
});

test("the holder signs in", async () => {
  await visitor.signIn(nip);
  await visitor.isAt("/kartu");
});

/** Puts fingers down and moves them together to where they end; as Chromium's own protocol has it, a finger keeps its number. */
async function fingers(from: readonly Place[], to: readonly Place[]): Promise<void> {
  const points = (share: number) =>
    from.map(([x, y], id) => {
      const [endX, endY] = to[id] ?? [x, y];
      return { id, x: x + (endX - x) * share, y: y + (endY - y) * share };
    });
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: points(0) });
  for (const share of [0.25, 0.5, 0.75, 1])
    await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: points(share) });
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}

/** Where a place of the photo (450 x 575) lies in the window. */
async function onStage(): Promise<(x: number, y: number) => Place> {
  const canvas = visitor.page.locator(".stage canvas");
  await canvas.scrollIntoViewIfNeeded();
  const box = await canvas.boundingBox();
  if (!box) throw new Error("The stage cannot be seen.");
  return (x, y) => [box.x + (x / 450) * box.width, box.y + (y / 575) * box.height];
}

const slider = async (id: string) => Number(await visitor.page.inputValue(`#${id}`));

/** The first dark column of a row through the cap: it moves with the picture. */
const capFrom = () =>
  visitor.page.evaluate<number>(`(() => {
    const pen = document.querySelector(".stage canvas").getContext("2d");
    for (let x = 0; x < 450; x++) {
      const [red, , , alpha] = pen.getImageData(x, 160, 1, 1).data;
      if (alpha === 255 && red < 60) return x;
    }
    return -1;
  })()`);

describe("in its frame a picture", () => {
  test("is moved by the mouse and zoomed by its wheel", async () => {
    await visitor.goto("/foto");
    await choosePicture(visitor, photo);
    await isOpened(visitor);
    const at = await onStage();
    const { mouse } = visitor.page;
    const before = await capFrom();
    await mouse.move(...at(200, 300));
    await mouse.down();
    await mouse.move(...at(245, 300), { steps: 4 });
    await mouse.up();
    await expect.poll(async () => (await capFrom()) - before).toBeGreaterThan(40);
    expect((await capFrom()) - before).toBeLessThan(50);
    await mouse.wheel(0, -200);
    await expect.poll(() => slider("zoom")).toBeCloseTo(0.5, 1);
  });

  test("is moved by one finger, and zoomed and turned by two", async () => {
    await visitor.press("Kembali ke awal");
    await expect.poll(() => slider("zoom")).toBeCloseTo(0, 1);
    const at = await onStage();
    const before = await capFrom();
    await fingers([at(200, 300)], [at(155, 300)]);
    await expect.poll(async () => before - (await capFrom())).toBeGreaterThan(40);
    await fingers([at(175, 300), at(275, 300)], [at(125, 300), at(325, 300)]);
    await expect.poll(() => slider("zoom")).toBeCloseTo(1, 1);
    expect(await slider("turn")).toBeCloseTo(0, 0);
    await fingers([at(175, 300), at(275, 300)], [at(175, 300), at(273.3, 317.4)]);
    await expect.poll(() => slider("turn")).toBeCloseTo(10, 0);
    await visitor.screenshot("studio-jari-bingkai");
  });
});

describe("on a cut", () => {
  const onPerson = 440 * 450 + 225;

  test("a finger erases, and what it did is undone", async () => {
    await visitor.press("Kembali ke awal");
    await visitor.press("Lanjut");
    await visitor.press("Hapus latar");
    await visitor.button("Kembalikan latar").waitFor();
    expect((await alphaOnStage(visitor))[onPerson]).toBe(1);
    const at = await onStage();
    await fingers([at(180, 440)], [at(270, 440)]);
    await expect.poll(async () => (await alphaOnStage(visitor))[onPerson]).toBe(0);
    await visitor.screenshot("studio-jari-kuas");
    await visitor.press("Batalkan");
    await expect.poll(async () => (await alphaOnStage(visitor))[onPerson]).toBe(1);
  });

  test("what was before is shown beside it, and all of it larger", async () => {
    const corner = 10 * 450 + 10;
    expect((await alphaOnStage(visitor))[corner]).toBe(0);
    await visitor.press("Lihat aslinya");
    await expect.poll(async () => (await alphaOnStage(visitor))[corner]).toBe(1);
    await visitor.press("Lihat aslinya");
    await expect.poll(async () => (await alphaOnStage(visitor))[corner]).toBe(0);
    const widthOf = async () =>
      (await visitor.page.locator(".stage canvas").boundingBox())?.width ?? 0;
    const before = await widthOf();
    await visitor.press("2×");
    await expect.poll(widthOf).toBeCloseTo(2 * before, 0);
  });
});
