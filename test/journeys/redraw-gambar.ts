/** Takes the pictures of docs/gambar/ anew: the pages people use most, on a phone and on a desktop, with the demo's data. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { totpCode } from "../../local/cloud/cognito/totp.ts";
import { demoPassword } from "../../local/demo/demo-login.ts";
import { demoPeople } from "../../local/demo/people.ts";
import { samplePhotos } from "../../local/demo/sample-photos.ts";
import { startDemoCloud } from "../../local/start/demo-cloud.ts";
import { launchBrowser } from "../support/browser.ts";
import { decodeQr } from "../support/decode-qr.ts";
import { productOfAll } from "./support/product.ts";
import { desktop, phone } from "./support/screens.ts";

const folder = resolve(import.meta.dirname, "..", "..", "docs", "gambar");
const mostBytes = 60_000;

const directory = mkdtempSync(join(tmpdir(), "kartu-gambar-"));
const [assembly, photos, browser] = await Promise.all([
  productOfAll(),
  samplePhotos(),
  launchBrowser(),
]);
const cloud = await startDemoCloud({
  directory: join(directory, "cloud"),
  assembly,
  log: () => undefined,
});
await cloud.waitUntilIdle({ timeoutSeconds: 120 });
mkdirSync(folder, { recursive: true });
await askForRole();
for (const screen of [phone, desktop]) {
  await holdersPages(screen);
  await officersPages(screen);
  await operatorsPages(screen);
}
await browser.close();
await cloud.stop();
rmSync(directory, { recursive: true, force: true });

async function holdersPages(screen: typeof phone): Promise<void> {
  const page = await signedIn("Siti Contohwati", screen);
  await page.waitForSelector("img.card-face");
  await page.waitForLoadState("networkidle");
  await picture(page, "kartu");
  await page.goto(`${cloud.siteUrl}/foto`);
  const refused = photos.find(({ breaks }) => breaks === "sharpness");
  if (!refused) throw new Error("There is no photo that is not sharp.");
  await page.locator('input[type="file"]:not([capture])').setInputFiles({
    name: refused.fileName,
    mimeType: "image/png",
    buffer: refused.bytes,
  });
  await page.waitForSelector('li[data-outcome="failed"]');
  await picture(page, "foto-ditolak");
  await verification(page);
  await page.context().close();
}

/** As the finder of the card sees it: by the address that its QR leads to. */
async function verification(holder: Page): Promise<void> {
  const token = await qrPath(holder);
  const page = await (await browser.newContext({ viewport: holder.viewportSize() })).newPage();
  await page.goto(`${cloud.siteUrl}${token}`);
  await page.waitForSelector("#submit:enabled");
  await page.click("#by-work");
  await page.click("#submit");
  await page.waitForSelector("#result img");
  await page.waitForLoadState("networkidle");
  await picture(page, "hasil-periksa");
  await page.context().close();
}

async function officersPages(screen: typeof phone): Promise<void> {
  const page = await signedIn("Budi Petugasanto", screen);
  await page.waitForURL("**/petugas/beranda");
  await page.goto(`${cloud.siteUrl}/petugas`);
  await page.waitForSelector("main tbody tr");
  await picture(page, "daftar-pegawai");
  await page.fill("#q", "Siti Contohwati");
  await page.click("search [type=submit]");
  await page.click("main tbody tr:only-child a");
  await page.waitForSelector(".record-facts");
  await picture(page, "data-pegawai");
  await page.click(".record-page .button-row .button");
  await page.fill("#jabatan", "Pranata Komputer Ahli Madya");
  await page.fill("#reason", "SK 12/2026 tanggal 20 November 2026");
  await page.click("main form [type=submit]");
  await page.waitForSelector("#review-title");
  await picture(page, "periksa-perubahan");
  await page.context().close();
}

/** One operator asks, so that something waits for the other one. */
async function askForRole(): Promise<void> {
  const page = await rolesPage("Oka Operatorawan", desktop);
  const person = demoPeople().find(({ employee }) => employee.name === "Siti Contohwati");
  await page.fill("#nip", person?.employee.nip ?? "");
  await page.click("main form [type=submit]");
  await page.fill("#reason", "SK 7/2026 tanggal 20 November 2026");
  await page.click("main form [type=submit]");
  await page.waitForSelector(".notice-good");
  await page.context().close();
}

async function operatorsPages(screen: typeof phone): Promise<void> {
  const page = await rolesPage("Putu Operatorwati", screen);
  await page.waitForSelector(".print-item");
  await picture(page, "peran");
  await page.context().close();
}

async function rolesPage(name: string, screen: typeof phone): Promise<Page> {
  const page = await signedIn(name, screen);
  await page.waitForURL("**/operator/**");
  await page.goto(`${cloud.siteUrl}/operator/peran`);
  return page;
}

async function signedIn(name: string, viewport: typeof phone): Promise<Page> {
  const person = demoPeople().find(({ employee }) => employee.name === name);
  if (!person) throw new Error(`The demo has no ${name}.`);
  const { nip } = person.employee;
  const context = await browser.newContext({ viewport, locale: "id-ID" });
  const page = await context.newPage();
  await page.goto(`${cloud.siteUrl}/masuk`);
  await page.fill("#nip", nip);
  await page.fill("#password", demoPassword);
  await page.click("main form [type=submit]");
  await page.fill("#code", nextCode(nip));
  await page.click("main form [type=submit]");
  return page;
}

/** The path that the QR on the holder's card leads to. */
async function qrPath({ request }: Page): Promise<string> {
  const address = `${cloud.siteUrl}/api/me/card/faces/front-landscape?download=1`;
  const face = await request.get(address);
  return new URL((await decodeQr(await face.body())) ?? "").pathname.toLowerCase();
}

/** A code that was not used yet. */
function nextCode(nip: string): string {
  cloud.clock.advance(30_000);
  const token = cloud.services.cognito.softwareTokens().find(({ username }) => username === nip);
  if (!token) throw new Error("There is no authenticator.");
  return totpCode(token.secret, cloud.clock.millis());
}

/** What is seen without scrolling, as WebP that is light enough for a page of docs. */
async function picture(page: Page, name: string): Promise<void> {
  // Nothing that is still on its way, no caret that blinks.
  await page.waitForTimeout(500);
  const png = await page.screenshot({ caret: "hide", animations: "disabled" });
  const file = join(folder, `${name}-${page.viewportSize()?.width}.webp`);
  for (const quality of [90, 75, 60, 45]) {
    const webp = await sharp(png).webp({ quality, effort: 6 }).toBuffer();
    if (webp.length > mostBytes) continue;
    writeFileSync(file, webp);
    return;
  }
  throw new Error(`${file} does not fit into ${mostBytes} bytes.`);
}
