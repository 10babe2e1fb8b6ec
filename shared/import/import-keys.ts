/** Where files and what was found in them lie in the import bucket; see import-bucket.ts. */
import { type ImportId, importId } from "./import.ts";

export const uploadKey = (id: ImportId) => `files/${id}`;
export const markedKey = (folder: string) => `${folder}/marked`;

export const appliedKey = (id: ImportId) => `applied/${id}`;

/** What a message of the queue asks for: a file that came is judged; of one that was applied the file back is made anew. */
export interface ImportTask {
  readonly id: ImportId;
  readonly task: "judge" | "mark";
}

/** @returns undefined for any other key */
export function taskOfKey(key: string): ImportTask | undefined {
  const [folder, id, ...rest] = key.split("/");
  const parsed = importId.safeParse(id);
  if (rest.length > 0 || !parsed.success) return undefined;
  if (folder === "files") return { id: parsed.data, task: "judge" };
  return folder === "applied" ? { id: parsed.data, task: "mark" } : undefined;
}
