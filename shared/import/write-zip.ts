/**
 * A ZIP file, part by part (APPNOTE.TXT 6.3.10, 4.3). Compressing is the platform's own CompressionStream, in Node and in browsers. A
 * part is kept in memory compressed until its size is known, because some programs do not read a size behind the part.
 */

export interface WrittenPart {
  readonly name: string;
  readonly text: AsyncIterable<string>;
}

interface Entry {
  readonly name: Uint8Array<ArrayBuffer>;
  readonly checksum: number;
  readonly size: number;
  readonly packedSize: number;
  readonly offset: number;
}

/** The first of January 1980, because a time would only tell two equal files apart. */
const noDate = 0x0021;
/** ZIP's version with folders and deflate. */
const version = 20;
const deflate = 8;
/** The name is in UTF-8. */
const flags = 0x0800;

/** @yields the bytes of the file */
export async function* writeZip(
  parts: Iterable<WrittenPart>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const entries: Entry[] = [];
  let offset = 0;
  for (const { name, text } of parts) {
    const packed = await pack(text);
    const entry = { ...packed, name: new TextEncoder().encode(name), offset };
    entries.push(entry);
    yield localHeader(entry);
    yield* packed.pieces;
    offset += 30 + entry.name.length + entry.packedSize;
  }
  const directory = entries.map(directoryEntry);
  yield* directory;
  yield endRecord(
    entries.length,
    directory.reduce((sum, { length }) => sum + length, 0),
    offset,
  );
}

async function pack(text: AsyncIterable<string>) {
  const stream = new CompressionStream("deflate-raw");
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const taken = take(stream.readable, pieces);
  const writer = stream.writable.getWriter();
  let [checksum, size] = [0, 0];
  try {
    for await (const bytes of encoded(text)) {
      checksum = crc32(bytes, checksum);
      size += bytes.length;
      await writer.write(bytes);
    }
    await writer.close();
  } catch (error) {
    // What comes from the rows is told; the half of a part is dropped.
    await writer.abort(error).catch(() => undefined);
    await taken.catch(() => undefined);
    throw error;
  }
  await taken;
  const packedSize = pieces.reduce((sum, { length }) => sum + length, 0);
  return { pieces, checksum, size, packedSize };
}

async function take(
  readable: ReadableStream<Uint8Array<ArrayBuffer>>,
  pieces: Uint8Array<ArrayBuffer>[],
): Promise<void> {
  const reader = readable.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read())
    pieces.push(next.value);
}

/** Many short texts are one piece: each piece costs a step of the stream. */
const pieceCharacters = 65_536;

async function* encoded(text: AsyncIterable<string>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let waiting = "";
  for await (const each of text) {
    waiting += each;
    if (waiting.length < pieceCharacters) continue;
    yield encoder.encode(waiting);
    waiting = "";
  }
  yield encoder.encode(waiting);
}

const checksums = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array, before: number): number {
  let value = ~before;
  for (const byte of bytes) value = (checksums[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}

/** Figures in the order of the file, two or four bytes each. */
function record(
  fields: readonly (readonly [bytes: 2 | 4, value: number])[],
): Uint8Array<ArrayBuffer> {
  const length = fields.reduce((sum, [bytes]) => sum + bytes, 0);
  const view = new DataView(new ArrayBuffer(length));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  return new Uint8Array(view.buffer);
}

function common({ name, checksum, size, packedSize }: Entry): [2 | 4, number][] {
  return [
    [2, version],
    [2, flags],
    [2, deflate],
    [2, 0],
    [2, noDate],
    [4, checksum],
    [4, packedSize],
    [4, size],
    [2, name.length],
    [2, 0],
  ];
}

function localHeader(entry: Entry): Uint8Array<ArrayBuffer> {
  return joined(record([[4, 0x04034b50], ...common(entry)]), entry.name);
}

function directoryEntry(entry: Entry): Uint8Array<ArrayBuffer> {
  const fields: [2 | 4, number][] = [[4, 0x02014b50], [2, version], ...common(entry)];
  // No comment, the first disk, no attributes.
  fields.push([2, 0], [2, 0], [2, 0], [4, 0], [4, entry.offset]);
  return joined(record(fields), entry.name);
}

function endRecord(count: number, size: number, offset: number): Uint8Array<ArrayBuffer> {
  return record([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, size],
    [4, offset],
    [2, 0],
  ]);
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
