import { FileRefused } from "./import-problem.ts";
import { openCsv } from "./read-csv.ts";
import { openXlsx } from "./read-xlsx.ts";
import { beginningOf, demandSize, type Spreadsheet } from "./table.ts";

/** How files begin that are no text, beside workbooks: PDF, PNG, JPEG, RAR, gzip, 7-Zip. */
const others = ["%PDF", "\x89PNG", "\xff\xd8\xff", "Rar!", "\x1f\x8b", "7z\xbc\xaf"];
/** Excel before 2007, and every workbook with a password. */
const oldOffice = "\xd0\xcf\x11\xe0";

/**
 * Opens a CSV file or an Excel workbook, by its content and not its name. It runs in a browser's worker as in a function.
 * @param file is read piece by piece, so that one on a disk stays there
 * @throws FileRefused in one of the ways that docs/impor.md lists; reading its rows too
 */
export async function openSpreadsheet(file: Blob): Promise<Spreadsheet> {
  if (file.size === 0) throw new FileRefused("file-empty");
  demandSize(file.size);
  const beginning = await beginningOf(file);
  if (beginning === oldOffice) throw new FileRefused("file-old-excel");
  if (others.some((each) => beginning.startsWith(each))) throw new FileRefused("file-unknown");
  return beginning.startsWith("PK") ? openXlsx(file) : openCsv(file);
}
