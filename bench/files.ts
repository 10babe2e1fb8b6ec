/** What `kartu periksa-foto` takes of memory over many files. */
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { samplePhotos } from "../local/demo/sample-photos.ts";
import type { Bench, Goal } from "./bench.ts";
import { rounded } from "./measure.ts";

/** How often the process's memory is read: after so many files each. */
const step = 100;
/** Of the peak after the first hundred files, by which it has loaded all it needs. */
const mostGrowth = 1.15;

export const files: Bench = {
  about:
    "kartu periksa-foto over as many files as --rounds says, the demo's sample photos again and again: peak memory of the process (VmHWM, Linux), MB, after the first hundred and after all",
  rounds: 4000,
  async measure({ rounds }) {
    const directory = mkdtempSync(join(tmpdir(), "kartu-files-"));
    try {
      const photos = await samplePhotos();
      const places = photos.map(({ bytes }, i) => {
        const place = join(directory, `${i}.png`);
        writeFileSync(place, bytes);
        return place;
      });
      const named = Array.from({ length: rounds }, (_, i) => places[i % places.length] ?? "");
      const peaks = await peaksOver(named);
      const [first = 0, last = 0] = [peaks.at(0), peaks.at(-1)];
      return {
        lines: peaks.map((megabytes, i) => `after ${(i + 1) * step} files ${megabytes} MB`),
        goals: [growth(first, last)],
        ratios: {},
        figures: { files: rounds, "after the first hundred, MB": first, "at the end, MB": last },
      };
    } finally {
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

function growth(first: number, last: number): Goal {
  const measured = rounded(last / first);
  return { name: "peak at the end, of that after a hundred", measured, most: mostGrowth };
}

/** The peak after each hundred files. @throws Error when the command ends otherwise than well */
async function peaksOver(named: readonly string[]): Promise<number[]> {
  const child = spawn(process.execPath, ["ops/kartu.ts", "periksa-foto", "--json", ...named], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const peaks: number[] = [];
  let count = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    if (line === "") continue;
    count += 1;
    if (count % step === 0 && child.pid) peaks.push(peakOf(child.pid));
  }
  if (count !== named.length) throw new Error(`Only ${count} files were examined.`);
  return peaks;
}

/** Megabytes. A process that just ended has none; then nothing is lost but that one. */
function peakOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1000);
}
