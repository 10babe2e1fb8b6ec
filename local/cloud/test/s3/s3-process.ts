/** S3 in a process of its own, to be killed or measured. Started by a test with fork(FILE, [directory]). */
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { startS3 } from "./s3-under-test.ts";

const [, , directory = ""] = process.argv;
const cloud = await startS3({
  directory,
  async onEvent({ Records }) {
    // Slower than the writers, so that events wait when the process is killed.
    await setTimeout(20);
    const keys = Records.map(({ s3 }) => `${s3.object.key}\n`);
    appendFileSync(join(directory, "told.txt"), keys.join(""));
  },
});
process.on("message", () => process.send?.(process.resourceUsage().maxRSS * 1024));
process.send?.(cloud.endpoint);
