/** The text of a CSV file, in the encoding that its program chose without saying so. */
import { piecesOf } from "./file-pieces.ts";

/**
 * UTF-8 and UTF-16 by their byte order marks; without one UTF-16 by its zero bytes, then UTF-8 if all of it is valid, then
 * Windows-1252, which Excel writes as «CSV».
 */
export async function encodingOf(file: Blob): Promise<string> {
  const beginning = new Uint8Array(await file.slice(0, 2000).arrayBuffer());
  const [first, second] = beginning;
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  return encodingByZeros(beginning) ?? ((await isUtf8(file)) ? "utf-8" : "windows-1252");
}

async function isUtf8(file: Blob): Promise<boolean> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const piece of piecesOf(file)) decoder.decode(piece, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** A file's text, piece by piece. */
export async function* decodedText(file: Blob, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of piecesOf(file)) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}

/** Nearly all letters of a table are ASCII: in UTF-16 every other byte of them is zero. */
function encodingByZeros(bytes: Uint8Array): "utf-16le" | "utf-16be" | undefined {
  const zeros = [0, 0];
  for (const [i, byte] of bytes.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const many = bytes.length / 4;
  if (odd > many && even < odd / 10) return "utf-16le";
  return even > many && odd < even / 10 ? "utf-16be" : undefined;
}
