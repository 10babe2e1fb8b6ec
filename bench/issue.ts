/** What a change of a card costs, and what it costs that everything else waits until somebody asks (decision 0023). */
import { globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDemoCloud } from "../local/start/demo-cloud.ts";
import { buildProduct } from "../local/start/product.ts";
import type { Bench } from "./bench.ts";
import { firstPdfCpuMs, startCpuMs } from "./issue/cold.ts";
import { type Downloads, download } from "./issue/downloads.ts";
import { type Change, renderer } from "./issue/drawing.ts";
import { median, percentile, rounded } from "./measure.ts";
import { holderAndOfficer } from "./pipeline/demo-visitors.ts";
import { changeJabatan } from "./pipeline/story.ts";

/** The most that is allowed (docs/performance.md): milliseconds, and objects stored. */
const goals = { changeCpu: 35, allCpu: 110, allPuts: 8, first: 300, later: 60 } as const;
/** Until a process draws as fast as it can, and each holder's first card, whose back is the first too, is behind it. */
const warmUp = 24;
const coldStarts = 5;
/** What Lambda needs before it runs our code: assumed, not measured. */
const lambdaOwnMs = 200;
/** From the card's page, which has a renderer start, to the click on a download, at least: assumed. */
const lookMs = 1500;

export const issue: Bench = {
  about:
    "a change as card-renderer draws it, and every file asked for once after it, in CPU time and in PUTs of the real S3 client; on the embedded cloud a file's first download and a later one; a cold renderer by paper. Ratios are goal over figure: above 1 is kept",
  rounds: 30,
  async measure({ rounds }) {
    const changes = await draw(rounds);
    const { first, later, ...cold } = await downloads(Math.ceil(rounds / 3));
    const of = (value: (change: Change) => number) => median(changes.map(value));
    const changeCpu = of(({ changeCpuMs }) => changeCpuMs);
    const allCpu = of(({ changeCpuMs, restCpuMs }) => changeCpuMs + restCpuMs);
    const changePuts = Math.max(...changes.map((each) => each.changePuts));
    const allPuts = Math.max(...changes.map((each) => each.changePuts + each.restPuts));
    const startMs = lambdaOwnMs + cold.startMs;
    const byPaper = Math.max(0, startMs - lookMs) + cold.pdfMs;
    const [firstP95, laterP95] = [percentile(first, 0.95), percentile(later, 0.95)];
    return {
      ratios: {
        "change, CPU": rounded(goals.changeCpu / changeCpu),
        "change and everything asked once, CPU": rounded(goals.allCpu / allCpu),
        "change, PUTs": rounded(1 / changePuts),
        "change and everything asked once, PUTs": rounded(goals.allPuts / allPuts),
        "first download": rounded(goals.first / firstP95),
        "later download": rounded(goals.later / laterP95),
        "first download of a cold renderer, by paper": rounded(goals.first / byPaper),
      },
      figures: {
        "change, CPU ms": rounded(changeCpu),
        "change, PUTs": changePuts,
        "change and everything asked once, CPU ms": rounded(allCpu),
        "change and everything asked once, PUTs": allPuts,
        "first download, p50 ms": rounded(median(first)),
        "first download, p95 ms": rounded(firstP95),
        "later download, p50 ms": rounded(median(later)),
        "later download, p95 ms": rounded(laterP95),
        "cold renderer, start, CPU ms": rounded(cold.startMs),
        "cold renderer, first PDF, CPU ms": rounded(cold.pdfMs),
        "cold renderer by paper, not prepared, ms": rounded(startMs + cold.pdfMs),
        "cold renderer by paper, prepared by the card's page, ms": rounded(byPaper),
      },
    };
  },
};

async function draw(rounds: number): Promise<Change[]> {
  const change = await renderer();
  const changes: Change[] = [];
  for (let round = -warmUp; round < rounds; round++) {
    const made = await change();
    if (round >= 0) changes.push(made);
  }
  return changes;
}

interface Waited extends Downloads {
  readonly startMs: number;
  readonly pdfMs: number;
}

async function downloads(rounds: number): Promise<Waited> {
  const directory = mkdtempSync(join(tmpdir(), "kartu-bench-"));
  const assembly = await buildProduct(directory);
  const cloud = await startDemoCloud({ directory: join(directory, "cloud"), assembly });
  try {
    await cloud.waitUntilIdle({ timeoutSeconds: 120 });
    const { employeeId, ...visitors } = await holderAndOfficer(cloud);
    const [first, later]: [number[], number[]] = [[], []];
    for (let round = -2; round < rounds; round++) {
      const jabatan = `Pranata Komputer Ahli ${round % 2 === 0 ? "Muda" : "Madya"} ${round + 3}`;
      await changeJabatan(visitors, { employeeId, jabatan });
      const waited = await download(visitors.holder);
      if (round < 0) continue;
      first.push(...waited.first);
      later.push(...waited.later);
    }
    const [bundle = ""] = globSync(join(directory, "**/card-renderer/index.cjs"));
    const [starts, pdfs]: [number[], number[]] = [[], []];
    for (let start = 0; start < coldStarts; start++) {
      starts.push(await startCpuMs(bundle));
      pdfs.push(await firstPdfCpuMs());
    }
    return { first, later, startMs: median(starts), pdfMs: median(pdfs) };
  } finally {
    await cloud.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
