import * as z from "zod";
import { cursorIn, cursorText } from "#shared/runtime/cursor.ts";
import { decidedBy, numberOf, type Request, requestId, turnless } from "./request.ts";
import { outcomes, waitsForAsker } from "./request-states.ts";
import type { EndedPlace, RequestPlace } from "./requests.ts";

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
    trail: request.trail.map(({ role, ...step }) => ({
      ...step,
      by: role ?? sideOf(request, step.by),
    })),
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
const endedPlace = z.tuple([z.iso.datetime(), requestId, z.enum(outcomes)]);

export function placeText({ at, id, outcome }: RequestPlace & Partial<EndedPlace>): string {
  return cursorText(outcome === undefined ? [at, id] : [at, id, outcome]);
}

/** @throws InvalidInput when it is none of ours */
export function placeIn(text: string): RequestPlace {
  const [at, id] = cursorIn(place, text);
  return { at, id };
}

/** Of what has ended. @throws InvalidInput when it is none of ours */
export function endedPlaceIn(text: string): EndedPlace {
  const [at, id, outcome] = cursorIn(endedPlace, text);
  return { at, id, outcome };
}
