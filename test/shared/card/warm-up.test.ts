import { expect, test } from "vitest";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { CardPainter } from "#shared/card/drawing/card-painter.ts";
import { warmUp } from "#shared/card/warm-up.ts";

test("a warm-up draws all four faces of both kinds", () => {
  expect(warmUp(new CardPainter(new CheckedTemplates()), "https://kartu.example")).toBe(8);
});
