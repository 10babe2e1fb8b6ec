/** A card as it was drawn: which one it is, and what there is of it to store. */
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { DocumentName, Face } from "./card-content.ts";

/** Which drawing: the same content in the same template is the same pixels, for ever. */
export interface Drawing {
  readonly employeeId: EmployeeId;
  readonly contentHash: string;
  readonly templateVersion: string;
}

/** One face as it is stored: for print, and lighter for the screen. */
export interface FaceImages {
  readonly face: Face;
  readonly png: Buffer;
  readonly webp: Buffer;
}

/** A card to print, as it is stored. */
export interface CardDocument extends DocumentName {
  readonly pdf: Buffer;
}
