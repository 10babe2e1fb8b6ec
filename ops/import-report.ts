/** What `kartu impor` prints. */
import type { ImportAnswer } from "#shared/import/import-answers.ts";
import type { ImportProblem } from "#shared/import/import-problem.ts";
import { sentenceIn } from "#shared/import/sentence-in.ts";
import { id as texts } from "../web/src/messages/id/import-problems.ts";
import { id as pages } from "../web/src/messages/id/imports.ts";

/** What was found in a file, all of it. */
export interface Report {
  readonly rows: number;
  new: number;
  changed: number;
  gone: number;
  readonly problems: ImportProblem[];
  /** Of a file that was brought. */
  readonly brought?: Brought;
}

/** What has become of a file that was brought: people of whom it was applied, by now. */
interface Brought {
  readonly importId: string;
  readonly state: ImportAnswer["state"];
  readonly applied: Readonly<Record<"done" | "unchanged" | "refused", number>>;
}

/** In Indonesian, without row and column. */
export function sentenceOf(problem: ImportProblem): string {
  return sentenceIn(texts, problem);
}

/** For programs: one object, whose keys docs/impor.md lists. */
export function jsonOf({ problems, brought, ...counts }: Report): string {
  return JSON.stringify({
    ...counts,
    problems: problems.map((problem) => {
      const { row, column, code, severity, value, example } = problem;
      return { row, column, code, severity, value, example, message: sentenceOf(problem) };
    }),
    ...brought,
  });
}

const severities = { error: "SALAH", warning: "periksa" };

/** For people: a line for each problem, then the sum. */
export function linesOf({ rows, problems, brought, ...counts }: Report): string[] {
  const table = problems.map((problem) =>
    [
      problem.row === 0 ? "berkas" : `baris ${problem.row}`,
      severities[problem.severity],
      shortened(problem.column),
      shortened(problem.value),
      problem.example === ""
        ? sentenceOf(problem)
        : `${sentenceOf(problem)} Contoh: ${problem.example}`,
    ].map(harmless),
  );
  const widths = [0, 1, 2, 3].map((i) => Math.max(0, ...table.map((row) => row[i]?.length ?? 0)));
  const errors = problems.filter(({ severity }) => severity === "error").length;
  return [
    ...table.map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join("  ")),
    `${rows} baris: ${counts.new} baru, ${counts.changed} berubah, ${counts.gone} tidak ada lagi di berkas; ${errors} kesalahan, ${problems.length - errors} peringatan.`,
    ...(brought ? [lineOf(brought)] : []),
  ];
}

/** How far it is, and who goes on. */
function lineOf({ state, applied: { done, unchanged, refused } }: Brought): string {
  const next =
    state === "judged" || state === "waiting"
      ? " Petugas instansi itu mengajukannya di halaman «Impor», lalu penyetuju memutuskannya."
      : "";
  const people = `${done} orang diterapkan, ${unchanged} sudah sama, ${refused} ditolak`;
  return `Impor: ${pages.states[state].toLowerCase()}; ${people}.${next}`;
}

/** A terminal carries out some characters that nobody sees: a file's texts and headings may have them. */
export function harmless(text: string): string {
  return text.replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, "");
}

function shortened(text: string): string {
  const plain = harmless(text);
  return plain.length > 40 ? `${plain.slice(0, 40)}…` : plain;
}
