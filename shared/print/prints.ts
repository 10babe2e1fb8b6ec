import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Print, PrintProgress } from "./print.ts";
import type { PrintId } from "./print-id.ts";

/** Prints, a day long: who asked for what, and how far it is. */
export interface Prints {
  /** One that is there already stays as it is. */
  add(print: Print): Promise<void>;
  /** One that is over may still be found: see `isOver`. */
  find(id: PrintId): Promise<Print | undefined>;
  /**
   * An officer's own that are not over, newest first; the newest can be a moment late (the index follows the table). One
   * that cannot be read is left out and reported.
   */
  ofOfficer(officerId: EmployeeId, now: Date, limit: number): Promise<Print[]>;
  /** Notes how far it is. One that is ready stays so: a message that came twice takes nothing back. */
  advance(id: PrintId, progress: Partial<PrintProgress>, now: Date): Promise<void>;
}

/** Files of many cards, for a day. */
export interface PrintFiles {
  /**
   * Stores a PDF while it is being written. Either all of it is there afterwards, or what was there before.
   * @throws what `pdf` throws, with nothing stored
   */
  put(printId: PrintId, pdf: AsyncIterable<Uint8Array>): Promise<void>;
  /** A link to download the file with, that lives for a minute. */
  link(printId: PrintId, fileName: string): Promise<string>;
}

/** Prints that wait to be drawn. */
export interface PrintsToDraw {
  send(id: PrintId): Promise<void>;
}
