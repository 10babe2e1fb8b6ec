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

/** Drawn cards, kept under what they show: never overwritten by anything else. */
export interface Drawings {
  /** Whether the drawing is complete. The mark is stored after all faces and documents. */
  has(drawing: Drawing): Promise<boolean>;
  put(
    drawing: Drawing,
    faces: readonly FaceImages[],
    documents: readonly CardDocument[],
  ): Promise<void>;
  /** One face for the screen, as WebP. @throws when it is not there, which only a lost object explains */
  read(drawing: Drawing, face: Face): Promise<Buffer>;
  /** A link to download one face with, as PNG at full size, that lives for a minute. */
  link(drawing: Drawing, face: Face, fileName: string): Promise<string>;
  /** A link to download one document with, that lives for a minute. */
  linkToDocument(drawing: Drawing, document: DocumentName, fileName: string): Promise<string>;
}
