/** The kind of request that nobody asks for: somebody who checked a card found it suspicious (requirement W-16, decision 0087). */
import * as z from "zod";
import type { RequestKind } from "#shared/request/request-kind.ts";
import type { Requests } from "#shared/request/requests.ts";
import { NotFound } from "#shared/runtime/errors.ts";
import { suspicions } from "./suspicions.ts";

export const suspectCard = "suspect-card";

/** As it is kept: no words of who reported it, and nothing of when or where. */
export const suspectedContent = z.strictObject({ cause: z.enum(suspicions) });

export const suspectCardFacts = { kind: z.literal(suspectCard), content: suspectedContent };

const notAsked = () => {
  throw new NotFound("Nobody asks for this.");
};

/** Approval says that it was true and that the officer has done what it needs, in the record's own ways; it does nothing by itself. */
export function suspectCards({
  requests,
}: {
  readonly requests: Pick<Requests, "save">;
}): RequestKind {
  return {
    // Nobody is asked anything.
    answerDays: 1,
    read: notAsked,
    keep: notAsked,
    isOutdated: async () => false,
    carryOut: (move) => requests.save(move),
  };
}
