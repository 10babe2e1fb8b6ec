/** The word of the kind in the corner of a front. */
import type { Measure } from "#shared/render/fit-text.ts";
import type { Box } from "#shared/render/place-text.ts";
import { fronts, type Orientation, smallest } from "./geometry.ts";
import type { Template } from "./template.ts";

export interface Badge {
  readonly box: Box;
  /** One below the other. */
  readonly lines: readonly string[];
  /** Of its letters, in pixels. */
  readonly size: number;
}

/** On each side of the word, in pixels. */
const padding = 9;

/** "PNS" in a small badge; "PPPK PARUH WAKTU" in a long one, in portrait with its first word above the others. */
export function badgeOf(
  { texts, kind }: Pick<Template, "texts" | "kind">,
  orientation: Orientation,
  measure: Measure,
): Badge {
  const { badge, longBadge } = fronts[orientation];
  const word = texts.kind[kind];
  const size = Math.round(badge.height * 0.54);
  if (measure(word, 700) * size + 2 * padding <= badge.width)
    return { box: badge, lines: [word], size };
  const [first = "", ...rest] = word.split(" ");
  const isStacked = orientation === "portrait" && rest.length > 0;
  return { box: longBadge, lines: isStacked ? [first, rest.join(" ")] : [word], size: smallest };
}
