import { Logger } from "@aws-lambda-powertools/logger";
import * as z from "zod";

/** Dot-name for the event, then our own ids: logger.info("photo.refused", { photoId, reason }). */
export const logger = new Logger({ serviceName: "kartu-asn" });

/**
 * What may be logged of a failure: its kind and its place. The message is left out, because messages of libraries repeat
 * their input ("Unexpected token in …"), which can be a name or a NIP.
 */
export function errorFields(error: unknown): Record<string, string | undefined> {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = error.stack?.split("\n").filter((line) => line.trimStart().startsWith("at "));
  return {
    error: error.name,
    at: frames?.slice(0, 5).join("\n"),
    cause: error.cause instanceof Error ? error.cause.name : undefined,
    awsRequestId: awsRequestId(error),
  };
}

/** The SDK's errors carry the id AWS support asks for. */
const sdkError = z.object({ $metadata: z.object({ requestId: z.string() }) });

function awsRequestId(error: Error): string | undefined {
  return sdkError.safeParse(error).data?.$metadata.requestId;
}
