import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { samplePhotos } from "../demo/sample-photos.ts";

/** Writes photos to try into a folder, unless it exists: all of them, or none when it is interrupted. */
export async function writeSamplePhotos(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  for (const { fileName, bytes } of await samplePhotos())
    writeFileSync(join(unfinished, fileName), bytes);
  renameSync(unfinished, folder);
}
