import { expect, test } from "vitest";
import { extremeCards } from "#shared/card/extreme-cards.ts";
import { en } from "../../../web/src/messages/en/operator.ts";
import { id } from "../../../web/src/messages/id/operator.ts";

test("every extreme card has a title in both languages, and no title is without its card", () => {
  const cards = extremeCards.map((card) => card.id).sort();

  expect(Object.keys(id.cards).sort()).toEqual(cards);
  expect(Object.keys(en.cards).sort()).toEqual(cards);
});
