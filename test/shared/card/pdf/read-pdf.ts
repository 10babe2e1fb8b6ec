/** Reads a PDF of ours as strictly as a reader could: everything has to be where the file says. */
import { inflateSync } from "node:zlib";

export interface PdfObject {
  /** Between "obj" and "endobj", without the stream. */
  readonly body: string;
  /** Inflated where it is deflated. */
  readonly stream: Buffer | undefined;
}

export interface PdfFile {
  readonly objects: ReadonlyMap<number, PdfObject>;
  readonly trailer: string;
}

/** @throws Error saying what is not where it should be */
export function readPdf(pdf: Buffer): PdfFile {
  const text = pdf.toString("latin1");
  const [, start] = /startxref\n(\d+)\n%%EOF\n$/.exec(text) ?? [];
  const table = text.slice(Number(start));
  const [, count, entries = "", trailer = ""] =
    /^xref\n0 (\d+)\n([^t]*)trailer\n(.*)\nstartxref/s.exec(table) ?? [];
  const lines = entries.match(/.{20}/gs) ?? [];
  if (lines.length !== Number(count)) throw new Error(`${lines.length} entries, not ${count}.`);
  if (!trailer.includes(`/Size ${count} `)) throw new Error("The trailer has another size.");
  const objects = new Map<number, PdfObject>();
  for (const [number, line] of lines.entries()) {
    if (number === 0) continue;
    if (!/^\d{10} 00000 n \n$/.test(line)) throw new Error(`Entry ${number} is no entry.`);
    objects.set(number, readObject(pdf, Number(line.slice(0, 10)), number));
  }
  const missing = [...objects.values(), { body: trailer }]
    .flatMap(({ body }) => [...body.matchAll(/(\d+) 0 R/g)])
    .filter(([, number]) => !objects.has(Number(number)));
  if (missing.length > 0) throw new Error(`There is no object ${missing[0]?.[1]}.`);
  return { objects, trailer };
}

function readObject(pdf: Buffer, offset: number, number: number): PdfObject {
  const head = `${number} 0 obj\n`;
  if (pdf.toString("latin1", offset, offset + head.length) !== head)
    throw new Error(`Object ${number} is not at ${offset}.`);
  const start = offset + head.length;
  const marks = ["\nstream\n", "\nendobj\n"].map((mark) => pdf.indexOf(mark, start, "latin1"));
  const [streamAt = -1, endAt = -1] = marks;
  if (streamAt < 0 || endAt < streamAt)
    return { body: pdf.toString("latin1", start, endAt), stream: undefined };
  const body = pdf.toString("latin1", start, streamAt);
  const from = streamAt + "\nstream\n".length;
  const to = from + Number(/\/Length (\d+)/.exec(body)?.[1]);
  if (pdf.toString("latin1", to, to + 18) !== "\nendstream\nendobj\n")
    throw new Error(`The stream of object ${number} is not as long as it says.`);
  const data = pdf.subarray(from, to);
  return { body, stream: body.includes("/FlateDecode") ? inflateSync(data) : data };
}

/** Objects whose dictionary has this entry, in the file's order. */
export function withEntry({ objects }: PdfFile, entry: string): PdfObject[] {
  return [...objects.values()].filter(({ body }) => body.includes(entry));
}

/** The object that an entry of a dictionary names. */
export function named({ objects }: PdfFile, { body }: PdfObject, entry: string): PdfObject {
  const object = objects.get(Number(new RegExp(`/${entry} \\[?(\\d+) 0 R`).exec(body)?.[1]));
  if (!object) throw new Error(`There is no ${entry}.`);
  return object;
}

/** Pages, in the file's order. */
export function pagesOf(pdf: PdfFile): PdfObject[] {
  return withEntry(pdf, "/Type /Page ");
}

/** Where a page begins to draw a face: x and y of its upper left corner, and points of a tenth of a pixel. */
export const facePlace = /^q (\S+) 0 0 -(\S+) (\S+) (\S+) cm$/gm;

/** Faces of cards, in the file's order: the pages' content by parts, with the pages' entries. */
export function facesOf(pdf: PdfFile): PdfObject[] {
  return pagesOf(pdf).flatMap((page) => {
    const content = named(pdf, page, "Contents").stream?.toString("latin1") ?? "";
    const starts = [...content.matchAll(facePlace)].map(({ index }) => index);
    return starts.map((start, face) => ({
      body: page.body,
      stream: Buffer.from(content.slice(start, starts[face + 1]), "latin1"),
    }));
  });
}

/** What a person who selects all text of a face copies, a line for each piece of text. */
export function textOf(pdf: PdfFile, { body, stream }: PdfObject): string[] {
  const content = stream?.toString("latin1") ?? "";
  const fonts = named(pdf, { body, stream }, "Font");
  return [...content.matchAll(/BT \/(F\d+) 1 Tf[^\n]*\n\[([^\]]*)\] TJ/g)].map(
    ([, font = "", operand = ""]) => {
      const letters = lettersOf(pdf, named(pdf, fonts, font));
      const codes = [...operand.matchAll(/<([0-9a-f]*)>/g)].flatMap(
        ([, run = ""]) => run.match(/.{4}/g) ?? [],
      );
      return codes.map((code) => letters.get(code) ?? "�").join("");
    },
  );
}

function lettersOf(pdf: PdfFile, font: PdfObject): Map<string, string> {
  const map = named(pdf, font, "ToUnicode").stream?.toString("latin1") ?? "";
  return new Map(
    [...map.matchAll(/^<([0-9a-f]{4})> <([0-9a-f]+)>$/gm)].map(([, code = "", letter = ""]) => [
      code,
      Buffer.from(letter, "hex").swap16().toString("utf16le"),
    ]),
  );
}
