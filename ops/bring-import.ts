/** A file on its way into the records, as an operator brings it: its agency's people ask for it and approve it on the pages. */
import { createHash } from "node:crypto";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { importIdOf } from "#shared/import/begin-import.ts";
import { type Import, shownName } from "#shared/import/import.ts";
import { ImportBucket } from "#shared/import/import-bucket.ts";
import { ImportTable } from "#shared/import/import-table.ts";
import { jakartaDay, systemClock } from "#shared/runtime/clock.ts";
import { UsageError } from "./command.ts";
import type { Cloud } from "./find-cloud.ts";
import { readOutputs } from "./stack-outputs.ts";

/** Longer than the judge may take for a file. */
const patienceSeconds = 300;

/**
 * Uploads a file for an agency and waits until it is judged. Nobody asks for it here: an operator's credentials speak neither for a
 * petugas nor for a penyetuju (decision 0039). The same file twice on a day is one import.
 * @throws UsageError when it is not judged in time
 */
export async function bringImport(
  { outputs, db, s3 }: Cloud,
  file: { readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> },
  agency: { readonly id: string; readonly name: string },
): Promise<Import> {
  const names = readOutputs(outputs, ["ImportTable", "ImportBucket"]);
  const imports = new ImportTable(db, names.ImportTable);
  const now = systemClock.now();
  const digest = createHash("sha256").update(file.bytes).digest("hex");
  const { id, state } = await imports.add({
    id: importIdOf([digest, agency.id, jakartaDay(now)]),
    ...{ instansiId: agency.id, instansi: agency.name, fileName: shownName(basename(file.path)) },
    ...{ state: "uploading", at: now.toISOString() },
  });
  if (state === "uploading")
    await new ImportBucket(s3, names.ImportBucket).putUpload(id, file.bytes);
  for (let waited = 0; waited < patienceSeconds; waited++) {
    const each = await imports.find(id);
    if (each?.judgement) return each;
    await sleep(1000);
  }
  throw new UsageError(
    "Berkas belum selesai diperiksa. Lihat halaman «Impor», atau ulangi perintah ini.",
  );
}
