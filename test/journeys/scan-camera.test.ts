/** The page that scans, by a camera: one that sees a card, flat and as at a counter, and one whose holder says no. */

import { createServer } from "node:http";
import type { Browser, Page } from "playwright-core";
import { afterEach, expect } from "vitest";
import { keysOf } from "#shared/runtime/keyed.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { browserThatRefuses, browserThatSees, ways } from "./support/fake-camera.ts";
import { phone } from "./support/screens.ts";
import { test, type World } from "./support/world.ts";

let browser: Browser | undefined;
afterEach(() => browser?.close());

async function faceOf(world: World, name: string): Promise<Buffer> {
  const { employee } = await world.newcomer({ like: "Siti Contohwati", name });
  const holder = new HttpHolder(world.cloud.siteUrl);
  await holder.signIn(employee.nip, world.nextCode(employee.nip));
  return Buffer.from(await holder.face("front-landscape"));
}

async function pageOf(world: World, opened: Browser): Promise<Page> {
  const context = await opened.newContext({ viewport: phone });
  const page = await context.newPage();
  await page.clock.setSystemTime(world.cloud.clock.now());
  await page.goto(`${world.cloud.siteUrl}/pindai/`);
  await page.locator("#camera:enabled").click();
  return page;
}

test.for(keysOf(ways))("a card that is held %s is read by the camera", async (way, { world }) => {
  const face = await faceOf(world, "Siti Kamerawati");
  browser = await browserThatSees(face, way, world.directory);
  const page = await pageOf(world, browser);
  await page.locator("#result h2").waitFor();
  expect(await page.locator("#result").innerText()).toContain("Siti Kamerawati");
  expect(await page.locator("#stage").isVisible()).toBe(false);
  expect(await page.evaluate("document.querySelector('video').srcObject")).toBe(null);
});

test("who lets no page use the camera reads how to, and what goes without", async ({ world }) => {
  browser = await browserThatRefuses();
  const page = await pageOf(world, browser);
  await page.locator("#problem:not([hidden])").waitFor();
  expect(await page.locator("#problem").innerText()).toContain("Kamera tidak diizinkan");
  expect(await page.locator("#problem:focus").count()).toBe(1);
  expect(await page.locator("#picture").isVisible()).toBe(true);
});

test("pages of other sites may read the list of keys and the status lists, and nothing else of the site", async ({
  world,
}) => {
  const { siteUrl } = world.cloud;
  browser = await browserThatRefuses();
  const page = await browser.newPage();
  // A page of another origin, without a policy of its own.
  const elsewhere = createServer((_, answer) => answer.end("<p>elsewhere</p>"));
  const port = await new Promise<number>((resolve) =>
    elsewhere.listen(0, "localhost", () => resolve(Object(elsewhere.address()).port)),
  );
  await page.goto(`http://localhost:${port}/`);
  const read = (path: string) =>
    page.evaluate(async (address) => {
      const answer = await fetch(address).catch(() => undefined);
      return answer ? answer.status : "refused";
    }, `${siteUrl}${path}`);

  expect(await read("/.well-known/kartu-asn/kunci.json")).toBe(200);
  expect(await read("/.well-known/kartu-asn/status/0")).toBe(200);
  for (const path of ["/", "/pindai/setelan.json", "/api/session", "/.well-known/security.txt"])
    expect(await read(path), path).toBe("refused");
  const { headers } = await fetch(`${siteUrl}/.well-known/kartu-asn/kunci.json`);
  expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  expect(headers.get("content-security-policy")).toContain("default-src 'none'");
  expect(headers.get("access-control-allow-credentials")).toBe(null);
  elsewhere.close();
});

test("no other page of the site may use the camera", async ({ world }) => {
  for (const [path, camera] of [
    ["/", "camera=()"],
    ["/periksa/", "camera=()"],
    ["/pindai/", "camera=(self)"],
    ["/en/pindai", "camera=(self)"],
    ["/petugas/instansi", "camera=()"],
    ["/petugas/gerbang", "camera=(self)"],
  ]) {
    const { headers } = await fetch(`${world.cloud.siteUrl}${path}`);
    expect(headers.get("permissions-policy"), path).toContain(camera);
  }
});
