/** Judges a file that was uploaded, as the function does it. */
import type { OrgUnits } from "#shared/agency/org-units.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { isSameAgency } from "#shared/employee/spellings.ts";
import { type Clock, jakartaDay } from "#shared/runtime/clock.ts";
import { Busy } from "#shared/runtime/errors.ts";
import { newId } from "#shared/runtime/ids.ts";
import { logger } from "#shared/runtime/logger.ts";
import { isThrottling } from "#shared/runtime/throttling.ts";
import { withFields } from "./changed-fields.ts";
import { compareFile, type Difference } from "./compare-records.ts";
import {
  type FieldCounts,
  type Import,
  type ImportCounts,
  type ImportId,
  type Judgement,
  noCounts,
} from "./import.ts";
import { FileRefused, type ImportProblem, importProblem } from "./import-problem.ts";
import { everyProblem, fileDigestOf, ResultWriter } from "./import-results.ts";
import type { ImportFiles, Imports } from "./imports.ts";
import { type JudgedFile, judgeFile, refusedFile } from "./judge-file.ts";

export interface JudgeImport {
  readonly imports: Pick<Imports, "find" | "begin" | "unbegin" | "judge">;
  readonly files: Pick<ImportFiles, "withUpload" | "put" | "read" | "putMarked">;
  readonly employees: Pick<Employees, "inAgency" | "idsOf" | "idsOfEmails" | "findAll">;
  readonly units: Pick<OrgUnits, "all">;
  /** The same file with a column of what is wrong. @param problems in the order of its rows */
  readonly markFile: (
    file: Blob,
    problems: AsyncIterable<ImportProblem>,
  ) => AsyncIterable<Uint8Array>;
  readonly clock: Clock;
}

/** "known": it was judged before, or nobody asked for it; "vanished": its file is not there. */
export type JudgeOutcome = "judged" | "refused" | "known" | "vanished";

/**
 * A file that could not be judged twice, because the function died of it, is refused at the third attempt without a look. How often SQS
 * has given the message out says nothing of that: it also counts what no function took («Using dead-letter queues in Amazon SQS»).
 */
const mostAttempts = 2;

/**
 * Judges a file that was uploaded, compares it with the agency's records and stores what it found. It writes no record. It may be done
 * twice, also at the same time: the first judgement that is noted stands.
 * @throws what AWS throttled: that is not the file's fault, and its message comes again
 */
export async function judgeImport(dependencies: JudgeImport, id: ImportId): Promise<JudgeOutcome> {
  const { imports, files } = dependencies;
  const each = await imports.find(id);
  if (each?.state !== "uploading" && each?.state !== "judging") return "known";
  const outcome = await files.withUpload(id, async (file): Promise<JudgeOutcome> => {
    const begun = await imports.begin(id);
    if (begun === undefined) return "known";
    try {
      return await judgeFound(dependencies, each, { file, isGivenUp: begun > mostAttempts });
    } catch (error) {
      if (isThrottling(error) || error instanceof Busy) await imports.unbegin(id);
      throw error;
    }
  });
  return outcome ?? "vanished";
}

async function judgeFound(
  dependencies: JudgeImport,
  each: Import,
  { file, isGivenUp }: { readonly file: Blob; readonly isGivenUp: boolean },
): Promise<JudgeOutcome> {
  const judged = await judgedFile(dependencies, file, isGivenUp);
  const judgement = await stored(dependencies, each, { file, judged });
  const state = judged.isRefused ? "refused" : "judged";
  return (await dependencies.imports.judge(each.id, state, judgement)) ? state : "known";
}

function judgedFile(
  { clock }: Pick<JudgeImport, "clock">,
  file: Blob,
  isGivenUp: boolean,
): JudgedFile | Promise<JudgedFile> {
  if (isGivenUp) return refusedFile(new FileRefused("file-unjudged"));
  return judgeFile(file, { year: Number(jakartaDay(clock.now()).slice(0, 4)) });
}

/** Compares page by page, and stores what was found as it is found. @returns where, and its sums */
async function stored(
  { files, employees, units, markFile }: JudgeImport,
  { id, instansiId, instansi, askedBy }: Import,
  { file, judged }: { readonly file: Blob; readonly judged: JudgedFile },
): Promise<Judgement> {
  const folder = `results/${id}/${newId("jdg")}`;
  const results = new ResultWriter(files, folder);
  const sums = new Sums();
  const store = async (difference: Difference) => {
    sums.add(difference);
    await storePage(results, difference);
  };
  const problems = otherAgency(judged, instansi);
  await store({ newcomers: [], changed: [], unchanged: 0, gone: [], problems });
  for await (const page of compareFile(judged, { employees, units }, instansiId)) await store(page);
  const { counts, fields } = sums;
  if (sums.taken > fewTaken)
    logger.warn("import.many-taken", {
      ...{ importId: id, instansiId, officerId: askedBy, taken: sums.taken },
    });
  const resultsDigest = await results.end();
  const hasMarkedFile = judged.rows > 0 && counts.errors + counts.warnings > 0;
  if (hasMarkedFile)
    await files.putMarked(folder, markFile(file, everyProblem(files, { folder, resultsDigest })));
  const fileDigest = await fileDigestOf(file);
  return { fileDigest, folder, resultsDigest, rows: judged.rows, counts, fields, hasMarkedFile };
}

/** Somebody else's file is nobody's mistake to swallow; agencies write their names in many ways, so people decide. */
function otherAgency(file: JudgedFile, instansi: string): ImportProblem[] {
  if (file.instansi === "" || isSameAgency(file.instansi, instansi)) return [];
  const told = { row: 0, value: file.instansi, example: instansi } as const;
  return [importProblem({ ...told, code: "instansi-other" })];
}

async function storePage(
  results: ResultWriter,
  { newcomers, changed, gone, problems }: Difference,
): Promise<void> {
  await results.add("problems", problems);
  await results.add(
    "new",
    newcomers.map(({ row, nip, kind, emailColumn, said }) => ({
      ...{ row, nip, kind, emailColumn },
      said: { ...said },
    })),
  );
  await results.add(
    "changed",
    changed.map(({ person: { row, nip, emailColumn }, id, name, changes }) => ({
      ...{ row, id, nip, name, emailColumn, changes },
    })),
  );
  await results.add("gone", gone);
}

/** A file with more people whom other agencies have looks for them rather than moves them in: it is told in the log (decision 0038). */
const fewTaken = 100;

/** The sums of all pages. */
class Sums {
  /** People whose number or address somebody else has. */
  taken = 0;
  counts: ImportCounts = noCounts;
  fields: FieldCounts = {};
  #lastWrongRow = -1;

  add({ newcomers, changed, unchanged, gone, problems }: Difference): void {
    const errors = problems.filter(({ severity }) => severity === "error");
    const before = this.counts;
    this.taken += errors.filter(
      ({ code }) => code === "nip-taken" || code === "email-taken",
    ).length;
    this.fields = withFields(this.fields, changed);
    this.counts = {
      new: before.new + newcomers.length,
      changed: before.changed + changed.length,
      unchanged: before.unchanged + unchanged,
      gone: before.gone + gone.length,
      errors: before.errors + errors.length,
      warnings: before.warnings + problems.length - errors.length,
      rowsWithErrors: before.rowsWithErrors + this.#newRows(errors),
    };
  }

  /** How many rows have their first error here: problems come in the order of the rows. */
  #newRows(errors: readonly ImportProblem[]): number {
    let count = 0;
    for (const { row } of errors) {
      if (row !== this.#lastWrongRow) count += 1;
      this.#lastWrongRow = row;
    }
    return count;
  }
}
