/** Whatever an agency says and is accepted, all cards can be drawn in its look. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type AgencyDetails, keptDetails } from "#shared/agency/agency.ts";
import { longestOfAgency } from "#shared/agency/agency-rules.ts";
import { faces } from "#shared/card/card-content.ts";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { faceMarks, frontParts } from "#shared/card/design/face.ts";
import { unfitting } from "#shared/card/design/fit-agency.ts";
import { lookOf } from "#shared/card/design/look.ts";
import { emblemNames, paletteNames } from "#shared/card/design/template.ts";
import { extremeCards } from "#shared/card/extreme-cards.ts";
import { specimenOf } from "#shared/card/specimen.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import { siteUrl } from "../../../support/call-api.ts";

/** Words as people write them, and some that are all width. */
const word = fc.oneof(
  fc.constantFrom("hubungi", "BKPSDM", "telepon", "(021)", "5550-0123", "surel", "a@b.example"),
  fc.string({ unit: fc.constantFrom("W", "m", "i", "l", "g", "Q", "é", "Ḥ"), maxLength: 24 }),
);
const textOf = (most: number) =>
  fc
    .array(word, { maxLength: 24 })
    .map((words) => words.join(" ").slice(0, most))
    .filter((text) => text.trim() !== "");
const details: fc.Arbitrary<AgencyDetails> = fc.record(
  {
    name: textOf(longestOfAgency.name),
    zone: fc.constantFrom("WIB", "WITA", "WIT"),
    emblem: fc.constantFrom(...emblemNames),
    palette: fc.constantFrom(...paletteNames),
    texts: fc.record(
      {
        subtitle: textOf(longestOfAgency.subtitle),
        contact: textOf(longestOfAgency.contact),
        finder: textOf(longestOfAgency.finder),
        issuerHeading: textOf(longestOfAgency.issuerHeading),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ["name", "zone", "texts"] },
);

test("every agency that is accepted has room for the twelve extreme cards, all four faces", () => {
  const templates = new CheckedTemplates();
  const seen = { accepted: 0, refused: 0 };
  fc.assert(
    fc.property(details, (said) => {
      const kept = accepted(said);
      if (!kept) {
        seen.refused++;
        return;
      }
      seen.accepted++;
      const look = lookOf({ ...kept, id: "ins_own", revision: 1 });
      for (const card of extremeCards) {
        const content = specimenOf(card, look, siteUrl);
        const template = templates.of(look, content.text.kind);
        for (const face of faces) {
          const marks = faceMarks(face, template, content, frontParts(template, content));
          expect([...marks.words.marks(), ...marks.own()].length).toBeGreaterThan(0);
        }
      }
    }),
    { numRuns: 60, seed: 20261126 },
  );
  expect(seen.accepted).toBeGreaterThan(10);
  expect(seen.refused).toBeGreaterThan(5);
});

function accepted(said: AgencyDetails): AgencyDetails | undefined {
  try {
    const kept = keptDetails(said);
    return unfitting(kept).length === 0 ? kept : undefined;
  } catch (error) {
    if (error instanceof InvalidInput) return undefined;
    throw error;
  }
}
