import { expect, test } from "vitest";
import { toHex } from "#shared/signed-qr/bytes.ts";
import {
  cardStates,
  PartStates,
  partOf,
  placesOfPart,
  statusPath,
} from "#shared/signed-qr/status-list.ts";

const part = 1;

test("are those of the standard's example (§4.1), byte for byte", () => {
  const states = new PartStates(0);
  // Its twelve places: 1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3.
  for (const [place, number] of [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3].entries())
    states.set(place, cardStates[number] ?? "valid");

  expect(toHex(states.bytes.subarray(0, 4))).toBe("c944f900");
  expect(states.bytes).toHaveLength(16_384);
});

test("change one by one, and a place that nobody has is as a valid one", () => {
  const states = new PartStates(part);
  for (const state of [...cardStates, ...cardStates.toReversed()]) {
    states.set(placesOfPart + 6, state);

    expect(states.at(placesOfPart + 6)).toBe(state);
    expect([5, 7].map((place) => states.at(placesOfPart + place))).toEqual(["valid", "valid"]);
  }
});

test.each([placesOfPart - 1, 2 * placesOfPart, -1, placesOfPart + 0.5, Number.NaN])(
  "%d is no place of part 1",
  (place) => {
    expect(() => new PartStates(part).at(place)).toThrow(RangeError);
    expect(() => new PartStates(part).set(place, "ended")).toThrow(RangeError);
  },
);

test("where a part lies", () => {
  expect([0, 65_535, 65_536, 2 ** 32 - 1].map(partOf)).toEqual([0, 0, 1, 65_535]);
  expect(statusPath(3)).toBe(".well-known/kartu-asn/status/3");
});
