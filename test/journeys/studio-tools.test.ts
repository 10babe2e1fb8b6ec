/** The studio's tools at 360 px: what is loaded only for who asks for it, once. */
import type { Route } from "playwright-core";
import { beforeEach, describe, expect } from "vitest";
import type { Pixels } from "#shared/photo/pixels.ts";
import { badFaces } from "../support/photo/bad-faces.ts";
import { beforeStripes, overlap } from "../support/photo/before-stripes.ts";
import { onGrey } from "../support/photo/on-grey.ts";
import { phoneJpeg } from "../support/photo/phone-picture.ts";
import { randomFrom } from "../support/photo/random.ts";
import { phone } from "./support/screens.ts";
import { alphaOnStage, choosePicture, isOpened, keptIn } from "./support/studio-hands.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test } from "./support/world.ts";

let nip: string;
let visitor: Visitor;
/** Models that the page asked the site for. */
const asked: string[] = [];
const person = await beforeStripes(6001);
const picture = await phoneJpeg(person.photo, { width: 1350, height: 1725, orientation: 1 });
const leaning = await phoneJpeg(
  (await beforeStripes(6004, "glasses", { tilt: 12, right: 60 })).photo,
  { width: 1350, height: 1725, orientation: 1 },
);
const pair = await phoneJpeg(await twoPeople(), { width: 900, height: 1150, orientation: 1 });
const load = "Unduh alat hapus latar (250 KB)";
const models = "**/assets/*.tflite";

/** One bit is another. */
async function giveSpoilt(route: Route): Promise<void> {
  const response = await route.fetch();
  const body = await response.body();
  body.writeUInt8(body.readUInt8(1000) ^ 1, 1000);
  await route.fulfill({ response, body });
}

test.beforeAll(async ({ world }) => {
  const { employee } = await world.newcomer({ like: "Siti Contohwati", name: "Siti Jaringwati" });
  visitor = await world.visitor(phone);
  visitor.page.on("request", (request) => {
    if (request.url().endsWith(".tflite")) asked.push(new URL(request.url()).pathname);
  });
  nip = employee.nip;
});

beforeEach(() => pictureFailures([visitor], "alat-"));

test("the holder signs in", async () => {
  await visitor.signIn(nip);
  await visitor.isAt("/kartu");
});

async function twoPeople(): Promise<Pixels> {
  const kind = badFaces["two people"];
  if (!kind) throw new Error("Nobody draws two people.");
  return onGrey(await kind.make(7001, randomFrom(7001)));
}

async function openBackground(): Promise<void> {
  await visitor.goto("/foto");
  await choosePicture(visitor, picture);
  await isOpened(visitor);
  await visitor.press("Lanjut");
}

describe("before a wall that is not plain", () => {
  test("the colour of the wall alone does not cut the person out, and no net is asked for", async () => {
    await openBackground();
    await visitor.press("Hapus latar");
    await visitor.button("Kembalikan latar").waitFor();
    expect(overlap(person.own, await alphaOnStage(visitor))).toBeLessThan(0.9);
    expect(asked).toEqual([]);
    await visitor.button(load).scrollIntoViewIfNeeded();
    await visitor.screenshot("studio-5-alat");
  });

  test("a download can be stopped, and the offer stands there again", async () => {
    const letGo = Promise.withResolvers<void>();
    await visitor.page.route(models, async (route) => {
      await letGo.promise;
      await route.abort().catch(() => {});
    });
    await visitor.press(load);
    await visitor.sees("Alat sedang diunduh (250 KB)");
    await visitor.screenshot("studio-6-mengunduh");
    await visitor.press("Batalkan unduhan");
    await visitor.button(load).waitFor();
    letGo.resolve();
    await visitor.page.unroute(models);
  });

  test("without a connection it says so, and what goes all the same", async () => {
    await visitor.page.route(models, (route) => route.abort("internetdisconnected"));
    await visitor.press(load);
    await visitor.sees("Sambungan terputus, jadi alat ini belum terunduh");
    await visitor.sees("Latar polos tetap dapat dihapus");
    await visitor.page.unroute(models);
  });

  test("bytes that are not the model's are never run, also when asked for once more", async () => {
    asked.length = 0;
    await visitor.page.route(models, giveSpoilt);
    await visitor.press(load);
    await visitor.sees("Alat ini belum dapat diunduh");
    await visitor.page.unroute(models);
    expect(asked).toHaveLength(2);
  });

  test("with the net the person is cut out, though it came spoilt the first time", async () => {
    asked.length = 0;
    await visitor.page.route(models, giveSpoilt, { times: 1 });
    await visitor.press(load);
    await visitor.sees("Alat hapus latar dipakai");
    await visitor.page.unroute(models);
    expect(overlap(person.own, await alphaOnStage(visitor))).toBeGreaterThan(0.97);
    expect(asked).toHaveLength(2);
    expect(new Set(asked)).toEqual(new Set([expect.stringMatching(/^\/assets\/person-/)]));
    await visitor.screenshot("studio-7-jaring");
  });

  test("the next time the net is there by itself, and no byte of it is asked for", async () => {
    asked.length = 0;
    await openBackground();
    await visitor.sees("Alat hapus latar dipakai");
    await visitor.press("Hapus latar");
    await visitor.button("Kembalikan latar").waitFor();
    expect(overlap(person.own, await alphaOnStage(visitor))).toBeGreaterThan(0.97);
    expect(asked).toEqual([]);
  });
});

const loadFace = "Unduh alat wajah (1,5 MB)";

/** What the check says of a rule, by its name on the list. */
function verdictOf(rule: string) {
  return visitor.page.locator("li[data-outcome]", { hasText: rule });
}

describe("a face that leans, beside the middle", () => {
  test("without the face's tool the check says what comes after sending", async () => {
    await visitor.goto("/foto");
    await choosePicture(visitor, leaning);
    await isOpened(visitor);
    await visitor.press("3. Periksa");
    await visitor.sees("Wajah, cahaya, warna, dan ketajaman diperiksa setelah dikirim.");
  });

  test("with it the frame is set by the face", async () => {
    asked.length = 0;
    await visitor.press("1. Bingkai");
    expect(await visitor.page.locator("#turn").inputValue()).toBe("0");
    await visitor.press(loadFace);
    await visitor.sees("Alat wajah dipakai");
    const turn = Number(await visitor.page.locator("#turn").inputValue());
    expect(Math.abs(turn + 12)).toBeLessThan(6);
    expect(asked.map((path) => path.replace(/-.*/, ""))).toEqual([
      "/assets/face",
      "/assets/landmarks",
    ]);
    await visitor.screenshot("studio-8-wajah");
  });

  test("and face, light and sharpness are judged before anything is sent", async () => {
    await visitor.press("Lanjut");
    await visitor.press("Hapus latar");
    await visitor.button("Kembalikan latar").waitFor();
    await visitor.page.locator('[data-drawn="true"]').waitFor();
    await visitor.press("Lanjut");
    await visitor.button("Kirim untuk diperiksa").waitFor();
    for (const rule of [
      "Satu wajah, letak dan ukurannya tepat",
      "Tajam, tidak buram",
      "Cahaya cukup",
    ])
      expect(await verdictOf(rule).getAttribute("data-outcome"), rule).toBe("passed");
    expect(await visitor.page.getByText("diperiksa setelah dikirim").count()).toBe(0);
    await visitor.screenshot("studio-9-periksa");
  });

  test("the next picture is framed by itself, without a byte", async () => {
    asked.length = 0;
    await visitor.goto("/foto");
    await choosePicture(visitor, picture);
    await isOpened(visitor);
    await visitor.sees("Alat wajah dipakai");
    expect(await visitor.page.locator("#zoom").inputValue()).not.toBe("0");
    expect(asked).toEqual([]);
  });
});

test("two faces are told before anything is sent; where the frame was set by the larger one, that only who is in it counts", async () => {
  await visitor.goto("/foto");
  await choosePicture(visitor, pair);
  await isOpened(visitor);
  await visitor.sees("Hanya yang di dalam bingkai yang dipakai");
  await visitor.press("Kembali ke awal");
  await visitor.press("3. Periksa");
  await visitor.sees("Ada lebih dari satu wajah.");
});

describe("the logout", () => {
  const toolsKept = () =>
    visitor.page.evaluate<number>(
      "caches.open('kartu-files').then((c) => c.keys()).then((k) => k.length)",
    );
  const noHand = `CacheStorage.prototype.delete = async () => false;
    IDBObjectStore.prototype.clear = function () { return this.count(); };`;

  async function leave(): Promise<void> {
    await visitor.press("Menu");
    await visitor.press("Keluar");
    await visitor.press("Keluar dan hapus");
    await visitor.isAt("/masuk");
    expect([await toolsKept(), (await keptIn(visitor.page)).works]).toEqual([0, 0]);
  }

  test("empties work and tools by what it tells the browser alone", async () => {
    expect(await toolsKept()).toBe(3);
    await visitor.page.evaluate(noHand);
    await leave();
  });

  test("and by hand in a browser that does not do as it is told", async () => {
    await visitor.signInHere(nip);
    await openBackground();
    await visitor.press(load);
    await visitor.sees("Alat hapus latar dipakai");
    const obeyNot = async (route: Route) => {
      const response = await route.fetch();
      const { "clear-site-data": _, ...headers } = response.headers();
      await route.fulfill({ response, headers });
    };
    await visitor.page.route("**/api/session/logout", obeyNot, { times: 1 });
    expect(await toolsKept()).toBe(1);
    await leave();
  });
});

test("the page itself may compile no WebAssembly", async () => {
  const compiling = visitor.page.evaluate(
    "WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))",
  );
  await expect(compiling).rejects.toThrow(/Content Security Policy/);
});

test("the browser complained of nothing but what was done to it", () => {
  const own = /net::ERR_|Content Security Policy/;
  expect(visitor.complaints.filter((complaint) => !own.test(complaint))).toEqual([]);
});
