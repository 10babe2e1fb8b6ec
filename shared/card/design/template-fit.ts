/** Checks that a template's texts, with the widest numbers and days, have room on a card. It depends on their letters. */
import { DoesNotFit, type Measure } from "#shared/render/fit-text.ts";
import type { Orientation } from "./geometry.ts";
import { layoutBack, layoutVersion } from "./layout-back.ts";
import { layoutFront, layoutHeader } from "./layout-front.ts";
import type { Template } from "./template.ts";
import { widestCard } from "./widest.ts";

const orientations: readonly Orientation[] = ["landscape", "portrait"];

/**
 * The texts of a template that have no room, one sentence for each; empty when all have room.
 * An agency's name and the site's address are not the template's: the name may be shortened, the address is checked as it is.
 */
export function misfitsOf(template: Template, measure: Measure): string[] {
  const widest = widestCard(template.kind, measure);
  const issuer = { instansi: "", host: "" };
  return orientations.flatMap((orientation) =>
    [
      () => layoutHeader(template, orientation, measure),
      () => layoutFront(widest, template, orientation, measure),
      () => layoutBack(issuer, template, orientation, measure),
      () => layoutVersion(template, orientation, measure),
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
