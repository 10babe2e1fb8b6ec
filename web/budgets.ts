/** The sizes that first views may have: everything a page needs before it works, compressed as CloudFront sends it. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { chaptersIn } from "./src/guide/chapters.ts";

interface Budget {
  /** The page's folder in dist/web, without its language. */
  readonly page: string;
  /** Bytes, brotli; images of the card and the captcha come on top. */
  readonly limit: number;
}

const kilobyte = 1024;

export const budgets: readonly Budget[] = [
  { page: "v", limit: 6 * kilobyte },
  { page: "periksa", limit: 6 * kilobyte },
  { page: "pindai", limit: 6 * kilobyte },
  { page: "petugas/gerbang", limit: 12 * kilobyte },
  { page: "bantuan/periksa", limit: 6 * kilobyte },
  { page: "bantuan/privasi", limit: 6 * kilobyte },
  { page: "petunjuk", limit: 4 * kilobyte },
  ...chaptersIn("id").map(({ name }) => ({ page: `petunjuk/${name}`, limit: 4 * kilobyte })),
  { page: "", limit: 24 * kilobyte },
  { page: "masuk", limit: 24 * kilobyte },
  { page: "masuk/kode", limit: 24 * kilobyte },
  { page: "masuk/qr", limit: 24 * kilobyte },
  { page: "qr", limit: 28 * kilobyte },
  { page: "masuk/mfa", limit: 24 * kilobyte },
  { page: "aktivasi", limit: 24 * kilobyte },
  // Its first step begins with the list of agencies: without the form's parts, which come by themselves, nothing can be done.
  { page: "kontak", limit: 27 * kilobyte },
  { page: "bukan-saya", limit: 24 * kilobyte },
  { page: "bantuan/ponsel-hilang", limit: 24 * kilobyte },
  { page: "bantuan/loket", limit: 24 * kilobyte },
  { page: "kartu", limit: 24 * kilobyte },
  { page: "kartu/luring", limit: 14 * kilobyte },
  { page: "pengajuan", limit: 28 * kilobyte },
  // It says of each step who has it, and why, in the words of two roles more than it had.
  { page: "petugas/pengajuan", limit: 41 * kilobyte },
  { page: "foto", limit: 40 * kilobyte },
  { page: "akun", limit: 40 * kilobyte },
  { page: "akun/data", limit: 40 * kilobyte },
  { page: "petugas", limit: 40 * kilobyte },
  { page: "petugas/beranda", limit: 40 * kilobyte },
  { page: "petugas/mutu", limit: 40 * kilobyte },
  { page: "petugas/pegawai", limit: 40 * kilobyte },
  { page: "petugas/pegawai/baru", limit: 40 * kilobyte },
  { page: "operator/beranda", limit: 28 * kilobyte },
  { page: "operator/pratinjau", limit: 28 * kilobyte },
  { page: "operator/peran", limit: 40 * kilobyte },
  { page: "petugas/akun", limit: 40 * kilobyte },
  // Its first item comes with all sentences of the judge, in its own part.
  { page: "petugas/foto", limit: 49 * kilobyte },
  { page: "petugas/impor", limit: 40 * kilobyte },
  { page: "petugas/unit", limit: 40 * kilobyte },
  { page: "petugas/cetak", limit: 40 * kilobyte },
  // Its list comes in a part of its own, beside the agency's page.
  { page: "petugas/pejabat", limit: 44 * kilobyte },
  { page: "petugas/ekspor", limit: 40 * kilobyte },
];

/** Bytes of a page's HTML, stylesheet, modules and icon, each compressed separately as it is sent. */
export async function firstViewBytes(webOutput: string, page: string): Promise<number> {
  const html = await readFile(join(webOutput, page, "index.html"), "utf8");
  const files = await Promise.all(
    assetsOf(html).map((address) => readFile(join(webOutput, address))),
  );
  return [Buffer.from(html), ...files].reduce((sum, file) => sum + sizeAsSent(file), 0);
}

/** Every file of ours the HTML asks for. */
function assetsOf(html: string): string[] {
  const asked = html.matchAll(/<(?:link|script)[^>]*? (?:href|src)="(\/[^"]+\.\w+)"/g);
  return [...new Set([...asked].map(([, address = ""]) => address))];
}

/** Parts that come after a page's first view, by the beginning of their names in dist/web/assets: the studio's, and what answers on the page that scans. */
export const laterParts: readonly { readonly name: RegExp; readonly limit: number }[] = [
  { name: /^studio-(?!worker).+\.js$/, limit: 7 * kilobyte },
  // What its steps share, its words among them.
  { name: /^tool-offer-.+\.js$/, limit: 3.6 * kilobyte },
  { name: /^check-step-.+\.js$/, limit: 1.5 * kilobyte },
  // The last kilobyte takes the wall from above caps and from between loose hairs.
  { name: /^studio-worker-.+\.js$/, limit: 33 * kilobyte },
  { name: /^answers-.+\.js$/, limit: 25 * kilobyte },
];

/**
 * CloudFront compresses at the moment of the request, so not with the best level: about as at level 5 of 11. Files below 1,000
 * bytes are sent uncompressed (Amazon CloudFront Developer Guide, "Serve compressed files").
 */
export function sizeAsSent(file: Buffer): number {
  if (file.length < 1000) return file.length;
  return brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
}
