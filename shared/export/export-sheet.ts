import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { Export } from "./export.ts";
import {
  exportHeadings,
  exportRow,
  exportTitle,
  exportWidths,
  type Made,
} from "./export-columns.ts";

type Row = readonly string[];

/** What stands in the file of an export. */
export interface ExportSheet {
  /** Of the sheet, in a workbook. */
  readonly name: string;
  /** Whose rows it has, in their order; absent: whom the export's filter finds. */
  readonly people?: readonly EmployeeId[];
  /** Rows above the headings. */
  title(made: Made): readonly Row[];
  readonly headings: Row;
  /** In characters. */
  readonly widths: readonly number[];
  rowOf(person: Employee, now: Date): Row;
}

/** The list that an import reads, of whatever filter. */
export function peopleSheet(item: Export): ExportSheet {
  return {
    name: "Pegawai",
    title: (made) => exportTitle(item, made),
    headings: exportHeadings,
    widths: exportWidths,
    rowOf: exportRow,
  };
}
