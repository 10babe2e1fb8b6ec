/** An agency's file, read and judged: whether ten times the people take ten times as long, and how much memory. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Bench, Report } from "./bench.ts";
import { judgeInProcess, type MeasuredFile } from "./import/judged-file.ts";
import { type MadeKind, madeFile } from "./import/made-files.ts";
import { median, rounded } from "./measure.ts";

const kinds: readonly MadeKind[] = ["CSV", "Excel"];
const [few, usual, many] = [1_000, 20_000, 100_000];

export const importFiles: Bench = {
  about:
    "CPU time of reading and judging a row of a file in SIASN's layout: of 20,000 rows over that of 100,000 (1: linear; of 1,000 the warm-up is most), CSV and Excel, each in a process of its own; and the memory it takes beside the file",
  rounds: 3,
  async measure({ rounds }) {
    const folder = mkdtempSync(join(tmpdir(), "kartu-bench-import-"));
    try {
      const reports: Report[] = [];
      for (const kind of kinds) reports.push(await measureKind(kind, { folder, rounds }));
      return {
        ratios: Object.assign({}, ...reports.map(({ ratios }) => ratios)),
        figures: Object.assign({}, ...reports.map(({ figures }) => figures)),
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function measureKind(
  kind: MadeKind,
  { folder, rounds }: { readonly folder: string; readonly rounds: number },
): Promise<Report> {
  const figures: Record<string, number> = {};
  const perRow = new Map<number, number>();
  for (const rows of [few, usual, many]) {
    const file = join(folder, `${kind}-${rows}`);
    const content = madeFile(kind, rows);
    writeFileSync(file, content);
    const measured: MeasuredFile[] = [];
    for (let round = 0; round < rounds; round++) measured.push(await judgeInProcess(file));
    const [first] = measured;
    if (first?.rows !== rows) throw new Error(`${first?.rows} of ${rows} rows were read.`);
    const cpuMs = median(measured.map((each) => each.cpuMs));
    perRow.set(rows, cpuMs / rows);
    const name = `${kind}, ${rows} rows (${rounded(content.length / 1e6)} MB)`;
    figures[`${name}, CPU ms`] = rounded(cpuMs);
    figures[`${name}, memory beside the file, MB`] = rounded(
      median(measured.map((each) => each.peakMb)),
    );
    figures[`${name}, people taken`] = first.people;
  }
  const ratio = (perRow.get(usual) ?? 0) / (perRow.get(many) ?? 1);
  return {
    ratios: { [`${kind}, a row of ${usual} over one of ${many}`]: rounded(ratio) },
    figures,
  };
}
