/** The camera of the journeys, without a page of ours: what a browser gives of it can be read, and somebody who says no gives nothing. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { CardPainter } from "#shared/card/drawing/card-painter.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { extremeCards } from "../shared/card/drawing/extreme-cards.ts";
import { longest } from "../support/card-signer.ts";
import { decodeQr } from "../support/decode-qr.ts";
import { digitsOf } from "../support/signed-digits.ts";
import { browserThatRefuses, browserThatSees, ways } from "./support/fake-camera.ts";

const address = "https://KARTU-ASN.EXAMPLE/V/7K2Q9MXB4TZD8RFWJ3H5VYNPC6";
const code = `${address}#${digitsOf(longest)}`;
const faces = ["front-landscape", "front-portrait"] as const;
const painter = new CardPainter(new CheckedTemplates());

let directory: string;
let server: Server;
let url: string;
let browser: Browser | undefined;
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "kartu-camera-"));
  server = createServer((_, answer) => answer.setHeader("content-type", "text/html").end("<p>"));
  await new Promise<void>((listening) => server.listen(0, "localhost", listening));
  const bound = server.address();
  if (!bound || typeof bound === "string") throw new Error("The server has no port.");
  url = `http://localhost:${bound.port}/`;
});
afterEach(() => browser?.close());
afterAll(() => {
  server.close();
  rmSync(directory, { recursive: true, force: true });
});

/** A picture of the camera as a data address, or why there is none. */
const aPicture = `(async () => {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ video: { width: { ideal: 1920 } } });
    const video = Object.assign(document.createElement("video"), { srcObject: stream, muted: true });
    await video.play();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [video.videoWidth, video.videoHeight];
    canvas.getContext("2d").drawImage(video, 0, 0);
    return canvas.toDataURL("image/png");
  } catch (error) {
    return error.name;
  }
})()`;

async function face(front: (typeof faces)[number]): Promise<Buffer> {
  const [card] = extremeCards;
  if (!card) throw new Error("There is no card.");
  const signed = { ...card.content, qrText: address, signedDigits: digitsOf(longest) };
  for (const { png } of painter.drawPngs(signed, await card.portrait(), [front])) return png;
  throw new Error("Nothing was drawn.");
}

async function seen(): Promise<string> {
  if (!browser) throw new Error("There is no browser.");
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(url);
  return String(await page.evaluate(aPicture));
}

test.for(keysOf(ways).flatMap((way) => faces.map((front) => [way, front] as const)))(
  "a code is read through the camera, %s, of %s",
  async ([way, front]) => {
    browser = await browserThatSees(await face(front), way, directory);
    const [, picture = ""] = (await seen()).split(",");

    expect(await decodeQr(Buffer.from(picture, "base64"))).toBe(code);
  },
);

test("whoever refuses the camera shows nothing", async () => {
  browser = await browserThatRefuses();

  expect(await seen()).toBe("NotAllowedError");
});
