/** Where imports are kept: what is known of each, its file, and what was found in it. */
import type { ApprovalId } from "#shared/access/approval.ts";
import type { BulkId } from "#shared/bulk/bulk.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import type { Import, ImportId, JudgedImport, Judgement } from "./import.ts";

/** What is known of imports, for as long as their files are kept. */
export interface Imports {
  /** Adds one that waits for its file. @returns what is there: of a repeated request the first one's */
  add(each: Import): Promise<Import>;
  /** Strongly consistent. */
  find(id: ImportId): Promise<Import | undefined>;
  /** Of an agency, newest first; the newest can be a moment late (the index follows the table). */
  ofAgency(instansiId: string, limit: number): Promise<readonly Import[]>;
  /** Notes that its judgement begins. @returns how often it has begun by now; undefined when it was judged before */
  begin(id: ImportId): Promise<number | undefined>;
  /** Takes a begun judgement back that was not the file's fault. */
  unbegin(id: ImportId): Promise<void>;
  /** Notes what was found, once. @returns false when it was judged before */
  judge(id: ImportId, state: "judged" | "refused", judgement: Judgement): Promise<boolean>;
  /** Notes that the file back tells of so many who were refused when it was applied. */
  noteMarked(id: ImportId, refused: number): Promise<void>;
  /**
   * The write that notes who wants it applied, for the transaction of the approval that is asked for. It fails as `import-asked` when
   * it is not as it was seen: another one was asked for.
   */
  asking(seen: JudgedImport, asking: NonNullable<Import["asking"]>): JoinedWrite;
  /** The write that begins to apply it, for the transaction that closes its approval. It fails as `approval-subject-changed`. */
  applying(id: ImportId, approvalId: ApprovalId, bulkId: BulkId): JoinedWrite;
}

/** Where a browser sends a file: a form's address and fields (the file goes last). */
export interface FileForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Files and what was found in them: objects that are deleted by themselves. */
export interface ImportFiles {
  /** A form that takes one file of at most so many bytes, for some minutes. */
  uploadForm(id: ImportId, bytes: number): Promise<FileForm>;
  /**
   * Does something with an uploaded file, which is there as long as that takes and does not change meanwhile.
   * @returns what came of it; undefined when the file has not come, or is kept no longer
   */
  withUpload<T>(id: ImportId, use: (file: Blob) => Promise<T>): Promise<T | undefined>;
  /** Stores a text under a key of the import's folder, also over an earlier one. */
  put(key: string, text: string): Promise<void>;
  read(key: string): Promise<string | undefined>;
  /** The first key behind that one which begins so. */
  nextKey(prefix: string, after: string | undefined): Promise<string | undefined>;
  /** Asks for a new file back, which also tells who was refused when it was applied. */
  askMarked(id: ImportId): Promise<void>;
  /** The same file with a column of what is wrong. */
  putMarked(folder: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /** An address, for a minute, from which a browser loads it under a name. */
  linkToMarked(folder: string, fileName: string): Promise<string>;
}
