import { logger } from "#shared/runtime/logger.ts";
import { type ReportCard, reportCard } from "#shared/verification/report-card.ts";
import type { ReportRequest } from "#shared/verification/verify-answer.ts";

/** Notes a report, and counts it without anybody's name. @throws InvalidInput as `reportCard` */
export async function noteReport(api: ReportCard, asked: ReportRequest): Promise<void> {
  const isFirst = await reportCard(api, asked);
  if (asked.cause) logger.info("card.reported", { isFirst, cause: asked.cause });
  else logger.info("photo.reported", { isFirst });
}
