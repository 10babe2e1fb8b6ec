/** The extreme cards as the golden images, the decoders and the contact sheet draw them: each with a portrait. */

import type { CardContent } from "#shared/card/card-content.ts";
import { lookOf } from "#shared/card/design/look.ts";
import { extremeCards as cards, usualPns } from "#shared/card/extreme-cards.ts";
import { demoAgencies } from "../../../../local/demo/agencies.ts";
import { portraitPng } from "../../../../local/demo/portrait.ts";

export interface ExtremeCard {
  readonly name: string;
  readonly content: CardContent;
  readonly portrait: () => Promise<Buffer>;
}

export const extremeCards: readonly ExtremeCard[] = cards.map(({ id, ...content }, index) => ({
  name: id,
  content: aCard(content),
  // Every third portrait is a woman's; digit 15 of the NIP says whose this is.
  portrait: () => portraitPng(3 * index + (content.text.nip.split(" ")[2] === "2" ? 2 : 1)),
}));

/** A card that is right; the test says what matters. */
export function aCard(different: Partial<CardContent> = {}): CardContent {
  return {
    text: usualPns,
    // Its version stands on the back. It is no real one, so that another template only changes the pictures that it changes.
    look: { ...lookOf(demoAgencies[0]), version: "t1-60690d85" },
    issue: { serial: "A20100000123", issuedOn: "2026-11-21", checkCode: "7K2Q9MXB" },
    qrText: "https://KARTU-ASN.EXAMPLE/V/7K2Q9MXB4TZD8RFWJ3H5VYNPC6",
    host: "kartu-asn.example",
    seed: "9b1e5a7033fa9c0d".repeat(4),
    ...different,
  };
}
