import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { maxPhotoBytes } from "#shared/photo/photo-limits.ts";
import { portraitPng } from "../local/demo/portrait.ts";
import { withComment } from "../local/demo/sample-photos.ts";
import { type DemoCloud, startDemoCloud } from "../local/start/demo-cloud.ts";
import { buildProduct } from "../local/start/product.ts";
import type { Bench } from "./bench.ts";
import { inTurns, median, percentile, rounded } from "./measure.ts";
import { serveBareHandler } from "./pipeline/bare-handler.ts";
import { holderAndOfficer } from "./pipeline/demo-visitors.ts";
import { changeJabatan, confirmPhoto, uploadPhoto } from "./pipeline/story.ts";

/** Milliseconds that 95 of 100 may take (docs/performance.md). */
const goals = { outcome: 2000, confirm: 1000, change: 1000 } as const;

export const pipeline: Bench = {
  about:
    "on the embedded cloud: upload to outcome and preview, confirmation to new card, officer's change to new card; beside the goals and a bare middy round trip",
  rounds: 20,
  async measure({ rounds }) {
    const directory = mkdtempSync(join(tmpdir(), "kartu-bench-"));
    const assembly = await buildProduct(directory);
    const cloud = await startDemoCloud({ directory: join(directory, "cloud"), assembly });
    const bare = await serveBareHandler();
    try {
      await cloud.waitUntilIdle({ timeoutSeconds: 120 });
      const story = await tell(cloud);
      const times = await inTurns<"story" | "bare", Readonly<Record<string, number>>>(
        { story, bare: async () => ({ bare: await bare.roundTrip() }) },
        { rounds, warmUp: 2 },
      );
      const bareMs = median(times.bare.map((each) => each.bare ?? 0));
      const ratios: Record<string, number> = {};
      const figures: Record<string, number> = { bareP50Ms: rounded(bareMs) };
      for (const [step, goal] of Object.entries(goals)) {
        const all = times.story.map((each) => each[step] ?? 0);
        const [p50, p95] = [median(all), percentile(all, 0.95)];
        figures[`${step}P50Ms`] = rounded(p50);
        figures[`${step}P95Ms`] = rounded(p95);
        ratios[`${step}Goal`] = rounded(goal / p95);
        ratios[`${step}Bare`] = rounded(p50 / bareMs);
      }
      return { ratios, figures };
    } finally {
      bare.stop();
      await cloud.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  },
};

/** @returns one round: a photo is uploaded and confirmed, then an officer changes the record. In milliseconds each */
async function tell(cloud: DemoCloud): Promise<() => Promise<Record<keyof typeof goals, number>>> {
  const { holder, officer, employeeId } = await holderAndOfficer(cloud);
  let round = 0;
  return async () => {
    round++;
    const portrait = await portraitPng(8);
    // As large as a photo may be.
    const photo = withComment(portrait, maxPhotoBytes - portrait.length - 12);
    const outcome = await uploadPhoto(holder, photo);
    const confirm = await confirmPhoto(holder, outcome.photoId);
    const jabatan = `Pranata Komputer Ahli ${round % 2 === 0 ? "Muda" : "Madya"}`;
    const change = await changeJabatan({ holder, officer }, { employeeId, jabatan });
    return { outcome: outcome.ms, confirm: confirm.ms, change: change.ms };
  };
}
