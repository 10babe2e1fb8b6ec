/** Where files and what was found in them lie in the import bucket; see import-bucket.ts. */
import { type ImportId, importId } from "./import.ts";

export const uploadKey = (id: ImportId) => `files/${id}`;
export const markedKey = (folder: string) => `${folder}/marked`;

/** Whose upload a key is; undefined for any other key. */
export function importOfKey(key: string): ImportId | undefined {
  const [folder, id, ...rest] = key.split("/");
  const parsed = importId.safeParse(id);
  return folder === "files" && rest.length === 0 && parsed.success ? parsed.data : undefined;
}
