/**
 * The parts of a ZIP file, as its central directory lists them (APPNOTE.TXT 6.3.10, 4.3). Decompressing is the platform's own
 * DecompressionStream, in Node and in browsers; a part is read in pieces and stopped at a limit, so that a ZIP bomb costs nothing.
 */
import { FileRefused } from "./import-problem.ts";

export interface ZipPart {
  readonly name: string;
  readonly isCompressed: boolean;
  readonly data: Uint8Array<ArrayBuffer>;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const mostParts = 5_000;
/** Length of the end record, and the longest comment behind it. */
const endBytes = 22;
const longestComment = 65_535;

/** @throws FileRefused `file-damaged`, `file-locked` */
export function zipParts(bytes: Uint8Array<ArrayBuffer>): ReadonlyMap<string, ZipPart> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const end = endOf(view);
    const count = view.getUint16(end + 10, true);
    if (count > mostParts) throw new FileRefused("file-expands");
    const parts = new Map<string, ZipPart>();
    let at = view.getUint32(end + 16, true);
    for (let i = 0; i < count; i++) {
      const { part, next } = partAt(view, bytes, at);
      parts.set(part.name, part);
      at = next;
    }
    return parts;
  } catch (error) {
    // A place outside of the file.
    throw error instanceof RangeError ? new FileRefused("file-damaged") : error;
  }
}

function endOf(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - endBytes - longestComment);
  for (let at = view.byteLength - endBytes; at >= lowest; at--)
    if (view.getUint32(at, true) === endSignature) return at;
  throw new FileRefused("file-damaged");
}

function partAt(
  view: DataView,
  bytes: Uint8Array<ArrayBuffer>,
  at: number,
): { readonly part: ZipPart; readonly next: number } {
  if (view.getUint32(at, true) !== entrySignature) throw new FileRefused("file-damaged");
  const [flags, method] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true)];
  if (flags & 1) throw new FileRefused("file-locked");
  if (method !== 0 && method !== 8) throw new FileRefused("file-damaged");
  const size = view.getUint32(at + 20, true);
  const nameLength = view.getUint16(at + 28, true);
  const after = view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
  // The header at the data itself has a name and extra field of its own.
  const header = view.getUint32(at + 42, true);
  const begin = header + 30 + view.getUint16(header + 26, true) + view.getUint16(header + 28, true);
  if (begin + size > bytes.length) throw new FileRefused("file-damaged");
  const data = bytes.subarray(begin, begin + size);
  return { part: { name, isCompressed: method === 8, data }, next: at + 46 + nameLength + after };
}

/** Above this, text that expands so much is made to. */
const suspiciousBytes = 32_000_000;
const suspiciousRatio = 300;

/** The text of a part, piece by piece. @throws FileRefused `file-expands` above the limit, `file-damaged` */
export async function* textOf(part: ZipPart, mostBytes: number): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let read = 0;
  try {
    for await (const piece of piecesOf(part)) {
      read += piece.length;
      const isSuspicious = read > suspiciousBytes && read > suspiciousRatio * part.data.length;
      if (read > mostBytes || isSuspicious) throw new FileRefused("file-expands");
      yield decoder.decode(piece, { stream: true });
    }
  } catch (error) {
    // What DecompressionStream says of data that is not compressed as it should be.
    throw error instanceof TypeError ? new FileRefused("file-damaged") : error;
  }
}

async function* piecesOf({ isCompressed, data }: ZipPart): AsyncGenerator<Uint8Array> {
  const raw = new Blob([data]).stream();
  const reader = (
    isCompressed ? raw.pipeThrough(new DecompressionStream("deflate-raw")) : raw
  ).getReader();
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
