import * as z from "zod";
import { inOrder } from "#shared/runtime/event-handlers.ts";
import { logger } from "#shared/runtime/logger.ts";

/** The key of an entry, in DynamoDB's own notation. */
const keys = z.object({
  subjectId: z.object({ S: z.string() }),
  revision: z.object({ N: z.string() }),
});

/** Says which entry of the history was changed or deleted. Nothing else reaches it, so that its start is the alarm. */
export function reportOverwritten() {
  return inOrder(async ({ eventName, dynamodb }) => {
    const { subjectId, revision } = keys.parse(dynamodb?.Keys);
    const entry = { subjectId: subjectId.S, revision: Number(revision.N) };
    logger.error("history.overwritten", { ...entry, how: eventName });
  });
}
