/** What waits for somebody as a holder: things that only they can do. */
import type { CardAnswer } from "#shared/card/card-answer.ts";
import type { OwnRequest, OwnRequests } from "#shared/request-kinds/request-kind-answers.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { ownHome as text } from "../messages/own-home.ts";
import { requests as words } from "../messages/requests.ts";
import { aboutText } from "../request/kind-words.ts";

/** Where each kind is decided. */
export const decidingPaths: Readonly<Record<keyof NonNullable<OwnRequests["deciding"]>, string>> = {
  leave: "/pengajuan?bagian=putusan",
};

export interface Waiting {
  /** The page, without its language. */
  readonly path: string;
  readonly text: string;
  /** ISO 8601; absent where no time is set. */
  readonly until?: string | undefined;
}

type OfCard = Pick<CardAnswer, "state" | "photoAsked" | "qrPausedAt">;

/** What the card waits for. */
export function waitingOfCard({ state, photoAsked, qrPausedAt }: OfCard): readonly Waiting[] {
  const { waits } = text;
  const items: Waiting[] = [];
  if (photoAsked) {
    const { state: asked, until } = photoAsked;
    const words = asked === "revoked" ? waits.photoRevoked : waits.photoAsked;
    items.push({ path: "/foto", text: words, until });
  } else if (state === "no-photo") items.push({ path: "/foto", text: waits.noPhoto });
  if (qrPausedAt) items.push({ path: "/akun/data", text: waits.qrPaused });
  return items;
}

/** …of what the page of the card tells in the card's place, so that nothing below it is empty. The rest is told at length there. */
export function waitingInPlaceOfCard({
  status,
  qrPausedAt: _told,
  ...card
}: OfCard & Pick<CardAnswer, "status">): readonly Waiting[] {
  return card.state === "no-photo" && status === "active" ? waitingOfCard(card) : [];
}

/** Questions first, the most urgent of them before the others; drafts wait for nobody else. */
export function waitingOfRequests(requests: readonly OwnRequest[]): readonly Waiting[] {
  return requests
    .filter(({ turn }) => turn === "asker")
    .sort((a, b) => urgency(a).localeCompare(urgency(b)))
    .map((request) => ({
      path: `/pengajuan?id=${request.id}`,
      text: text.waits[request.state === "draft" ? "draft" : "answer"](nameOf(request)),
      until: request.dueAt,
    }));
}

/** Those without a time are after all that have one. */
const urgency = ({ dueAt }: OwnRequest) => dueAt ?? "9999";

/** Until the last minute of the last day: the instant after it would be read as the next day. */
export function waitingOfCampaigns(campaigns: OwnRequests["campaigns"] = []): readonly Waiting[] {
  return campaigns.map(({ title, endsAt }) => ({
    path: "/kontak",
    text: text.waits.campaign(title),
    until: new Date(Date.parse(endsAt) - 60_000).toISOString(),
  }));
}

/** What waits for whoever acts in a post that decides, by kind. */
export function waitingOfDeciding(deciding: OwnRequests["deciding"]): readonly Waiting[] {
  return keysOf(deciding ?? {}).flatMap((kind) => {
    const count = deciding?.[kind] ?? 0;
    return count > 0 ? [{ path: decidingPaths[kind], text: text.waits.deciding[kind](count) }] : [];
  });
}

/** By the fields that it is about; a draft may not have any yet. */
export function nameOf(request: OwnRequest): string {
  return aboutText(request) || words.number(request.number);
}
