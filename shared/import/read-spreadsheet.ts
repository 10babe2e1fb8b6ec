import { FileRefused } from "./import-problem.ts";
import { readCsv } from "./read-csv.ts";
import { readXlsx } from "./read-xlsx.ts";
import { demandSize, type OnRow, type TableNews } from "./table.ts";

/** How files begin that are no text, beside workbooks: PDF, PNG, JPEG, RAR, gzip, 7-Zip. */
const others = ["%PDF", "\x89PNG", "\xff\xd8\xff", "Rar!", "\x1f\x8b", "7z\xbc\xaf"];
/** Excel before 2007, and every workbook with a password. */
const oldOffice = "\xd0\xcf\x11\xe0";

/**
 * Reads a CSV file or an Excel workbook, by its content and not its name. It runs in a browser's worker as in a function.
 * @throws FileRefused in one of the ways that docs/impor.md lists; what onRow throws
 */
export async function readSpreadsheet(
  bytes: Uint8Array<ArrayBuffer>,
  onRow: OnRow,
): Promise<TableNews> {
  if (bytes.length === 0) throw new FileRefused("file-empty");
  demandSize(bytes.length);
  const beginning = String.fromCharCode(...bytes.subarray(0, 4));
  if (beginning === oldOffice) throw new FileRefused("file-old-excel");
  if (others.some((each) => beginning.startsWith(each))) throw new FileRefused("file-unknown");
  if (beginning.startsWith("PK")) return readXlsx(bytes, onRow);
  readCsv(bytes, onRow);
  return { hasLinks: false, otherSheets: [] };
}
