/** How large the files of the status list are, for docs/qr-payload.md: `npm test` prints it. */
import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import {
  type CardState,
  encodeStatusList,
  maxStatusBytes,
  PartStates,
  placesOfPart,
} from "#shared/signed-qr/status-list.ts";
import { someClaims } from "../../support/status-list.ts";

const fullPart = placesOfPart * 0.75;
/** Tag, header, signature and their lengths. */
const sealBytes = 110;

/** The same numbers in each run: the n-th one from 0 to 65,535. */
const random = (index: number) =>
  createHash("sha256").update(`place ${index}`).digest().readUInt16BE(0);

/** @param share of the cards that a later one replaced; a fiftieth has ended, a two-hundredth is suspended */
function bytesOf(cards: number, share: number): number {
  const states = new PartStates(0);
  for (let index = 0; index < cards; index++) {
    const chance = random(index + placesOfPart) / placesOfPart;
    const bad: CardState = chance > 0.995 ? "suspended" : chance > 0.975 ? "ended" : "valid";
    states.set(random(index), chance < share ? "replaced" : bad);
  }
  const deflated = deflateSync(states.bytes, { level: 9 });
  return encodeStatusList(someClaims({ part: 0, deflated })).length + sealBytes;
}

test("a part stays below the 17 KB that a verifier reads, however many cards there are and whatever became of them", () => {
  for (const cards of [10_000, 100_000, 5_200_000]) {
    const parts = Math.ceil(cards / fullPart);
    const [young = 0, old = 0] = [0.05, 0.5].map((share) =>
      bytesOf(Math.min(cards, fullPart), share),
    );
    process.stdout.write(
      `${cards} cards: ${parts} parts of ${young} bytes when a twentieth was replaced, of ${old} when half were; all ${Math.round((parts * old) / 1000)} KB\n`,
    );
    expect(old).toBeLessThan(maxStatusBytes);
  }
  const worst = new PartStates(0);
  for (let place = 0; place < placesOfPart; place++)
    worst.set(
      place,
      (["valid", "ended", "suspended", "replaced"] as const)[random(place) % 4] ?? "valid",
    );
  const deflated = deflateSync(worst.bytes, { level: 9 });
  expect(encodeStatusList(someClaims({ deflated })).length + sealBytes).toBeLessThan(
    maxStatusBytes,
  );
});
