import { zipOf } from "./zip.ts";

/** A cell: a text, or what a spreadsheet keeps otherwise. */
export type SheetCell =
  | string
  | { readonly number: string }
  | { readonly day: number }
  | { readonly formula: string; readonly value: string };

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const links = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

/** An Excel workbook with one sheet of these rows, of which an empty text is no cell. @param more other parts, which may replace its own */
export function workbookOf(
  rows: readonly (readonly SheetCell[])[],
  more: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  const texts = new Map<string, number>();
  const sheet = rows.map(
    (cells, i) =>
      `<row r="${i + 1}">${cells.map((cell, c) => xmlOf(cell, `${letters(c)}${i + 1}`, texts)).join("")}</row>`,
  );
  const shared = [...texts.keys()].map(
    (text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`,
  );
  return zipOf({
    "xl/workbook.xml": `<workbook ${main} ${links}><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationsOf("worksheets/sheet1.xml"),
    "xl/styles.xml": `<styleSheet ${main}><numFmts><numFmt numFmtId="170" formatCode="dd\\-mm\\-yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `<sst ${main}>${shared.join("")}</sst>`,
    "xl/worksheets/sheet1.xml": `<?xml version="1.0" encoding="UTF-8"?><worksheet ${main}><sheetData>${sheet.join("")}</sheetData></worksheet>`,
    ...more,
  });
}

function relationsOf(target: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="worksheet" Target="${target}"/></Relationships>`;
}

function xmlOf(cell: SheetCell, at: string, texts: Map<string, number>): string {
  if (cell === "") return "";
  if (typeof cell === "string") {
    const place = texts.get(cell) ?? texts.size;
    texts.set(cell, place);
    return `<c r="${at}" t="s"><v>${place}</v></c>`;
  }
  if ("number" in cell) return `<c r="${at}"><v>${cell.number}</v></c>`;
  if ("day" in cell) return `<c r="${at}" s="1"><v>${cell.day}</v></c>`;
  return `<c r="${at}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.value)}</v></c>`;
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${letters(Math.floor(column / 26) - 1)}${last}`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
