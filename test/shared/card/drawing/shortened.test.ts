import { expect, test } from "vitest";
import { shortenedOn } from "#shared/card/design/shortened.ts";
import { aCard, extremeCards } from "./extreme-cards.ts";

test("of an ordinary card nothing is shortened", () => {
  expect(shortenedOn(aCard())).toEqual([]);
});

test("what a card has no room for is told, for each of its shapes", () => {
  const degrees = extremeCards.find(({ name }) => name === "many-degrees");

  expect(degrees && shortenedOn(degrees.content)).toEqual([
    { shape: "landscape", field: "jabatan" },
    { shape: "landscape", field: "unitKerja" },
  ]);
});

test("an agency's name is on both sides, and told once", () => {
  const { text } = aCard();
  const instansi = "Badan Nasional Pengelolaan Percontohan Wilayah Mamuju ".repeat(3).slice(0, 120);

  expect(shortenedOn(aCard({ text: { ...text, instansi } }))).toEqual([
    { shape: "landscape", field: "instansi" },
  ]);
});
