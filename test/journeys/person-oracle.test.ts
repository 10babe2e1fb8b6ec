/**
 * Our module for networks beside an independent runtime: the net for people as its own package runs it (MediaPipe's WebAssembly with
 * TFLite and shaders), in a browser. Nothing of the product runs here, and the package's files come from node_modules alone.
 */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Pixels } from "#shared/photo/pixels.ts";
import { loadPersonFinder } from "#shared/vision/find-person.ts";
import { personModel, readPersonModel } from "#shared/vision/person-model.ts";
import { launchBrowser } from "../support/browser.ts";
import { beforeStripes } from "../support/photo/before-stripes.ts";

const site = "http://localhost/";
const types = { js: "text/javascript", wasm: "application/wasm" };
const findPerson = await loadPersonFinder(await readPersonModel());
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.route("**", async (route) => {
    const url = new URL(route.request().url());
    if (url.origin !== new URL(site).origin) return route.abort();
    const name = url.pathname.slice(1);
    if (name === "")
      return route.fulfill({
        contentType: "text/html",
        body: "<!doctype html><script src=selfie_segmentation.js></script>",
      });
    const [, ending] = /\.(js|wasm)$/.exec(name) ?? [];
    return route.fulfill({
      body: await readFile(fileURLToPath(new URL(name, personModel.url))),
      contentType: ending === "js" || ending === "wasm" ? types[ending] : "application/x-binary",
    });
  });
  await page.goto(site);
  await page.evaluate(`(async () => {
    globalThis.oracle = new SelfieSegmentation({ locateFile: (name) => "/" + name });
    oracle.setOptions({ modelSelection: 0 });
    await oracle.initialize();
  })()`);
}, 120_000);
afterAll(() => browser?.close());

/** How likely each pixel is the person, 0 to 1. @param isMirrored it is shown the picture's mirror */
async function askOracle({ data, width, height }: Pixels, isMirrored = false) {
  const mask = await page.evaluate<number[]>(`(async () => {
    const bytes = atob("${Buffer.from(data).toString("base64")}");
    const pixels = Uint8ClampedArray.from(bytes, (c) => c.charCodeAt(0));
    const sheet = (isMirrored) => {
      const canvas = Object.assign(document.createElement("canvas"), { width: ${width}, height: ${height} });
      const pen = canvas.getContext("2d");
      if (isMirrored) pen.setTransform(-1, 0, 0, 1, ${width}, 0);
      return pen;
    };
    const straight = sheet(false);
    straight.putImageData(new ImageData(pixels, ${width}), 0, 0);
    const image = sheet(${isMirrored});
    image.drawImage(straight.canvas, 0, 0);
    const seen = new Promise((resolve) => oracle.onResults(resolve));
    await oracle.send({ image: image.canvas });
    const mask = sheet(${isMirrored});
    mask.drawImage((await seen).segmentationMask, 0, 0, ${width}, ${height});
    return [...mask.getImageData(0, 0, ${width}, ${height}).data].filter((_, at) => at % 4 === 3);
  })()`);
  return Float32Array.from(mask, (value) => value / 255);
}

// One picture: the runtime is made for video, and mixes what it saw before into what it sees now.
test("both say the same of where a person is", async () => {
  const { photo } = await beforeStripes(6001);
  const ours = findPerson(photo);
  // As ours does, of the picture and of its mirror.
  const [straight, mirrored] = [await askOracle(photo), await askOracle(photo, true)];
  const theirs = straight.map((value, i) => (value + (mirrored[i] ?? 0)) / 2);
  let [apart, both, either] = [0, 0, 0];
  ours.forEach((own, i) => {
    const other = theirs[i] ?? 0;
    apart += Math.abs(own - other);
    both += Math.min(own, other);
    either += Math.max(own, other);
  });
  process.stderr.write(
    `mean difference ${(apart / ours.length).toFixed(4)}, overlap ${(both / either).toFixed(4)}\n`,
  );
  // There is a person, and there is a wall.
  expect(either / ours.length).toBeGreaterThan(0.2);
  expect(either / ours.length).toBeLessThan(0.8);
  expect(apart / ours.length).toBeLessThan(0.005);
  expect(both / either).toBeGreaterThan(0.99);
}, 120_000);
