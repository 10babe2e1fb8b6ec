/** Files that changes rest on: a decree (SK) or letter, as a PDF or a JPEG (decision 0060). */
import * as z from "zod";
import type { EvidenceId } from "#shared/audit/source.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { idRest } from "#shared/runtime/ids.ts";

/** What a file is, by its content. */
export type EvidenceType = "application/pdf" | "image/jpeg";

/** The id of an upload that was not judged yet. */
export const uploadId = z.templateLiteral(["upl_", idRest]);
export type EvidenceUploadId = z.infer<typeof uploadId>;

/** A file as it is kept. */
export interface KeptEvidence {
  readonly type: EvidenceType;
  readonly bytes: Buffer;
}

/** A stored file, and what its id was made with. */
export interface StoredEvidence extends KeptEvidence {
  readonly salt: string;
}

/** Where a browser sends the file. */
export interface EvidenceForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** One file of one person. */
export interface EvidenceName {
  readonly employeeId: EmployeeId;
  readonly file: EvidenceId;
}

/** One file that an agency attaches to what it announces. */
interface AttachmentName {
  readonly instansiId: string;
  readonly file: EvidenceId;
}

export type KeptName = EvidenceName | AttachmentName;

interface UploadName {
  readonly employeeId: EmployeeId;
  readonly upload: EvidenceUploadId;
}

/** Files in a store, each under the person whom it is about, or the agency that announces it. */
export interface EvidenceFiles {
  /** A form with which a browser sends one file of at most `mostEvidenceBytes`. */
  uploadForm(name: UploadName): Promise<EvidenceForm>;
  /** @returns undefined when nothing has arrived */
  readUpload(name: UploadName): Promise<Buffer | undefined>;
  /** Keeps a file that was judged; to keep it again does nothing. */
  put(name: KeptName, evidence: StoredEvidence): Promise<void>;
  /** @returns undefined when there is none */
  read(name: KeptName): Promise<StoredEvidence | undefined>;
  /** An address that downloads the file, and never shows it in the browser, for a minute. */
  link(name: EvidenceName, type: EvidenceType): Promise<string>;
}
