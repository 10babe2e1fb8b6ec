import { Logger } from "@aws-lambda-powertools/logger";

/** Dot-name for the event, then our own ids: logger.info("photo.refused", { photoId, reason }). */
export const logger = new Logger({ serviceName: "kartu-asn" });
