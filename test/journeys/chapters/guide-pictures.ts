/** The pictures of the guide, in both languages: each by the page that its section tells of. */
import { join } from "node:path";
import type { Page } from "playwright-core";
import { samplePhotos } from "../../../local/demo/sample-photos.ts";
import { guidePictures as folder, pixelsOfPage } from "../../../web/build/guide-pictures.ts";
import type { Language } from "../../../web/src/addresses.ts";
import type { PictureName } from "../../../web/src/guide/chapters.ts";
import { type Photographer, takePicture } from "../support/photographer.ts";
import { beginChange, checkedCard, openSiti, refusePhoto } from "./pages-for-docs.ts";

const mostBytesOfPicture = 48_000;

const onPhone = { width: 360, height: 600, sharpness: pixelsOfPage };
const onDesk = { width: 760, height: 520, sharpness: pixelsOfPage };

export async function guidePictures(photographer: Photographer): Promise<void> {
  for (const language of ["id", "en"] as const) {
    const by = { photographer, language, take: takerOf(language) };
    await guests(by);
    await card(by);
    await photo(by);
    await services(by);
    await office(by);
  }
}

interface Walk {
  readonly photographer: Photographer;
  readonly language: Language;
  readonly take: (page: Page, name: PictureName, at?: string) => Promise<void>;
}

/** @returns takes a picture of a page from the element on that is named, or from its top */
function takerOf(language: Language): Walk["take"] {
  return async (page, name, at) => {
    await page.waitForLoadState("networkidle");
    if (at) await page.locator(at).first().evaluate("(element) => element.scrollIntoView()");
    else await page.evaluate("scrollTo(0, 0)");
    await takePicture(page, join(folder, language, `${name}.webp`), mostBytesOfPicture);
  };
}

async function guests({ photographer, language, take }: Walk): Promise<void> {
  const page = await photographer.guest({ screen: onPhone, language });
  await page.goto(photographer.address("/masuk", language));
  await take(page, "masuk-login", "h1");
  await page.goto(photographer.address("/aktivasi", language));
  await page.waitForSelector("main form [type=submit]:enabled");
  await take(page, "aktivasi-sandi", "h1");
  await page.context().close();
}

async function card({ photographer, language, take }: Walk): Promise<void> {
  const page = await photographer.signedIn("Siti Contohwati", { screen: onPhone, language });
  await page.waitForSelector("img.card-face");
  await page.waitForSelector("#help-title");
  await take(page, "unduh-tunjukkan");
  await page.click(".card-menu summary, details summary");
  await take(page, "unduh-berkas", ".card-controls");
  const checking = await checkedCard(photographer, page, { screen: onPhone, language });
  await take(checking, "pindai-hasil", "#result");
  await checking.context().close();
  await page.goto(photographer.address("/akun", language));
  await take(page, "akun-akun", "h1");
  await page.goto(photographer.address("/akun/data", language));
  await page.waitForSelector("main h2");
  await take(page, "akun-data", "h1");
  await page.context().close();
}

async function photo({ photographer, language, take }: Walk): Promise<void> {
  const page = await photographer.signedIn("Siti Contohwati", { screen: onPhone, language });
  await page.goto(photographer.address("/foto", language));
  await refusePhoto(page);
  await take(page, "membuat-ditolak", ".notice-bad, main [role=alert], main h2");
  await page.goto(photographer.address("/foto", language));
  const other = (await samplePhotos()).find(({ breaks }) => breaks === "format");
  if (!other) throw new Error("There is no JPEG.");
  await page
    .locator('input[type="file"]:not([capture])')
    .setInputFiles({ name: "IMG_2026.jpg", mimeType: "image/jpeg", buffer: other.bytes });
  await page.waitForSelector('[data-drawn="true"], canvas');
  await take(page, "membuat-foto", "canvas");
  await page.context().close();
}

async function services({ photographer, language, take }: Walk): Promise<void> {
  const page = await photographer.signedIn("Siti Contohwati", { screen: onPhone, language });
  await page.goto(photographer.address("/pengajuan?baru=", language));
  await page.waitForSelector("main ul a, main form");
  await take(page, "pengajuan-ajukan", "h1");
  await page.goto(photographer.address("/pengajuan?bagian=cuti", language));
  await page.waitForSelector("#balance-title");
  await take(page, "cuti-sisa", "h1");
  await page.goto(photographer.address("/pengajuan?baru=cuti", language));
  await page.waitForSelector("#from");
  await page.fill("#words", "Menjenguk orang tua");
  await take(page, "cuti-minta", "#fields-title");
  await page.goto(photographer.address("/akun/data?bagian=kalender", language));
  await page.waitForSelector("main h2");
  await take(page, "kalender-baca", "h1");
  await page.context().close();
}

async function office({ photographer, language, take }: Walk): Promise<void> {
  const page = await photographer.signedIn("Budi Petugasanto", { screen: onDesk, language });
  await page.goto(photographer.address("/petugas/beranda", language));
  await page.waitForSelector("main h2");
  await take(page, "petugas-beranda", "h1");
  await page.goto(photographer.address("/petugas", language));
  await page.waitForSelector("main tbody tr");
  await openSiti(page);
  await beginChange(page);
  await take(page, "petugas-pegawai", "#review-title");
  await page.context().close();
  const look = { screen: onDesk, language };
  const roles = await photographer.signedIn("Putu Operatorwati", look);
  await roles.goto(photographer.address("/operator/peran", language));
  await roles.waitForSelector(".print-item");
  await take(roles, "operator-peran", "h1");
  await roles.context().close();
}
