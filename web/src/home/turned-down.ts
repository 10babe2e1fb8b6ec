/** Own requests that ended without what was asked, while their holder may not know it yet or can still mend it. */
import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { deviceMemory } from "../storage.ts";

/** Later it is old news; the list of all requests keeps it. */
const shownMs = 30 * 86_400_000;

/**
 * The newest first, until the holder asks again for the same or has put it away.
 * @param requests the first page, the newest act first @param now ms since the epoch
 */
export function turnedDownOf(
  requests: readonly OwnRequest[],
  { now, putAway }: { readonly now: number; readonly putAway: readonly string[] },
): readonly OwnRequest[] {
  return requests.filter(
    (each) =>
      (each.state === "rejected" || each.state === "expired") &&
      now - Date.parse(each.since) < shownMs &&
      !putAway.includes(each.id) &&
      !requests.some((other) => isAskedAgain(each, other)),
  );
}

/** Also as a draft, which waits for its holder by itself. */
function isAskedAgain(ended: OwnRequest, other: OwnRequest): boolean {
  const { kind, state, submittedAt, since } = other;
  if (other.id === ended.id || kind !== ended.kind || state === "withdrawn") return false;
  if ((submittedAt ?? since) <= ended.since) return false;
  const before = fieldsOf(ended);
  return before.length === 0 || fieldsOf(other).some((field) => before.includes(field));
}

/** What a request is about; empty where its kind has one subject only. */
function fieldsOf(request: OwnRequest): readonly string[] {
  if (request.kind === "new-photo") return [];
  if (request.kind === "wrong-data") return [request.content.field];
  if (request.kind === "leave") return [request.content.from];
  if (request.kind === "attendance") return [request.content.day];
  if (request.kind === "letter") return [request.content.letter];
  if (request.kind === "training-claim") return [request.content.number];
  return Object.keys(request.content.values);
}

/** Ids of requests, which tell nobody anything; only of this device, since what is put away is no matter of the agency. */
const key = "kartu-pengajuan-dibaca";

export function putAwayHere(): readonly string[] {
  return deviceMemory.read(key)?.split(" ") ?? [];
}

/** @param shown those of now: what is older need not be remembered */
export function putAway(id: OwnRequest["id"], shown: readonly OwnRequest[]): void {
  const known = new Set<string>(shown.map((each) => each.id));
  const before = putAwayHere().filter((each) => known.has(each));
  deviceMemory.write(key, [...before, id].join(" "));
}
