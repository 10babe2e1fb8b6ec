/** What holders, officers and verifiers do in a story, and wait for, at a page in Indonesian. */
import { expect } from "vitest";
import type { SamplePhoto } from "../../../local/demo/sample-photos.ts";
import { asInNewTab, type Visitor } from "./visitor.ts";

/** What a page knows of an image. */
interface Picture {
  readonly complete: boolean;
  readonly naturalWidth: number;
  readonly offsetParent: unknown;
}

/** Waits until so many images are drawn, not only asked for. */
export async function imagesLoaded(
  visitor: Visitor,
  selector: string,
  count: number,
): Promise<void> {
  const drawn = () =>
    visitor.page.locator(selector).evaluateAll((images: Picture[]) => {
      const visible = images.filter((image) => image.offsetParent !== null);
      return visible.every((image) => image.complete && image.naturalWidth > 100)
        ? visible.length
        : 0;
    });
  await expect.poll(drawn).toBeGreaterThanOrEqual(count);
}

/** The card's page keeps downloads in a menu. */
export async function openMenu(holder: Visitor): Promise<void> {
  await holder.page.locator(".menu").evaluate((menu: { open: boolean }) => {
    menu.open = true;
  });
}

/** The address of the card's face that the page shows. */
export function shownFace(holder: Visitor): Promise<string | null> {
  return holder.page.locator("img.card-face").first().getAttribute("src");
}

export async function choosePhoto(
  holder: Visitor,
  { fileName, bytes }: SamplePhoto,
): Promise<void> {
  // Beside a photo that was refused stands another button for files.
  await holder.page
    .locator('input[type="file"]:not([capture])')
    .first()
    .setInputFiles({ name: fileName, mimeType: "image/png", buffer: bytes });
}

/** The state of the holder's card, as the API tells it. */
export async function cardState(holder: Visitor): Promise<unknown> {
  return holder.page.evaluate(
    'fetch("/api/me/card").then((answer) => answer.json()).then(({ state }) => state)',
  );
}

/** The officer fills in a change of the open record, reviews and saves it. */
export async function changeRecord(
  officer: Visitor,
  fill: () => Promise<void>,
  reason: string,
): Promise<void> {
  await officer.press("Ubah data");
  await fill();
  await officer.type("Alasan perubahan", reason);
  await officer.press("Periksa perubahan");
  await officer.press("Simpan");
  await officer.page.locator("td", { hasText: reason }).first().waitFor();
  await officer.sees("Perubahan tersimpan. Kartu diperbarui otomatis.");
}

/** …a change that takes two: it is asked for, and the record is as it was. */
export async function askForChangeOf(
  officer: Visitor,
  fill: () => Promise<void>,
  reason: string,
): Promise<void> {
  await officer.press("Ubah data");
  await fill();
  await officer.type("Nomor SK atau surat", reason);
  await officer.type("Alasan perubahan", reason);
  await officer.press("Periksa perubahan");
  await officer.press("Ajukan untuk disetujui");
  await officer.sees("Perubahan sudah diajukan.");
}

/** …another kedudukan hukum. @param kedudukanHukum BKN's code */
export async function askForStatus(
  officer: Visitor,
  kedudukanHukum: string,
  reason: string,
): Promise<void> {
  await officer.press(/Ubah kedudukan hukum…$/);
  await officer.choose("Kedudukan hukum baru", kedudukanHukum);
  await officer.type("Alasan perubahan", reason);
  await officer.press("Lanjutkan");
  await officer.press("Ajukan untuk disetujui");
  await officer.sees("Perubahan sudah diajukan.");
}

/** A penyetuju decides the one that waits about somebody. */
export async function approveOnPage(approver: Visitor, name: string): Promise<void> {
  await approver.goto("/petugas/persetujuan");
  const item = approver.page.locator(".print-item", { hasText: name });
  await item.getByRole("button", { name: "Setujui…" }).click();
  await approver.page.locator("dialog[open] [type=submit]").click();
  await approver.page.locator(".notice-good:focus").waitFor();
}

/** A verifier opens the address of a QR, and asks. */
export async function verify(verifier: Visitor, url: string): Promise<void> {
  await asInNewTab(verifier.page);
  await verifier.page.goto(url);
  await answerWithoutImage(verifier);
}

/** …at the page that is open. */
export async function answerWithoutImage(verifier: Visitor): Promise<void> {
  await verifier.press("Tanpa gambar");
  await verifier.press("Periksa");
}
