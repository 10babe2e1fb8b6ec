/** A drawn card: which one it is, and the files to store. */
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { DocumentName, Face } from "./card-content.ts";

/** Which drawing it is: the same content in the same template always has the same pixels. */
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

/** Drawn cards, stored under keys that name their content: nothing else ever overwrites them. */
export interface Drawings {
  /** Whether the drawing is complete. The mark is stored after all faces and documents. */
  has(drawing: Drawing): Promise<boolean>;
  put(
    drawing: Drawing,
    faces: readonly FaceImages[],
    documents: readonly CardDocument[],
  ): Promise<void>;
  /** One face for the screen, as WebP. @throws when it is not there, which happens only if an object was lost */
  read(drawing: Drawing, face: Face): Promise<Buffer>;
  /** A link to download one face, as PNG at full size. It is valid for a minute. */
  link(drawing: Drawing, face: Face, fileName: string): Promise<string>;
  /** A link to download one document. It is valid for a minute. */
  linkToDocument(drawing: Drawing, document: DocumentName, fileName: string): Promise<string>;
}
