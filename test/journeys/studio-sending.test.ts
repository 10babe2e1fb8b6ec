/** A photo is sent and used once, however often that is pressed; the sending can be cancelled. On a phone. */
import type { Request, Route } from "playwright-core";
import { describe, expect } from "vitest";
import { beforeStripes } from "../support/photo/before-stripes.ts";
import { phoneJpeg } from "../support/photo/phone-picture.ts";
import { phone } from "./support/screens.ts";
import { choosePhoto } from "./support/steps.ts";
import { choosePicture, isOpened } from "./support/studio-hands.ts";
import type { Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

let world: World;
let visitor: Visitor;
let nip: string;

test.beforeAll(async ({ world: given }) => {
  world = given;
  const { employee } = await world.newcomer({ like: "Siti Contohwati", name: "Siti Kirimwati" });
  ({ nip } = employee);
  visitor = await world.visitor(phone);
});

test("the holder signs in", async () => {
  await visitor.signIn(nip);
  await visitor.isAt("/kartu");
});

const isUpload = (request: Request) =>
  request.method() === "POST" && !new URL(request.url()).pathname.startsWith("/api/");

/** What was asked of the service since then, by method and address. */
function watched() {
  const asked: string[] = [];
  visitor.page.on("request", (request) => {
    if (isUpload(request)) asked.push("upload");
    else if (request.method() === "POST") asked.push(new URL(request.url()).pathname);
  });
  return (what: RegExp) => asked.filter((each) => what.test(each));
}

/** No file gets further than to the network, until this is called. */
async function holdUploads(): Promise<() => Promise<void>> {
  const { page } = visitor;
  const isElsewhere = (url: URL) => !url.pathname.startsWith("/api/");
  const hold = (route: Route) => (isUpload(route.request()) ? undefined : route.continue());
  await page.route(isElsewhere, hold);
  return () => page.unroute(isElsewhere, hold);
}

/** In the last step of the studio, where all can be sent. */
async function isReady(): Promise<void> {
  await visitor.button("Kirim untuk diperiksa").waitFor();
}

async function sendFromStudio(): Promise<void> {
  await visitor.goto("/foto");
  await choosePicture(visitor, world.photo("format").bytes);
  await isOpened(visitor);
  await visitor.press("3. Periksa");
  await isReady();
}

test("«Kirim untuk diperiksa» pressed twice, and Enter twice, sends one photo", async () => {
  await sendFromStudio();
  const asked = watched();
  await visitor.button("Kirim untuk diperiksa").focus();
  await visitor.page.evaluate(`(() => {
    const { activeElement: button } = document;
    for (let presses = 0; presses < 4; presses++) button.click();
  })()`);
  await visitor.sees("Foto ini belum memenuhi syarat");
  expect(asked(/photos$/)).toHaveLength(1);
  expect(asked(/upload/)).toHaveLength(1);
});

describe("sending that is cancelled", () => {
  test("ends at once, and the photo is still there, also after a reload", async () => {
    await sendFromStudio();
    const release = await holdUploads();
    await visitor.press("Kirim untuk diperiksa");
    await visitor.sees("Mengirim foto:");
    await visitor.screenshot("kirim-1-berjalan");
    await visitor.press("Batalkan pengiriman");
    await visitor.sees("Pengiriman dibatalkan");
    expect(await visitor.page.evaluate("document.activeElement?.textContent")).toContain(
      "Pengiriman dibatalkan",
    );
    await visitor.screenshot("kirim-2-dibatalkan");
    await release();
    await visitor.goto("/foto");
    await visitor.sees("Foto yang tadi Anda kerjakan masih tersimpan");
    await isReady();
  });

  test("leads back to the studio's last step, and can be taken up again", async () => {
    const release = await holdUploads();
    await visitor.press("Kirim untuk diperiksa");
    await visitor.press("Batalkan pengiriman");
    await visitor.press("Perbaiki di studio foto");
    await isReady();
    await visitor.press("Kirim untuk diperiksa");
    await visitor.press("Batalkan pengiriman");
    await release();
    const asked = watched();
    await visitor.press("Kirim lagi");
    await visitor.sees("Foto ini belum memenuhi syarat");
    expect(asked(/upload/)).toHaveLength(1);
  });

  test("goes on with the page that was left in the middle of it", async () => {
    await visitor.goto("/foto");
    const release = await holdUploads();
    await choosePhoto(visitor, world.photo());
    await visitor.sees("Mengirim foto:");
    await visitor.follow("Kartu");
    await release();
    const asked = watched();
    await visitor.page.goBack();
    await visitor.sees("Foto memenuhi syarat");
    expect(asked(/upload/)).toHaveLength(1);
  });
});

describe("a photo that the judge refuses", () => {
  test("is told again after a reload, with its ways on and the work", async () => {
    await sendFromStudio();
    const zoom = visitor.page.locator("#zoom");
    await visitor.press("1. Bingkai");
    await zoom.fill("1");
    await visitor.press("3. Periksa");
    await isReady();
    await visitor.press("Kirim untuk diperiksa");
    await visitor.sees("Foto ini belum memenuhi syarat");
    const told = await visitor.page.locator(".rules").textContent();
    await visitor.goto("/foto");
    await visitor.sees("Foto ini belum memenuhi syarat");
    expect(await visitor.page.locator(".rules").textContent()).toBe(told);
    await visitor.screenshot("kirim-3-ditolak-lagi");
    await visitor.press("Perbaiki di studio foto");
    await visitor.press("1. Bingkai");
    expect(Number(await zoom.inputValue())).toBeCloseTo(1, 1);
  });

  test("is waited for by a page that was loaded anew meanwhile, and not sent again", async () => {
    const { page } = visitor;
    const asked = watched();
    await visitor.press("3. Periksa");
    await isReady();
    await page.route("**/api/me/photos/*", (route) => route.abort());
    await visitor.press("Kirim untuk diperiksa");
    await visitor.sees("Foto sedang diperiksa");
    await page.unroute("**/api/me/photos/*");
    await visitor.goto("/foto");
    await visitor.sees("Foto ini belum memenuhi syarat");
    expect(asked(/upload/)).toHaveLength(1);
  });
});

describe("what the studio cut out of a background that is not plain", () => {
  test("is sent with a word of it, also by a page that was loaded anew meanwhile", async () => {
    const { page } = visitor;
    const { photo } = await beforeStripes(6001);
    const size = { width: 900, height: 1150, orientation: 1 } as const;
    await visitor.goto("/foto");
    await choosePicture(visitor, await phoneJpeg(photo, size));
    await isOpened(visitor);
    await visitor.press("2. Latar");
    // By the wall's colour alone nobody would be left to be sent.
    await visitor.press("Unduh alat hapus latar (250 KB)");
    await visitor.sees("Alat hapus latar dipakai");
    await visitor.press("3. Periksa");
    await isReady();
    const forms = "**/api/me/photos?cutFromBusy=1";
    await page.route(forms, (route) => route.abort());
    await visitor.press("Kirim untuk diperiksa");
    await visitor.sees("Sambungan terputus");
    const sent = page.waitForRequest(forms);
    await visitor.goto("/foto");
    await sent;
    await page.unroute(forms);
    await visitor.sees(/Foto ini belum memenuhi syarat|Foto memenuhi syarat/);
  });
});

test("«Gunakan foto ini» pressed twice confirms once", async () => {
  await visitor.goto("/foto");
  await choosePhoto(visitor, world.photo());
  await visitor.button("Gunakan foto ini").waitFor();
  const asked = watched();
  await visitor.button("Gunakan foto ini").focus();
  await visitor.page.evaluate(`(() => {
    const { activeElement: button } = document;
    for (let presses = 0; presses < 3; presses++) button.click();
  })()`);
  await visitor.isAt("/kartu");
  expect(asked(/confirm$/)).toHaveLength(1);
});

test("the browser complained of nothing", () => {
  expect(visitor.complaints).toEqual([]);
});
