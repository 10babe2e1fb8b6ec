/** The pictures of docs/gambar: the pages people use most, on a phone and on a desktop. */
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { samplePhotos } from "../../../local/demo/sample-photos.ts";
import { nipOf, type Photographer, type Screen, takePicture } from "../support/photographer.ts";
import { desktop, phone } from "../support/screens.ts";

const folder = resolve(import.meta.dirname, "..", "..", "..", "docs", "gambar");
const mostBytes = 60_000;

export async function pagesForDocs(photographer: Photographer): Promise<void> {
  await askForRole(photographer);
  for (const screen of [phone, desktop]) {
    await holdersPages(photographer, screen);
    await officersPages(photographer, screen);
    const page = await rolesPage(photographer, "Putu Operatorwati", screen);
    await page.waitForSelector(".print-item");
    await picture(page, "peran");
    await page.context().close();
  }
}

async function holdersPages(photographer: Photographer, screen: Screen): Promise<void> {
  const page = await photographer.signedIn("Siti Contohwati", { screen });
  await page.waitForSelector("img.card-face");
  await page.waitForLoadState("networkidle");
  await picture(page, "kartu");
  await page.goto(photographer.address("/foto"));
  await refusePhoto(page);
  await picture(page, "foto-ditolak");
  await page.goto(photographer.address("/kartu"));
  const checking = await checkedCard(photographer, page, { screen });
  await picture(checking, "hasil-periksa");
  await checking.context().close();
  await page.context().close();
}

/** On the page of the photo: one that is not sharp is sent, and told. */
export async function refusePhoto(page: Page): Promise<void> {
  const refused = (await samplePhotos()).find(({ breaks }) => breaks === "sharpness");
  if (!refused) throw new Error("There is no photo that is not sharp.");
  const { fileName: name, bytes: buffer } = refused;
  const file = { name, mimeType: "image/png", buffer };
  await page.locator('input[type="file"]:not([capture])').setInputFiles(file);
  await page.waitForSelector('li[data-outcome="failed"]');
}

/** As the finder of the card sees it: by the address that its QR leads to. */
export async function checkedCard(
  photographer: Photographer,
  holder: Page,
  look: Parameters<Photographer["guest"]>[0],
): Promise<Page> {
  const page = await photographer.guest(look);
  await page.goto(photographer.address(await photographer.qrPath(holder), look.language));
  await page.waitForSelector("#submit:enabled");
  await page.click("#by-work");
  await page.click("#submit");
  await page.waitForSelector("#result img");
  await page.waitForLoadState("networkidle");
  return page;
}

async function officersPages(photographer: Photographer, screen: Screen): Promise<void> {
  const page = await photographer.signedIn("Budi Petugasanto", { screen });
  await page.goto(photographer.address("/petugas"));
  await page.waitForSelector("main tbody tr");
  await picture(page, "daftar-pegawai");
  await openSiti(page);
  await picture(page, "data-pegawai");
  await beginChange(page);
  await picture(page, "periksa-perubahan");
  await page.context().close();
}

/** From the list of people to a record. */
export async function openSiti(page: Page): Promise<void> {
  await page.fill("#q", "Siti Contohwati");
  await page.click("search [type=submit]");
  await page.click("main tbody tr:only-child a");
  await page.waitForSelector(".record-facts");
}

/** From a record to a change that is looked at before it is saved. */
export async function beginChange(page: Page): Promise<void> {
  await page.click(".record-page .button-row .button");
  await page.fill("#jabatan", "Pranata Komputer Ahli Madya");
  await page.fill("#reason", "SK 12/2026 tanggal 20 November 2026");
  await page.click("main form [type=submit]");
  await page.waitForSelector("#review-title");
}

/** One operator asks, so that something waits for the other one. */
async function askForRole(photographer: Photographer): Promise<void> {
  const page = await rolesPage(photographer, "Oka Operatorawan", desktop);
  await page.fill("#nip", nipOf("Siti Contohwati"));
  await page.click("main form [type=submit]");
  await page.fill("#reason", "SK 7/2026 tanggal 20 November 2026");
  await page.click("main form [type=submit]");
  await page.waitForSelector(".notice-good");
  await page.context().close();
}

async function rolesPage(photographer: Photographer, name: string, screen: Screen): Promise<Page> {
  const page = await photographer.signedIn(name, { screen });
  await page.goto(photographer.address("/operator/peran"));
  return page;
}

function picture(page: Page, name: string): Promise<void> {
  const file = join(folder, `${name}-${page.viewportSize()?.width}.webp`);
  return takePicture(page, file, mostBytes);
}
