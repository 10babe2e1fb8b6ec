/** The container (ISO 32000-1, 7.5): numbered objects, where each begins, and which one is the first to read. */
import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";

/** An object's number. */
export type Reference = number;

/** As another object names it. */
export function ref(object: Reference): string {
  return `${object} 0 R`;
}

/** Any text as a string of a dictionary (7.9.2.2). */
export function textString(text: string): string {
  return `<feff${Buffer.from(text, "utf16le").swap16().toString("hex")}>`;
}

/** Fast: a card's streams are small, and most of them are images that are compressed already. */
const level = 1;

export function deflated(data: Buffer): Buffer {
  return deflateSync(data, { level });
}

/** The objects of a file in the making. */
export class PdfObjects {
  /** Each in parts: what is large is not copied before the whole file is. */
  readonly #objects: (readonly Buffer[])[];

  constructor(objects: readonly (readonly Buffer[])[] = []) {
    this.#objects = [...objects];
  }

  add(body: string): Reference {
    return this.#objects.push([Buffer.from(body, "latin1")]);
  }

  /** @param dictionary its entries, without the length and the brackets */
  addStream(dictionary: string, data: Buffer): Reference {
    const head = `<< ${dictionary} /Length ${data.length} >>\nstream\n`;
    return this.#objects.push([Buffer.from(head, "latin1"), data, Buffer.from("\nendstream")]);
  }

  addDeflated(dictionary: string, data: Buffer): Reference {
    return this.addStream(`${dictionary} /Filter /FlateDecode`, deflated(data));
  }

  /** Objects of its own that begin with these: two files that share most of what they hold. */
  fork(): PdfObjects {
    return new PdfObjects(this.#objects);
  }

  /** A number for an object that others name before it can be written. */
  reserve(): Reference {
    return this.add("null");
  }

  set(object: Reference, body: string): void {
    this.#objects[object - 1] = [Buffer.from(body, "latin1")];
  }

  /**
   * The whole file. Equal objects make equal bytes: the identifier is their digest, and there is no date.
   * @param info without personal data
   */
  finish(catalog: Reference, info: Reference): Buffer {
    const chunks: Buffer[] = [Buffer.from("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n", "latin1")];
    let offset = chunks[0]?.length ?? 0;
    const offsets: number[] = [];
    for (const [index, body] of this.#objects.entries()) {
      offsets.push(offset);
      const chunk = [Buffer.from(`${index + 1} 0 obj\n`), ...body, Buffer.from("\nendobj\n")];
      chunks.push(...chunk);
      offset += chunk.reduce((sum, { length }) => sum + length, 0);
    }
    const id = digest(chunks);
    const size = this.#objects.length + 1;
    chunks.push(
      Buffer.from(
        [
          `xref\n0 ${size}`,
          "0000000000 65535 f ",
          ...offsets.map((at) => `${String(at).padStart(10, "0")} 00000 n `),
          `trailer\n<< /Size ${size} /Root ${ref(catalog)} /Info ${ref(info)} /ID [<${id}> <${id}>] >>`,
          `startxref\n${offset}\n%%EOF\n`,
        ].join("\n"),
      ),
    );
    return Buffer.concat(chunks);
  }
}

/** 32 hex digits. */
function digest(chunks: readonly Buffer[]): string {
  const hash = createHash("sha256");
  for (const chunk of chunks) hash.update(chunk);
  return hash.digest("hex").slice(0, 32);
}
