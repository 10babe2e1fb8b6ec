/**
 * The last card that its holder saw here, for when there is no network: both faces, what stands on them, and of when that is. It goes with
 * the logout (kept-files.ts), when the card may no longer be shown, when somebody else's is kept, and after 30 days.
 */
import type { Language } from "../addresses.ts";
import type { Fact } from "../card/card-facts.tsx";
import type { Shape } from "../card/shape.ts";
import { keptFiles } from "../kept-files.ts";

export interface KeptCard {
  /** Whose it is: the opaque id of the record. */
  readonly person: string;
  /** Of the faces. */
  readonly version: string;
  readonly shape: Shape;
  /** When the record was as the card says; ISO 8601. */
  readonly asOf: string;
  /** «Data per …», as its holder reads the clock. */
  readonly asOfText: string;
  /** What stands on the card, as text, in the language that it was shown in. */
  readonly facts: readonly Fact[];
  readonly language: Language;
}

export const sides = ["front", "back"] as const;
export type Side = (typeof sides)[number];

/** Of nothing that the site has: only this browser's cache answers to it. */
const place = "/kartu/terakhir";
const placeOf = (side: Side) => `${place}/${side}`;
const longestMs = 30 * 86_400_000;

/** @param faces absent where those that are kept are still the card's */
export async function putCard(
  card: KeptCard,
  faces: Readonly<Record<Side, Blob>> | undefined,
): Promise<void> {
  const cache = await keptFiles();
  if (faces) {
    // First what names the faces, so that a card is never shown with another one's.
    await forgetCard();
    await Promise.all(sides.map((side) => cache?.put(placeOf(side), new Response(faces[side]))));
  }
  await cache?.put(place, Response.json(card));
}

/** @returns the card, unless it is too old; then it is forgotten */
export async function findCard(now = Date.now()): Promise<KeptCard | undefined> {
  const found = await (await keptFiles())?.match(place);
  const card: KeptCard | undefined = await found?.json();
  if (!card || now - Date.parse(card.asOf) < longestMs) return card;
  await forgetCard();
  return undefined;
}

/** Who signs in finds nobody else's card here later. */
export async function forgetCardOfOthers(person: string): Promise<void> {
  const card = await findCard();
  if (card && card.person !== person) await forgetCard();
}

/** @returns undefined when the browser has lost it */
export async function findFace(side: Side): Promise<Blob | undefined> {
  return (await (await keptFiles())?.match(placeOf(side)))?.blob();
}

export async function forgetCard(): Promise<void> {
  const cache = await keptFiles();
  await Promise.all([place, ...sides.map(placeOf)].map((address) => cache?.delete(address)));
}
