/**
 * The parts of a ZIP file, as its central directory lists them (APPNOTE.TXT 6.3.10, 4.3). Decompressing is the platform's own
 * DecompressionStream, in Node and in browsers; a part is read in pieces and stopped at a limit, so that a ZIP bomb costs nothing.
 */
import { eachOf } from "./file-pieces.ts";
import { FileRefused } from "./import-problem.ts";

export interface ZipPart {
  readonly name: string;
  readonly isCompressed: boolean;
  readonly data: Blob;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const mostParts = 5_000;
/** The names and notes of so many parts are shorter. */
const longestDirectory = 4_000_000;
/** Length of the end record, and the longest comment behind it. */
const endBytes = 22;
const longestComment = 65_535;
const localHeaderBytes = 30;

/** @throws FileRefused `file-damaged`, `file-locked`, `file-expands` */
export async function zipParts(file: Blob): Promise<ReadonlyMap<string, ZipPart>> {
  try {
    const tail = await viewOf(file.slice(-endBytes - longestComment));
    const end = endOf(tail);
    const [count, size] = [tail.getUint16(end + 10, true), tail.getUint32(end + 12, true)];
    if (count > mostParts || size > longestDirectory) throw new FileRefused("file-expands");
    const begin = tail.getUint32(end + 16, true);
    const directory = await viewOf(file.slice(begin, begin + size));
    const parts = new Map<string, ZipPart>();
    let at = 0;
    for (let i = 0; i < count; i++) {
      const { part, next } = await partAt(file, directory, at);
      parts.set(part.name, part);
      at = next;
    }
    return parts;
  } catch (error) {
    // A place outside of the file.
    throw error instanceof RangeError ? new FileRefused("file-damaged") : error;
  }
}

async function viewOf(part: Blob): Promise<DataView<ArrayBuffer>> {
  return new DataView(await part.arrayBuffer());
}

function endOf(tail: DataView): number {
  for (let at = tail.byteLength - endBytes; at >= 0; at--)
    if (tail.getUint32(at, true) === endSignature) return at;
  throw new FileRefused("file-damaged");
}

async function partAt(
  file: Blob,
  directory: DataView<ArrayBuffer>,
  at: number,
): Promise<{ readonly part: ZipPart; readonly next: number }> {
  if (directory.getUint32(at, true) !== entrySignature) throw new FileRefused("file-damaged");
  const [flags, method] = [directory.getUint16(at + 8, true), directory.getUint16(at + 10, true)];
  if (flags & 1) throw new FileRefused("file-locked");
  if (method !== 0 && method !== 8) throw new FileRefused("file-damaged");
  const size = directory.getUint32(at + 20, true);
  const nameLength = directory.getUint16(at + 28, true);
  const after = directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
  const name = new TextDecoder().decode(new Uint8Array(directory.buffer, at + 46, nameLength));
  // The header at the data itself has a name and extra field of its own.
  const place = directory.getUint32(at + 42, true);
  const header = await viewOf(file.slice(place, place + localHeaderBytes));
  const begin = place + localHeaderBytes + header.getUint16(26, true) + header.getUint16(28, true);
  if (begin + size > file.size) throw new FileRefused("file-damaged");
  const data = file.slice(begin, begin + size);
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
    for await (const piece of bytesOf(part)) {
      read += piece.length;
      const isSuspicious = read > suspiciousBytes && read > suspiciousRatio * part.data.size;
      if (read > mostBytes || isSuspicious) throw new FileRefused("file-expands");
      yield decoder.decode(piece, { stream: true });
    }
  } catch (error) {
    // What DecompressionStream says of data that is not compressed as it should be.
    throw error instanceof TypeError ? new FileRefused("file-damaged") : error;
  }
}

function bytesOf({ isCompressed, data }: ZipPart): AsyncIterable<Uint8Array> {
  const raw = data.stream();
  return eachOf(isCompressed ? raw.pipeThrough(new DecompressionStream("deflate-raw")) : raw);
}
