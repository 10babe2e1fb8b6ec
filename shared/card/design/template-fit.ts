/** Whether a template's texts, and with them the widest numbers and days, have room on a card: their letters decide it. */
import { DoesNotFit, type Measure } from "#shared/render/fit-text.ts";
import type { Orientation } from "./geometry.ts";
import { layoutBack, layoutVersion } from "./layout-back.ts";
import { layoutFront, layoutHeader } from "./layout-front.ts";
import { type Template, templateVersion } from "./template.ts";
import { widestCard } from "./widest.ts";

const orientations: readonly Orientation[] = ["landscape", "portrait"];

/**
 * What of a template cannot be drawn whole, a sentence each; empty when all of it can.
 * An agency's name and the site's address are no template's: the one may be shortened, the other is checked with what it is.
 */
export function misfitsOf(template: Template, measure: Measure): string[] {
  const widest = widestCard(template.kind, measure);
  const issuer = { instansi: "", host: "" };
  return orientations.flatMap((orientation) =>
    [
      () => layoutHeader(template, orientation, measure),
      () => layoutFront(widest, template, orientation, measure),
      () => layoutBack(issuer, template, orientation, measure),
      () => layoutVersion(template, templateVersion, "0".repeat(8), orientation, measure),
    ].flatMap((layout) => {
      const misfit = misfitOf(layout);
      return misfit === undefined ? [] : [`${template.key}, ${orientation}: ${misfit}`];
    }),
  );
}

function misfitOf(layout: () => unknown): string | undefined {
  try {
    layout();
    return undefined;
  } catch (error) {
    if (error instanceof DoesNotFit) return error.message;
    throw error;
  }
}
