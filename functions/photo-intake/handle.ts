import { uploadsIn } from "#shared/photo/photo-queue.ts";
import { notValidated, type PhotoReport } from "#shared/photo/photo-report.ts";
import { type ValidateUpload, validateUpload } from "#shared/photo/validate-upload.ts";
import { eachMessage } from "#shared/runtime/event-handlers.ts";
import { logger } from "#shared/runtime/logger.ts";

/** Validates every upload that a message of the photo queue names. */
export function takePhotosIn(dependencies: ValidateUpload) {
  return eachMessage(async ({ body }) => {
    for (const upload of uploadsIn(body)) {
      logOutcome(upload.photoId, await validateUpload(dependencies, upload));
    }
  });
}

function logOutcome(photoId: string, report: PhotoReport | undefined): void {
  if (!report) logger.info("photo.known", { photoId });
  else if (report === notValidated) logger.error("photo.not-validated", { photoId });
  else if (report.accepted) logger.info("photo.accepted", { photoId });
  else logger.info("photo.refused", { photoId, rules: failedRules(report) });
}

/** Each once, however much is wrong with it. */
function failedRules({ rules }: PhotoReport): string[] {
  const failed = rules.filter(({ verdict }) => verdict === "failed");
  return [...new Set(failed.map(({ rule }) => rule))];
}
