import { useEffect } from "preact/hooks";
import type { CardAnswer } from "#shared/card/card-answer.ts";
import { call, fileAddress, page, Refusal, sessionLook } from "../api/client.ts";
import { factsOf } from "../card/card-facts.tsx";
import type { Shape } from "../card/shape.ts";
import { href, language } from "../language.ts";
import { useInstantText } from "../session/instant.tsx";
import { wasSignedOut } from "../session/sign-out.ts";
import { workerAddress } from "../worker-address.ts";
import { cardWorker } from "./addresses.ts";
import {
  type Face,
  facesIn,
  findCard,
  findFace,
  forgetCard,
  type KeptCard,
  putCard,
  shapes,
} from "./kept-card.ts";

/** Keeps the card that is shown for when there is no network, or forgets it when it may not be shown any more. */
export function useKeptCard(card: CardAnswer): void {
  const instantText = useInstantText();
  useEffect(() => {
    // A browser that keeps nothing, or a connection that breaks now: then there is no card without the network. Nobody waits for it.
    keepOrForget(card, instantText(card.asOf)).catch(() => {});
  }, [card]);
}

/** Which card is the newest: faces that come late are of one that may not be kept any more. */
let turns = 0;

async function keepOrForget(card: CardAnswer, asOfText: string): Promise<void> {
  const own = ++turns;
  const { version, asOf } = card;
  if (!version || !isValid(card)) return forgetCard();
  // As `reserveShape` left it, whose module the early script has in itself.
  const shape: Shape =
    document.documentElement.dataset.shape === "landscape" ? "landscape" : "portrait";
  const { person = "" } = page;
  const kept = { person, version, shape, asOf, asOfText, language, facts: factsOf(card) };
  const isWanted = () => own === turns && !wasSignedOut();
  await keep(kept, isWanted);
  // Who has no card needs no worker, and who has left wants nothing new here.
  if (!isWanted()) return;
  await navigator.serviceWorker?.register(workerAddress(cardWorker(language)), {
    scope: href("/kartu"),
  });
}

/** As a check would say now. */
function isValid({ state, status, qrPausedAt }: CardAnswer): boolean {
  return state === "drawn" && status === "active" && !qrPausedAt;
}

/**
 * The faces are asked for once more, because the page has them as images only; not if they are kept already. First come those of the shape that
 * is shown: with them the card can be shown.
 */
async function keep(card: KeptCard, isWanted: () => boolean): Promise<void> {
  const kept = await findCard();
  let isNew = kept?.version !== card.version || kept.person !== card.person;
  for (const shape of [card.shape, ...shapes.filter((each) => each !== card.shape)]) {
    const faces: [Face, Blob][] = [];
    for (const face of facesIn(shape))
      if (isNew || !(await findFace(face))) faces.push([face, await faceOf(face, card)]);
    // Who has left meanwhile wants nothing to stay here, also in another tab, of which this one may not have heard.
    if (!isWanted()) return;
    await putCard(card, faces, isNew);
    if (!isWanted() || (faces.length > 0 && !(await isSignedIn()))) return forgetCard();
    isNew = false;
  }
}

async function isSignedIn(): Promise<boolean> {
  try {
    await call("GET /api/session", sessionLook);
    return true;
  } catch (error) {
    return !(error instanceof Refusal);
  }
}

async function faceOf(face: Face, { version }: KeptCard): Promise<Blob> {
  const address = fileAddress("GET /api/me/card/faces/{face}", {
    params: { face },
    query: { v: version },
  });
  const answer = await fetch(address);
  if (!answer.ok) throw new Error("A face did not come.");
  return answer.blob();
}
