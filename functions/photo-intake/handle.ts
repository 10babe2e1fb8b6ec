import { type JudgeUpload, judgeUpload } from "#shared/photo/judge-upload.ts";
import { uploadsIn } from "#shared/photo/photo-queue.ts";
import { eachMessage } from "#shared/runtime/event-edge.ts";
import { logger } from "#shared/runtime/logger.ts";

/** Judges every upload that the photo queue tells of. */
export function takePhotosIn(collaborators: JudgeUpload) {
  return eachMessage(async ({ body }) => {
    for (const upload of uploadsIn(body)) {
      const report = await judgeUpload(collaborators, upload);
      const { photoId } = upload;
      if (!report) logger.info("photo.known", { photoId });
      else if (report.accepted) logger.info("photo.accepted", { photoId });
      else logger.info("photo.refused", { photoId, rules: failedRules(report) });
    }
  });
}

function failedRules({ rules }: { rules: readonly { rule: string; verdict: string }[] }): string[] {
  return rules.filter(({ verdict }) => verdict === "failed").map(({ rule }) => rule);
}
