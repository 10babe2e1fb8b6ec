import type { ApprovalId } from "#shared/access/approval.ts";
import type { BulkId } from "#shared/bulk/bulk.ts";
import type { Import, ImportId, JudgedImport, Judgement } from "#shared/import/import.ts";
import type { FileForm, ImportFiles, Imports } from "#shared/import/imports.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { BulkListsInMemory } from "./bulk-lists-in-memory.ts";
import { BulksInMemory } from "./bulks-in-memory.ts";
import { stepInMemory } from "./steps-in-memory.ts";

/** The import table without DynamoDB; runs the same contract test (import-table-contract.ts). */
export class ImportsInMemory implements Imports {
  readonly #imports = new Map<ImportId, Import>();

  constructor(...imports: Import[]) {
    for (const each of imports) this.#imports.set(each.id, each);
  }

  async add(each: Import): Promise<Import> {
    const known = this.#imports.get(each.id);
    if (!known) this.#imports.set(each.id, each);
    return known ?? each;
  }

  async find(id: ImportId): Promise<Import | undefined> {
    return this.#imports.get(id);
  }

  async ofAgency(instansiId: string, limit: number): Promise<readonly Import[]> {
    return [...this.#imports.values()]
      .filter((each) => each.instansiId === instansiId)
      .toSorted((a, b) => b.at.localeCompare(a.at))
      .slice(0, limit);
  }

  async begin(id: ImportId): Promise<number | undefined> {
    return this.#count(id, 1);
  }

  async unbegin(id: ImportId): Promise<void> {
    this.#count(id, -1);
  }

  #count(id: ImportId, added: number): number | undefined {
    const begun = (this.#imports.get(id)?.begun ?? 0) + added;
    return this.#change(id, isOpen, { state: "judging", begun }) ? begun : undefined;
  }

  async judge(id: ImportId, state: "judged" | "refused", judgement: Judgement): Promise<boolean> {
    return this.#change(id, isOpen, { state, judgement });
  }

  async noteMarked(id: ImportId, refused: number): Promise<void> {
    this.#change(id, ({ state }) => state === "applying", { refusedInFile: refused });
  }

  asking(seen: JudgedImport, asking: NonNullable<Import["asking"]>): JoinedWrite {
    const state = seen.asking ? "waiting" : "judged";
    const isAsSeen = (each: Import) =>
      each.state === state && each.asking?.approvalId === seen.asking?.approvalId;
    return stepInMemory("import-asked", {
      holds: () => this.#holds(seen.id, isAsSeen),
      write: () => this.#change(seen.id, isAsSeen, { state: "waiting", asking }),
    });
  }

  applying(id: ImportId, approvalId: ApprovalId, bulkId: BulkId): JoinedWrite {
    const isAsked = (each: Import) =>
      each.state === "waiting" && each.asking?.approvalId === approvalId;
    return stepInMemory("approval-subject-changed", {
      holds: () => this.#holds(id, isAsked),
      write: () => this.#change(id, isAsked, { state: "applying", bulkId }),
    });
  }

  #holds(id: ImportId, fits: (each: Import) => boolean): boolean {
    const each = this.#imports.get(id);
    return each !== undefined && fits(each);
  }

  #change(id: ImportId, fits: (each: Import) => boolean, change: Partial<Import>): boolean {
    const each = this.#imports.get(id);
    if (!each || !fits(each)) return false;
    this.#imports.set(id, { ...each, ...change });
    return true;
  }
}

const isOpen = ({ state }: Import) => state === "uploading" || state === "judging";

/** The import bucket without S3; runs the same contract test (import-bucket-contract.ts). */
export class ImportFilesInMemory implements ImportFiles {
  readonly texts = new Map<string, string>();
  readonly uploads = new Map<ImportId, Uint8Array<ArrayBuffer>>();
  readonly marked = new Map<string, Uint8Array>();
  /** Whose new file back was asked for. */
  readonly toMark: ImportId[] = [];

  async uploadForm(id: ImportId, bytes: number): Promise<FileForm> {
    return {
      url: "https://imports.example/",
      fields: { key: `files/${id}`, most: String(bytes) },
    };
  }

  async putUpload(id: ImportId, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
    this.uploads.set(id, bytes);
  }

  async withUpload<T>(id: ImportId, use: (file: Blob) => Promise<T>): Promise<T | undefined> {
    const bytes = this.uploads.get(id);
    return bytes && (await use(new Blob([bytes])));
  }

  async put(key: string, text: string): Promise<void> {
    this.texts.set(key, text);
  }

  async read(key: string): Promise<string | undefined> {
    return this.texts.get(key);
  }

  async nextKey(prefix: string, after: string | undefined): Promise<string | undefined> {
    return [...this.texts.keys()]
      .filter((key) => key.startsWith(prefix) && key > (after ?? ""))
      .toSorted()[0];
  }

  async askMarked(id: ImportId): Promise<void> {
    this.toMark.push(id);
  }

  async putMarked(folder: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const parts: Uint8Array[] = [];
    for await (const part of bytes) parts.push(part);
    this.marked.set(folder, Buffer.concat(parts));
  }

  async linkToMarked(folder: string, fileName: string): Promise<string> {
    return `https://imports.example/${folder}/marked?as=${encodeURIComponent(fileName)}`;
  }
}

/** What routes that decide on imports work with, where nobody imports. */
export function noImports() {
  return {
    imports: new ImportsInMemory(),
    bulks: new BulksInMemory(),
    bulkLists: new BulkListsInMemory(),
    bulkSteps: { sendFirst: async () => {} },
  };
}
