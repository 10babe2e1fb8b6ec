import * as z from "zod";
import { InvalidInput } from "#shared/runtime/errors.ts";
import {
  decidedBy,
  numberOf,
  type Request,
  requestId,
  turnless,
  waitsForAsker,
} from "./request.ts";
import type { RequestPlace } from "./requests.ts";

/** What every request tells of itself (request-answers.ts). @param request as it is now (`asOf`) */
export function requestFactsOf(request: Request) {
  const { id, state, chain, place, files, version } = request;
  return {
    ...{ id, number: numberOf(request), state, place, since: turnSince(request), files, version },
    chain: chain.map(({ role }) => role),
    turn: waitsForAsker(request) ? ("asker" as const) : (decidedBy(request) ?? ("nobody" as const)),
    ...(request.taker !== undefined && state === "verifying" && { taken: true as const }),
    ...(request.widened && { widened: true as const }),
    ...(request.submittedAt !== undefined && { submittedAt: request.submittedAt }),
    ...(request.dueAt !== undefined && { dueAt: request.dueAt }),
    trail: request.trail.map(({ by, ...step }) => ({ ...step, by: sideOf(request, by) })),
  };
}

/** Since when these people have it. */
function turnSince(request: Request): string {
  const isAsker = waitsForAsker(request);
  const turned = request.trail.findLast(
    ({ act }) => !turnless.includes(act) && !(isAsker && act === "handed-over"),
  );
  return turned?.at ?? request.since;
}

function sideOf({ person }: Request, by: string | undefined) {
  if (by === undefined) return "nobody" as const;
  return by === person ? ("asker" as const) : ("officer" as const);
}

const place = z.tuple([z.iso.datetime(), requestId]);

/** The cursor has no personal data, but it is one text in an address. */
export function placeText({ at, id }: RequestPlace): string {
  return Buffer.from(JSON.stringify([at, id])).toString("base64url");
}

/** @throws InvalidInput when it is none of ours */
export function placeIn(text: string): RequestPlace {
  try {
    const [at, id] = place.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return { at, id };
  } catch {
    throw new InvalidInput({ field: "cursor", code: "malformed" });
  }
}
