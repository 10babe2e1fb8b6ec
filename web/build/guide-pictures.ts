/** The pictures of the guide's chapters, as files of the site. `npm run gambar` takes them; one that is not there yet is left out, and a test tells of it. */
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Language } from "../src/addresses.ts";
import { digestOf } from "./digest.ts";

/** Where they lie, by language: CHAPTER-SECTION.webp. */
export const guidePictures = join(import.meta.dirname, "..", "src", "guide", "pictures");

/** Its pixels for each of the page's: sharp on phones, and light enough. */
export const pixelsOfPage = 2;

export interface GuidePicture {
  readonly address: string;
  /** In pixels of the page. */
  readonly width: number;
  readonly height: number;
}

/** Writes them below assets/ in `out`. @returns by CHAPTER-SECTION */
export async function bundlePictures(
  language: Language,
  out: string,
): Promise<ReadonlyMap<string, GuidePicture>> {
  await mkdir(join(out, "assets"), { recursive: true });
  const pictures = new Map<string, GuidePicture>();
  for (const { name, path } of pictureFiles(language)) {
    const bytes = readFileSync(path);
    const address = `/assets/petunjuk-${name}-${digestOf(bytes)}.webp`;
    await writeFile(join(out, address), bytes);
    const { width, height } = webpSize(bytes);
    pictures.set(name, { address, width: width / pixelsOfPage, height: height / pixelsOfPage });
  }
  return pictures;
}

/** Those that are there. */
export function pictureFiles(
  language: Language,
): readonly { readonly name: string; readonly path: string }[] {
  const folder = join(guidePictures, language);
  return readdirSync(folder)
    .filter((file) => file.endsWith(".webp"))
    .toSorted()
    .map((file) => ({ name: file.slice(0, -".webp".length), path: join(folder, file) }));
}

/**
 * Of a lossy WebP without transparency (RFC 9649, 2.5; RFC 6386, 9.1).
 * @throws Error when it is none
 */
export function webpSize(bytes: Buffer): { readonly width: number; readonly height: number } {
  if (bytes.toString("latin1", 8, 16) !== "WEBPVP8 ") throw new Error("This is no lossy WebP.");
  return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
}
