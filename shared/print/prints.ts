import type { EmployeeId } from "#shared/employee/employee.ts";
import type { DrawnPart, Print, PrintPart, PrintProgress } from "./print.ts";
import type { PrintId } from "./print-id.ts";

/** Prints, stored for a day: who asked for what, and the progress. */
export interface Prints {
  /**
   * An existing print stays as it is.
   * @param parts of one that is planned already, when it is asked for
   */
  add(print: Print, parts?: readonly PlannedPart[]): Promise<void>;
  /** One that is over may still be found: see `isOver`. */
  find(id: PrintId): Promise<Print | undefined>;
  /**
   * The prints of an officer that are not over, newest first. The newest can be missing for a moment (the index follows the
   * table). One that cannot be read is left out and reported.
   */
  ofOfficer(officerId: EmployeeId, now: Date, limit: number): Promise<Print[]>;
  /**
   * Notes the progress. A print that is ready stays ready, also when its message comes twice; one that was stopped, stopped.
   * @returns false when it does not go on: it is ready, stopped or gone
   */
  advance(id: PrintId, progress: PrintNote, now: Date): Promise<boolean>;
  /**
   * Keeps who is in which part, once and for all.
   * @returns whether this plan is the print's; false when it had one, or has gone
   */
  plan(print: Print, parts: readonly PlannedPart[], now: Date): Promise<boolean>;
  /** Who is in a part of a planned print. @throws when the part is not there */
  peopleOf(print: Print, part: number): Promise<readonly EmployeeId[]>;
  /**
   * Notes that a part is drawn, and what comes of the whole print by it.
   * @param print as it was when the part was begun
   * @returns false when it was drawn before, or the print is ready, stopped or gone
   */
  finishPart(print: Print, part: DrawnPart, progress: PrintNote, now: Date): Promise<boolean>;
  /** The officer stops it, or lets it go on. One that is ready stays so, and what has gone does not come back. */
  turn(id: PrintId, to: "stopped" | "waiting", now: Date): Promise<void>;
}

/** What changes in a print while it is drawn. */
export type PrintNote = Partial<Omit<PrintProgress, "parts">>;

/** A part, and who is in it. */
export interface PlannedPart extends Omit<PrintPart, "drawn"> {
  readonly ids: readonly EmployeeId[];
}

/** A part's file. */
export interface PartOfPrint {
  readonly printId: PrintId;
  /** Its place, from 0. */
  readonly part: number;
}

/** Files of many cards, for a day. */
export interface PrintFiles {
  /**
   * Stores a PDF while it is being written. Afterwards there is either all of it, or what was there before.
   * @throws what `pdf` throws, with nothing stored
   */
  put(file: PartOfPrint, pdf: AsyncIterable<Uint8Array>): Promise<void>;
  /** A link to download the file, valid for a minute. */
  link(file: PartOfPrint, fileName: string): Promise<string>;
}

/** Prints that wait to be drawn. */
export interface PrintsToDraw {
  send(id: PrintId): Promise<void>;
}
