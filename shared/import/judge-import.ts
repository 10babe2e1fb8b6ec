import type { Employees } from "#shared/employee/employees.ts";
import { isSameAgency } from "#shared/employee/spellings.ts";
import { type Clock, jakartaDay } from "#shared/runtime/clock.ts";
import { newId } from "#shared/runtime/ids.ts";
import { sideBySide } from "#shared/runtime/side-by-side.ts";
import { isThrottling } from "#shared/runtime/throttling.ts";
import { Comparison, type Difference } from "./compare-records.ts";
import type { Import, ImportCounts, ImportId, Judgement } from "./import.ts";
import { FileRefused, type ImportProblem, importProblem } from "./import-problem.ts";
import { digestOf, type Results, writeResults } from "./import-results.ts";
import type { ImportFiles, Imports } from "./imports.ts";
import { type JudgedFile, judgeFile, refusedFile } from "./judge-file.ts";
import type { ImportedPerson } from "./judge-row.ts";

export interface JudgeImport {
  readonly imports: Pick<Imports, "find" | "begin" | "unbegin" | "judge">;
  readonly files: Pick<ImportFiles, "readUpload" | "put" | "putMarked">;
  readonly employees: Pick<Employees, "inAgency" | "idOf" | "idOfEmail">;
  /** The same file with a column of what is wrong. */
  readonly markFile: (
    bytes: Uint8Array<ArrayBuffer>,
    problems: readonly ImportProblem[],
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
  const bytes = await files.readUpload(id);
  if (!bytes) return "vanished";
  const begun = await imports.begin(id);
  if (begun === undefined) return "known";
  try {
    return await judgeFound(dependencies, each, { bytes, isGivenUp: begun > mostAttempts });
  } catch (error) {
    if (isThrottling(error)) await imports.unbegin(id);
    throw error;
  }
}

async function judgeFound(
  dependencies: JudgeImport,
  each: Import,
  uploaded: { readonly bytes: Uint8Array<ArrayBuffer>; readonly isGivenUp: boolean },
): Promise<JudgeOutcome> {
  const { id } = each;
  const { bytes } = uploaded;
  const found = await judged(dependencies, each, uploaded);
  const folder = `results/${id}/${newId("jdg")}`;
  const judgement = await stored(dependencies, folder, { bytes, ...found });
  const isRefused = found.difference.problems.some(
    ({ code, severity }) => severity === "error" && code.startsWith("file-"),
  );
  const state = isRefused ? "refused" : "judged";
  return (await dependencies.imports.judge(id, state, judgement)) ? state : "known";
}

interface Found {
  readonly file: JudgedFile;
  readonly difference: Difference;
}

async function judged(
  { employees, clock }: JudgeImport,
  { instansiId, instansi }: Import,
  { bytes, isGivenUp }: { bytes: Uint8Array<ArrayBuffer>; isGivenUp: boolean },
): Promise<Found> {
  const year = Number(jakartaDay(clock.now()).slice(0, 4));
  const file = isGivenUp
    ? refusedFile(new FileRefused("file-unjudged"))
    : await judgeFile(bytes, { year });
  const comparison = new Comparison(file);
  for await (const record of employees.inAgency(instansiId)) comparison.take(record);
  const difference = await withoutTaken(employees, comparison.end());
  const problems = [...otherAgency(file, instansi), ...difference.problems];
  return { file, difference: { ...difference, problems } };
}

/** Somebody else's file is nobody's mistake to swallow; agencies write their names in many ways, so people decide. */
function otherAgency(file: JudgedFile, instansi: string): ImportProblem[] {
  if (file.instansi === "" || isSameAgency(file.instansi, instansi)) return [];
  const told = { row: 0, value: file.instansi, example: instansi } as const;
  return [importProblem({ ...told, code: "instansi-other" })];
}

/**
 * Without those whose number or address is another agency's, or of a record that cannot be read: both have markers, and no record that
 * was compared.
 */
async function withoutTaken(
  employees: Pick<Employees, "idOf" | "idOfEmail">,
  difference: Difference,
): Promise<Difference> {
  const found: ImportProblem[] = [];
  const isFree = async (person: ImportedPerson, own: string | undefined) => {
    const problem = await takenOf(employees, person, own);
    if (problem) found.push(problem);
    return !problem;
  };
  const newcomers = await sideBySide(difference.newcomers, (each) => isFree(each, undefined));
  const changed = await sideBySide(difference.changed, ({ person, id, changes }) =>
    changes.some(({ field }) => field === "email") ? isFree(person, id) : Promise.resolve(true),
  );
  return {
    ...difference,
    newcomers: difference.newcomers.filter((_, i) => newcomers[i]),
    changed: difference.changed.filter((_, i) => changed[i]),
    problems: [...difference.problems, ...found].sort((a, b) => a.row - b.row),
  };
}

/** @param own the person's record; undefined for somebody who has none yet */
async function takenOf(
  employees: Pick<Employees, "idOf" | "idOfEmail">,
  { row, nip, said, emailColumn }: ImportedPerson,
  own: string | undefined,
): Promise<ImportProblem | undefined> {
  if (own === undefined && (await employees.idOf(nip)))
    return importProblem({ row, value: nip, code: "nip-taken" });
  const owner = said.email ? await employees.idOfEmail(said.email) : undefined;
  if (owner === undefined || owner === own) return undefined;
  return importProblem({ row, column: emailColumn, value: said.email ?? "", code: "email-taken" });
}

/** Stores what was found. @returns where, and its sums */
async function stored(
  { files, markFile }: Pick<JudgeImport, "files" | "markFile">,
  folder: string,
  { bytes, file, difference }: Found & { readonly bytes: Uint8Array<ArrayBuffer> },
): Promise<Judgement> {
  const results = resultsOf(difference);
  const resultsDigest = await writeResults(files, folder, results);
  const isReadable = file.rows > 0;
  const hasMarkedFile = isReadable && results.problems.length > 0;
  if (hasMarkedFile) await files.putMarked(folder, markFile(bytes, difference.problems));
  return {
    ...{ fileDigest: digestOf(bytes), folder, resultsDigest, rows: file.rows, hasMarkedFile },
    counts: countsOf(file, difference),
  };
}

function resultsOf({ newcomers, changed, gone, problems }: Difference): Results {
  return {
    problems: [...problems],
    new: newcomers.map(({ row, nip, kind, emailColumn, said }) => ({
      ...{ row, nip, kind, emailColumn },
      said: { ...said },
    })),
    changed: changed.map(({ person: { row, nip, emailColumn }, id, name, changes }) => ({
      ...{ row, id, nip, name, emailColumn, changes },
    })),
    gone: [...gone],
  };
}

function countsOf(
  file: JudgedFile,
  { newcomers, changed, gone, problems }: Difference,
): ImportCounts {
  const errors = problems.filter(({ severity }) => severity === "error");
  const wrong = new Set(errors.map(({ row }) => row));
  const good = file.people.filter(({ row }) => !wrong.has(row)).length;
  return {
    new: newcomers.length,
    changed: changed.length,
    unchanged: good - newcomers.length - changed.length,
    gone: gone.length,
    errors: errors.length,
    warnings: problems.length - errors.length,
    rowsWithErrors: wrong.size,
  };
}
