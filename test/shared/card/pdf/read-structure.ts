/** What a PDF says to somebody who hears it: its structure tree, with the text of its parts. */
import { named, type PdfFile, type PdfObject, pagesOf, textOf, withEntry } from "./read-pdf.ts";

export interface Element {
  readonly role: string;
  readonly kids: readonly Element[];
  /** Of its marked content, a line for each piece. */
  readonly lines: readonly string[];
  readonly alternative: string | undefined;
  readonly actualText: string | undefined;
  /** Left, bottom, right, top. */
  readonly corners: readonly number[] | undefined;
}

/** A part of a page's content between its marks, and the number and role that it is marked with. */
export interface MarkedContent {
  readonly role: string;
  readonly number: number | undefined;
  readonly content: string;
}

/** @throws Error when a part is marked within another, or something is drawn that is not marked */
export function markedContents(pdf: PdfFile, page: PdfObject): MarkedContent[] {
  const content = named(pdf, page, "Contents").stream?.toString("latin1") ?? "";
  const marked = [
    ...content.matchAll(/^\/(\w+) (?:<< \/MCID (\d+) >> BDC|BMC)\n(.*?)^EMC$/gms),
  ].map(([, role = "", number, part = ""]) => {
    if (/ (BDC|BMC)$/m.test(part)) throw new Error(`There is a mark within ${role}.`);
    return { role, number: number === undefined ? undefined : Number(number), content: part };
  });
  const rest = content.replaceAll(/^\/\w+ (?:<< \/MCID \d+ >> BDC|BMC)\n.*?^EMC$/gms, "");
  const painted = /(^| )(f|S|TJ|Do|EMC|BDC|BMC)$/m.exec(rest);
  if (painted) throw new Error(`Something is drawn that is not marked: ${painted[0]}.`);
  return marked;
}

/** @throws Error when an element, its page's content and the tree of parents do not say the same */
export function readStructure(pdf: PdfFile): Element {
  const [root] = withEntry(pdf, "/Type /StructTreeRoot");
  if (!root) throw new Error("There is no structure tree.");
  return readElement(pdf, parentsOf(pdf, root), Number(/\/K (\d+) 0 R/.exec(root.body)?.[1]));
}

/** By page and number: the element that the tree of parents names. */
function parentsOf(pdf: PdfFile, root: PdfObject): Map<string, number> {
  const [, entries = ""] = /\/Nums \[(.*?)\]/.exec(root.body) ?? [];
  const arrays = new Map(
    [...entries.matchAll(/(\d+) (\d+) 0 R/g)].map(([, key, array]) => [key, Number(array)]),
  );
  const parents = new Map<string, number>();
  for (const [object, page] of pdf.objects) {
    const key = /\/StructParents (\d+)/.exec(page.body)?.[1];
    if (key === undefined) continue;
    const elements = pdf.objects.get(arrays.get(key) ?? 0)?.body ?? "";
    for (const [number, [, element]] of [...elements.matchAll(/(\d+) 0 R/g)].entries())
      parents.set(`${object}/${number}`, Number(element));
  }
  return parents;
}

function readElement(pdf: PdfFile, parents: ReadonlyMap<string, number>, object: number): Element {
  const { body } = pdf.objects.get(object) ?? { body: "" };
  const role = /\/S \/(\w+)/.exec(body)?.[1] ?? "";
  const [, kids] = /\/K \[([^\]]*)\]/.exec(body) ?? [];
  const [, page, number] = /\/Pg (\d+) 0 R \/K (\d+)/.exec(body) ?? [];
  const text = (entry: string) => textString(new RegExp(`/${entry} <feff(\\w*)>`).exec(body)?.[1]);
  return {
    role,
    kids: [...(kids ?? "").matchAll(/(\d+) 0 R/g)].map(([, kid]) =>
      readElement(pdf, parents, Number(kid)),
    ),
    lines:
      page === undefined
        ? []
        : linesOf(pdf, { role, object, page: Number(page), number: Number(number) }, parents),
    alternative: text("Alt"),
    actualText: text("ActualText"),
    corners: /\/BBox \[(.*?)\]/.exec(body)?.[1]?.split(" ").map(Number),
  };
}

function linesOf(
  pdf: PdfFile,
  element: { role: string; object: number; page: number; number: number },
  parents: ReadonlyMap<string, number>,
): string[] {
  const { role, object, number } = element;
  const page = pdf.objects.get(element.page);
  const found = page && markedContents(pdf, page).filter((part) => part.number === number);
  const [part] = found ?? [];
  if (!page || !part || found?.length !== 1 || part.role !== role)
    throw new Error(`The content of element ${object} is not on its page once.`);
  if (parents.get(`${element.page}/${number}`) !== object)
    throw new Error(`The tree of parents does not name element ${object}.`);
  return textOf(pdf, { body: page.body, stream: Buffer.from(part.content, "latin1") });
}

function textString(hex: string | undefined): string | undefined {
  return hex === undefined ? undefined : Buffer.from(hex, "hex").swap16().toString("utf16le");
}

/** How many parts of all pages are marked with a number. */
export function countNumbered(pdf: PdfFile): number {
  return pagesOf(pdf)
    .flatMap((page) => markedContents(pdf, page))
    .filter(({ number }) => number !== undefined).length;
}

/** Every element, in the order in which it is read. */
export function inOrder(element: Element): Element[] {
  return [element, ...element.kids.flatMap(inOrder)];
}
