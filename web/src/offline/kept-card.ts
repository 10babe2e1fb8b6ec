/**
 * The last card that its holder saw here, for when there is no network: its faces, what stands on them, and of when that is. It goes with
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
  /** The one that was shown, whose faces are there first. */
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
export const shapes = ["portrait", "landscape"] as const satisfies readonly Shape[];
export type Face = `${Side}-${Shape}`;
export const facesIn = (shape: Shape): Face[] => sides.map((side) => `${side}-${shape}` as const);

/** Of nothing that the site has: only this browser's cache answers to it. */
const place = "/kartu/terakhir";
const placeOf = (face: Face) => `${place}/${face}`;
const longestMs = 30 * 86_400_000;

/** @param faces those of this card that are not kept yet. @param isNew whether what is kept is another card's */
export async function putCard(
  card: KeptCard,
  faces: readonly (readonly [Face, Blob])[],
  isNew: boolean,
): Promise<void> {
  const cache = await keptFiles();
  // First what names the faces, so that a card is never shown with another one's.
  if (isNew) await forgetCard();
  await Promise.all(faces.map(([face, image]) => cache?.put(placeOf(face), new Response(image))));
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

/** @returns undefined when it was not kept yet, or the browser has lost it */
export async function findFace(face: Face): Promise<Blob | undefined> {
  return (await (await keptFiles())?.match(placeOf(face)))?.blob();
}

export async function forgetCard(): Promise<void> {
  const cache = await keptFiles();
  const places = [place, ...shapes.flatMap(facesIn).map(placeOf)];
  await Promise.all(places.map((address) => cache?.delete(address)));
}
