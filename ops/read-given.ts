import { readFile } from "node:fs/promises";
import { UsageError } from "./command.ts";
import { harmless } from "./import-report.ts";

/** The bytes of a file that somebody named. @throws UsageError that says of which file there are none, and why */
export async function readGiven(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error)) throw error;
    throw new UsageError(`Berkas ${harmless(file)} ${why(String(error.code))}.`);
  }
}

function why(code: string): string {
  if (code === "ENOENT") return "tidak ada";
  return code === "EISDIR" ? "tidak dapat dibaca: itu folder" : `tidak dapat dibaca (${code})`;
}
