/** A file on its way into the records, as an operator brings it: its agency's people ask for it and approve it on the pages. */
import { createHash } from "node:crypto";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ApprovalTable } from "#shared/access/approval-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { BulkTable } from "#shared/bulk/bulk-table.ts";
import { importIdOf } from "#shared/import/begin-import.ts";
import { type Import, type ImportId, isJudged, type JudgedImport } from "#shared/import/import.ts";
import { ImportBucket } from "#shared/import/import-bucket.ts";
import { everyProblem } from "#shared/import/import-results.ts";
import { ImportTable } from "#shared/import/import-table.ts";
import { allRefused } from "#shared/import/mark-refused.ts";
import { type ImportStanding, stateNow } from "#shared/import/tell-imports.ts";
import { jakartaDay, systemClock } from "#shared/runtime/clock.ts";
import { UsageError } from "./command.ts";
import type { Cloud } from "./find-cloud.ts";
import type { Report } from "./import-report.ts";
import { readOutputs } from "./stack-outputs.ts";

/** Longer than the judge may take for a file. */
const patienceSeconds = 300;

/**
 * Uploads a file for an agency and waits until it is judged. Nobody asks for it here: an operator's credentials speak neither for a
 * petugas nor for a penyetuju (decision 0039). The same file twice on a day is one import, until that has ended with something left
 * to do: then it is compared anew, and goes on where it was.
 * @returns what was found, and what of it was applied by now
 * @throws UsageError when it is not judged in time
 */
export async function bringImport(
  cloud: Cloud,
  file: { readonly path: string; readonly bytes: Uint8Array<ArrayBuffer> },
  agency: { readonly id: string; readonly name: string },
): Promise<Report> {
  const store = storeOf(cloud);
  const { id, state } = await store.imports.add({
    id: await nextId(store, file.bytes, agency.id),
    ...{ instansiId: agency.id, instansi: agency.name, fileName: basename(file.path) },
    ...{ state: "uploading", at: systemClock.now().toISOString() },
  });
  if (state === "uploading") await store.files.putUpload(id, file.bytes);
  return await reportOf(store, await untilJudged(store, id));
}

type Store = ReturnType<typeof storeOf>;

function storeOf({ outputs, db, s3 }: Cloud) {
  const names = readOutputs(outputs, [
    ...(["ImportTable", "ImportBucket", "BulkTable", "ApprovalTable", "AuditTable"] as const),
  ]);
  return {
    imports: new ImportTable(db, names.ImportTable),
    files: new ImportBucket(s3, names.ImportBucket),
    bulks: new BulkTable(db, names.BulkTable),
    approvals: new ApprovalTable(db, names.ApprovalTable, new AuditTable(db, names.AuditTable)),
  };
}

/** The import of this file today that is on its way or has done all; else a new one. */
async function nextId(store: Store, bytes: Uint8Array, instansiId: string): Promise<ImportId> {
  const digest = createHash("sha256").update(bytes).digest("hex");
  const parts = [digest, instansiId, jakartaDay(systemClock.now())];
  for (let before = 0; ; before++) {
    const id = importIdOf(before === 0 ? parts : [...parts, String(before)]);
    const each = await store.imports.find(id);
    if (!each || !hasLeftSomething(each, await standingOf(store, each))) return id;
  }
}

function hasLeftSomething(each: Import, standing: ImportStanding): boolean {
  const state = stateNow(each, standing, systemClock.now());
  if (state === "done") return (standing.bulk?.refused ?? 0) > 0;
  return ["refused", "ended", "stopped"].includes(state);
}

async function standingOf({ approvals, bulks }: Store, each: Import): Promise<ImportStanding> {
  return {
    approval: each.asking && (await approvals.find(each.asking.approvalId)),
    bulk: each.bulkId && (await bulks.find(each.bulkId)),
  };
}

async function untilJudged({ imports }: Store, id: ImportId): Promise<JudgedImport> {
  for (let waited = 0; waited < patienceSeconds; waited++) {
    const each = await imports.find(id);
    if (each && isJudged(each)) return each;
    await sleep(1000);
  }
  throw new UsageError(
    "Berkas belum selesai diperiksa. Lihat halaman «Impor», atau ulangi perintah ini.",
  );
}

async function reportOf(store: Store, each: JudgedImport): Promise<Report> {
  const { judgement } = each;
  const { rows, counts } = judgement;
  const standing = await standingOf(store, each);
  const { done = 0, unchanged = 0, refused = 0 } = standing.bulk ?? {};
  const problems = await Array.fromAsync(everyProblem(store.files, judgement));
  problems.push(...(await allRefused(store.files, judgement)));
  return {
    ...{ rows, new: counts.new, changed: counts.changed, gone: counts.gone, problems },
    brought: {
      importId: each.id,
      state: stateNow(each, standing, systemClock.now()),
      applied: { done, unchanged, refused },
    },
  };
}
