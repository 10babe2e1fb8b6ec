import { SaxesParser } from "saxes";
import { FileRefused } from "./import-problem.ts";
import { textOf, type ZipPart } from "./zip-file.ts";

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandlers {
  readonly open?: (name: string, attributes: Attributes) => void;
  readonly text?: (text: string) => void;
  readonly close?: (name: string) => void;
}

/** No cell of Excel is longer than 32,767 characters, and no tag as long as this ("Excel specifications and limits", Microsoft). */
const longestToken = 1_000_000;

/**
 * Reads the XML of a part of a workbook, piece by piece; prefixes of names are left out. Entities of a DOCTYPE are refused, so none expands.
 * @throws FileRefused `file-damaged`, `file-expands`
 */
export async function readXml(
  part: ZipPart,
  mostBytes: number,
  handlers: XmlHandlers,
): Promise<void> {
  for await (const _ of xmlPieces(part, mostBytes, handlers));
}

/** As `readXml`, and yields after each piece of which the handlers have heard. */
export async function* xmlPieces(
  part: ZipPart,
  mostBytes: number,
  { open, text, close }: XmlHandlers,
): AsyncGenerator<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let pending = 0;
  parser.on("error", () => {
    throw new FileRefused("file-damaged");
  });
  parser.on("opentag", ({ name, attributes }) => {
    pending = 0;
    open?.(localName(name), attributes);
  });
  parser.on("text", (said) => text?.(said));
  parser.on("closetag", ({ name }) => {
    pending = 0;
    close?.(localName(name));
  });
  for await (const piece of textOf(part, mostBytes)) {
    pending += piece.length;
    parser.write(piece);
    if (pending > longestToken) throw new FileRefused("file-expands");
    yield;
  }
  parser.close();
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
