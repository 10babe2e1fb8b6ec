/** The parts of an Excel workbook with one sheet (ECMA-376, part 1, chapter 18). Every cell is a text, but for numbers that were one. */
import { isActive } from "./inert-text.ts";
import { type Cell, isNumber, type SheetLook, textOf } from "./table.ts";
import { type WrittenPart, writeZip } from "./write-zip.ts";
import { escapedText } from "./xlsx-text.ts";

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packages = "http://schemas.openxmlformats.org/package/2006";
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const contentType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** "Excel specifications and limits" (Microsoft): a longer text makes Excel repair the workbook. */
const mostCharacters = 32_767;

/**
 * Formats of cells. Text (49) stays text when somebody edits the cell; `quotePrefix` says that it was typed with an apostrophe, so
 * that "=1+1" stays a text then, too.
 */
const styles = { text: 1, quoted: 2, heading: 3 } as const;
const styleSheet = `${declaration}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

/** The XML of a row. @param row as a spreadsheet numbers it, from 1 */
export function xlsxRow(row: number, cells: readonly Cell[], isHeading: boolean): string {
  const xml = cells.map((cell, column) => cellXml(`${letters(column)}${row}`, cell, isHeading));
  return `<row r="${row}">${xml.join("")}</row>`;
}

function cellXml(at: string, cell: Cell, isHeading: boolean): string {
  if (isNumber(cell)) return `<c r="${at}"><v>${cell.number}</v></c>`;
  const text = shortened(textOf(cell));
  if (text === "") return "";
  const style = isHeading ? styles.heading : isActive(text) ? styles.quoted : styles.text;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapedText(text)}</t></is></c>`;
}

function shortened(text: string): string {
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters - 1)}…` : text;
}

/** "AB" of 27: columns count from 0. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${letters(Math.floor(column / 26) - 1)}${last}`;
}

/** @param rows the XML of each, see `xlsxRow`. @yields the bytes of the workbook */
export function workbookOf(
  rows: AsyncIterable<string>,
  look: SheetLook,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  return writeZip(partsOf(rows, look));
}

function partsOf(rows: AsyncIterable<string>, look: SheetLook): WrittenPart[] {
  const part = (name: string, text: string) => ({ name, text: once(`${declaration}${text}`) });
  return [
    part(
      "[Content_Types].xml",
      `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${contentType}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/></Types>`,
    ),
    part("_rels/.rels", relations([["officeDocument", "xl/workbook.xml"]])),
    part(
      "xl/workbook.xml",
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escapedText(look.name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    part(
      "xl/_rels/workbook.xml.rels",
      relations([
        ["worksheet", "worksheets/sheet1.xml"],
        ["styles", "styles.xml"],
      ]),
    ),
    { name: "xl/styles.xml", text: once(styleSheet) },
    { name: "xl/worksheets/sheet1.xml", text: sheetXml(rows, look) },
  ];
}

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], i) =>
      `<Relationship Id="rId${i + 1}" Type="${office}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packages}/relationships">${each.join("")}</Relationships>`;
}

async function* sheetXml(
  rows: AsyncIterable<string>,
  { widths, headingRow }: SheetLook,
): AsyncGenerator<string> {
  // Cells that are still empty are texts too: a NIP that somebody types there would lose its last digits as a number.
  const columns = widths.map(
    (width, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${width}" style="${styles.text}" customWidth="1"/>`,
  );
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">`;
  if (headingRow > 0)
    yield `<pane ySplit="${headingRow}" topLeftCell="A${headingRow + 1}" activePane="bottomLeft" state="frozen"/>`;
  yield "</sheetView></sheetViews>";
  if (columns.length > 0) yield `<cols>${columns.join("")}</cols>`;
  yield "<sheetData>";
  yield* rows;
  // A NIP is a number that is kept as a text: Excel need not point at each.
  yield `</sheetData><ignoredErrors><ignoredError sqref="A1:XFD1048576" numberStoredAsText="1"/></ignoredErrors></worksheet>`;
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}
