import { useEffect } from "preact/hooks";
import type { CardAnswer } from "#shared/card/card-answer.ts";
import { fileAddress } from "../api/client.ts";
import { factsOf } from "../card/card-facts.tsx";
import type { Shape } from "../card/shape.ts";
import { href, language } from "../language.ts";
import { useInstantText } from "../session/instant.tsx";
import { wasSignedOut } from "../session/sign-out.ts";
import { workerAddress } from "../worker-address.ts";
import { cardWorker } from "./addresses.ts";
import { findCard, forgetCard, type KeptCard, putCard } from "./kept-card.ts";

/** Keeps the card that is shown for when there is no network, or forgets it when it may not be shown any more. */
export function useKeptCard(card: CardAnswer): void {
  const instantText = useInstantText();
  useEffect(() => {
    // A browser that keeps nothing, or a connection that breaks now: then there is no card without the network. Nobody waits for it.
    keepOrForget(card, instantText(card.asOf)).catch(() => {});
  }, [card]);
}

async function keepOrForget(card: CardAnswer, asOfText: string): Promise<void> {
  const { version, asOf } = card;
  if (!version || !isValid(card)) return forgetCard();
  // As `reserveShape` left it, whose module the early script has in itself.
  const shape = document.documentElement.dataset.shape === "landscape" ? "landscape" : "portrait";
  await keep({ version, shape, asOf, asOfText, language, facts: factsOf(card) });
  // Who has no card needs no worker.
  await navigator.serviceWorker?.register(workerAddress(cardWorker(language)), {
    scope: href("/kartu"),
  });
}

/** As a check would say now. */
function isValid({ state, status, qrPausedAt }: CardAnswer): boolean {
  return state === "drawn" && status === "active" && !qrPausedAt;
}

/** The faces are asked for once more, because the page has them as images only; not if they are kept already. */
async function keep(card: KeptCard): Promise<void> {
  const kept = await findCard();
  const isNew = kept?.version !== card.version || kept.shape !== card.shape;
  const faces = isNew
    ? { front: await faceOf(card, "front"), back: await faceOf(card, "back") }
    : undefined;
  // Who has left meanwhile wants nothing to stay here.
  if (!wasSignedOut()) await putCard(card, faces);
}

async function faceOf(
  { shape, version }: { readonly shape: Shape; readonly version: string },
  side: "front" | "back",
): Promise<Blob> {
  const address = fileAddress("GET /api/me/card/faces/{face}", {
    params: { face: `${side}-${shape}` },
    query: { v: version },
  });
  const answer = await fetch(address);
  if (!answer.ok) throw new Error("A face did not come.");
  return answer.blob();
}
