/** `npm start -- --host ADDRESS`: the demo as a phone in the same network meets it. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { samplePhotos } from "../../local/demo/sample-photos.ts";
import { findFreePort } from "../../local/start/free-ports.ts";
import { launchBrowser } from "../support/browser.ts";
import { choosePhoto, imagesLoaded } from "./support/steps.ts";
import { Visitor } from "./support/visitor.ts";

/** Loopback, so that no other machine is involved, but not the address that everything listens on otherwise. */
const host = "127.0.0.2";
const holder = "196801012005032901";

let folder: string;
let port: number;
let product: ChildProcess;
let browser: Browser;
let output = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "kartu-lan-"));
  port = await findFreePort();
  const args = ["--home", folder, "--ephemeral", "--port", String(port), "--host", host];
  product = spawn(process.execPath, [join("local", "start.ts"), ...args]);
  for (const stream of [product.stdout, product.stderr])
    stream?.on("data", (data) => {
      output += data;
    });
  browser = await launchBrowser();
  while (!output.includes("Kotak surat")) {
    if (product.exitCode !== null) throw new Error(`It ended: ${output}`);
    await sleep(50);
  }
});
afterAll(async () => {
  await browser?.close();
  product?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

test("the start page names the address, and warns of the network and the certificate", () => {
  expect(output).toContain(`https://${host}:${port}/masuk`);
  expect(output).toContain(`http://localhost:${port + 1}/mailbox`);
  expect(output).toContain("PERINGATAN: siapa pun di jaringan ini");
});

test("a phone signs in, sees the card and sends a photo, all at one address", async () => {
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 360, height: 740 },
  });
  const siteUrl = `https://${host}:${port}`;
  const phone = new Visitor({ siteUrl, nextCode: () => "" }, await context.newPage(), "id");
  const places = new Set<string>();
  phone.page.on("request", (request) => places.add(new URL(request.url()).origin));

  await phone.login(holder);
  await phone.isAt("/masuk/kode");
  await phone.type("One-time code", await shownCode(holder));
  await phone.press(/^Masuk$/);
  await phone.isAt("/kartu");
  await imagesLoaded(phone, "img.card-face", 1);
  await phone.goto("/foto");
  const [good] = await samplePhotos();
  if (good) await choosePhoto(phone, good);
  await phone.button("Gunakan foto ini").waitFor();

  expect([...places].filter((origin) => origin.startsWith("http"))).toEqual([siteUrl]);
  expect(phone.complaints).toEqual([]);
  await context.close();
});

/** As it stands in the dev console, which stays on the demo's own machine. */
async function shownCode(nip: string): Promise<string> {
  const page = await (await fetch(`http://localhost:${port + 1}/codes`)).text();
  return new RegExp(`${nip}</td><td class="code">(\\d{6})`).exec(page)?.[1] ?? "no code";
}
