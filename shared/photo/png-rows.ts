import { inflateSync } from "node:zlib";
import { photoHeight, photoWidth } from "./photo-limits.ts";
import type { Chunk } from "./png-chunks.ts";
import { type PngHeader, passesOf } from "./png-header.ts";

/** What has more pixels than a photo is refused by its dimensions, and is never inflated. */
const maxPixels = photoWidth * photoHeight;
/** PNG 3, 9.2: none, sub, up, average, Paeth. */
const lastFilter = 4;

/**
 * The picture's data must inflate to exactly the rows that the header says, each with a filter that there is, so that no bomb and
 * no short file is decoded.
 */
export function rowsProblem(
  chunks: readonly Chunk[],
  header: PngHeader,
): "damaged" | "inflates-too-far" | undefined {
  if (header.width * header.height > maxPixels) return undefined;
  const wanted = passesOf(header).reduce((sum, { rows, rowBytes }) => sum + rows * rowBytes, 0);
  const data = chunks.filter(({ type }) => type === "IDAT").map((chunk) => chunk.data);
  try {
    const rows = inflateSync(Buffer.concat(data), { maxOutputLength: wanted });
    return rows.length === wanted && hasSoundFilters(rows, header) ? undefined : "damaged";
  } catch (error) {
    const isTooLarge =
      error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
    return isTooLarge ? "inflates-too-far" : "damaged";
  }
}

function hasSoundFilters(data: Buffer, header: PngHeader): boolean {
  let at = 0;
  for (const { rows, rowBytes } of passesOf(header)) {
    for (let row = 0; row < rows; row++, at += rowBytes) {
      if ((data[at] ?? 0) > lastFilter) return false;
    }
  }
  return true;
}
