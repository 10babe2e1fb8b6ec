/** The file format around the content (ISO 32000-1, 7.5): numbered objects, a table of their places, and the root. */
import { createHash, type Hash } from "node:crypto";
import { deflateSync } from "node:zlib";

/** An object's number. */
export type Reference = number;

/** How another object names it. */
export function ref(object: Reference): string {
  return `${object} 0 R`;
}

/** Any text as a string of a dictionary (7.9.2.2). */
export function textString(text: string): string {
  return `<feff${Buffer.from(text, "utf16le").swap16().toString("hex")}>`;
}

/** The fastest level: a card's streams are small, and most of them are images that are compressed already. */
const level = 1;

function deflated(data: Buffer): Buffer {
  return deflateSync(data, { level });
}

/** The entries of a stream's dictionary without its length, and its bytes. */
export interface Stream {
  readonly dictionary: string;
  readonly data: Buffer;
}

export function deflatedStream(dictionary: string, data: Buffer): Stream {
  return { dictionary: `${dictionary} /Filter /FlateDecode`, data: deflated(data) };
}

/** The place of an object that has a number but is not written yet. */
const unwritten = -1;

/**
 * Writes a file from beginning to end. The written bytes can be taken at any time; only the places of the objects stay in
 * memory, for the table at the end.
 */
export class PdfWriter {
  /** A digest of all bytes, for the file's identifier: equal files have equal ones. */
  readonly #digest: Hash = createHash("sha256");
  /** By number, beginning with 1. */
  readonly #offsets: number[] = [];
  #chunks: Buffer[] = [];
  #length = 0;

  constructor() {
    this.#write(Buffer.from("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n", "latin1"));
  }

  /** Reserves a number for an object that others name before it is written. */
  reserve(): Reference {
    return this.#offsets.push(unwritten);
  }

  add(body: string): Reference {
    const object = this.reserve();
    this.set(object, body);
    return object;
  }

  addStream({ dictionary, data }: Stream): Reference {
    const object = this.#begin(this.reserve());
    this.#write(
      Buffer.from(`${object} 0 obj\n<< ${dictionary} /Length ${data.length} >>\nstream\n`),
      data,
      Buffer.from("\nendstream\nendobj\n"),
    );
    return object;
  }

  /** Writes an object that has a number already. */
  set(object: Reference, body: string): void {
    this.#begin(object);
    this.#write(Buffer.from(`${object} 0 obj\n${body}\nendobj\n`, "latin1"));
  }

  /**
   * Ends the file.
   * @param info without personal data
   * @throws Error when an object is named that was never written
   */
  finish(catalog: Reference, info: Reference): void {
    const missing = this.#offsets.indexOf(unwritten);
    if (missing >= 0) throw new Error(`Object ${missing + 1} was never written.`);
    const [size, start] = [this.#offsets.length + 1, this.#length];
    const id = this.#digest.digest("hex").slice(0, 32);
    this.#chunks.push(
      Buffer.from(
        [
          `xref\n0 ${size}`,
          "0000000000 65535 f ",
          ...this.#offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n `),
          `trailer\n<< /Size ${size} /Root ${ref(catalog)} /Info ${ref(info)} /ID [<${id}> <${id}>] >>`,
          `startxref\n${start}\n%%EOF\n`,
        ].join("\n"),
      ),
    );
  }

  /** Takes the bytes that were written since the last call. */
  take(): Buffer {
    const taken = Buffer.concat(this.#chunks);
    this.#chunks = [];
    return taken;
  }

  #begin(object: Reference): Reference {
    this.#offsets[object - 1] = this.#length;
    return object;
  }

  #write(...chunks: readonly Buffer[]): void {
    for (const chunk of chunks) {
      this.#digest.update(chunk);
      this.#chunks.push(chunk);
      this.#length += chunk.length;
    }
  }
}
