import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sampleImports } from "../demo/sample-imports.ts";
import { samplePhotos } from "../demo/sample-photos.ts";

/** The folders, below the one of the state. */
export const sampleFolders = { photos: "contoh-foto", imports: "contoh-impor" } as const;

interface Sample {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/** Writes photos and files of people to try. */
export async function writeSamples(home: string): Promise<void> {
  await writeFolder(join(home, sampleFolders.photos), samplePhotos);
  await writeFolder(join(home, sampleFolders.imports), sampleImports);
}

/** Unless the folder exists: all of them, or none when it is interrupted. */
async function writeFolder(
  folder: string,
  samples: () => Promise<readonly Sample[]>,
): Promise<void> {
  if (existsSync(folder)) return;
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  for (const { fileName, bytes } of await samples())
    writeFileSync(join(unfinished, fileName), bytes);
  renameSync(unfinished, folder);
}
