import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { qrOfPdf } from "../../support/decode-pdf.ts";
import { verify } from "./steps.ts";
import type { Tour } from "./tour.ts";
import type { Visitor } from "./visitor.ts";

/**
 * Downloads the proof of the request whose page is open; somebody who is shown it scans its QR.
 * @param told what they are to read, and what nobody may
 * @returns the address in its QR
 */
export async function checkProof(
  own: Tour,
  guest: Visitor,
  told: { readonly subject: string; readonly secret: RegExp },
): Promise<string> {
  const downloading = own.page.waitForEvent("download");
  await own.click('main a[href$="/proof"]');
  const download = await downloading;
  const number = "[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}";
  const name = new RegExp(`^bukti-pengajuan-(${number})\\.pdf$`).exec(download.suggestedFilename());
  const address = (await qrOfPdf(readFileSync(await download.path()))) ?? "";
  await verify(guest, address);
  await guest.sees("Dokumen terdaftar");
  await guest.sees(told.subject);
  const shown = await guest.page.locator("main").innerText();
  expect(shown).toContain(name?.[1] ?? "a number");
  expect(shown).not.toMatch(told.secret);
  await guest.screenshot("pengajuan-bukti-diperiksa");
  return address;
}
