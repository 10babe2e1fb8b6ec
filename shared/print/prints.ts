import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Print, PrintProgress } from "./print.ts";
import type { PrintId } from "./print-id.ts";

/** Prints, stored for a day: who asked for what, and the progress. */
export interface Prints {
  /** An existing print stays as it is. */
  add(print: Print): Promise<void>;
  /** One that is over may still be found: see `isOver`. */
  find(id: PrintId): Promise<Print | undefined>;
  /**
   * The prints of an officer that are not over, newest first. The newest can be missing for a moment (the index follows the
   * table). One that cannot be read is left out and reported.
   */
  ofOfficer(officerId: EmployeeId, now: Date, limit: number): Promise<Print[]>;
  /** Notes the progress. A print that is ready stays ready, also when its message comes twice. */
  advance(id: PrintId, progress: Partial<PrintProgress>, now: Date): Promise<void>;
}

/** Files of many cards, for a day. */
export interface PrintFiles {
  /**
   * Stores a PDF while it is being written. Afterwards there is either all of it, or what was there before.
   * @throws what `pdf` throws, with nothing stored
   */
  put(printId: PrintId, pdf: AsyncIterable<Uint8Array>): Promise<void>;
  /** A link to download the file, valid for a minute. */
  link(printId: PrintId, fileName: string): Promise<string>;
}

/** Prints that wait to be drawn. */
export interface PrintsToDraw {
  send(id: PrintId): Promise<void>;
}
