/** Fronts whose exact texts are the widest there are. */
import type { CardContent, CardText } from "#shared/card/card-content.ts";
import { layoutFront } from "#shared/card/design/layout-front.ts";
import { templateFor } from "#shared/card/design/template.ts";
import { widestCard } from "#shared/card/design/widest.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import { measure } from "#shared/render/fonts.ts";
import type { PlacedText } from "#shared/render/place-text.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { aCard } from "./extreme-cards.ts";

const orientations = ["landscape", "portrait"] as const;
export const widestFronts = employeeKinds.flatMap((kind) =>
  orientations.map((shape) => [kind, shape] as const),
);

const widest = keyed(employeeKinds, (kind) => widestCard(kind, measure));

/** A card whose days are this one, and whose other exact texts are the widest there are. */
export function cardOf(kind: CardText["kind"], day: string): CardContent {
  const { text, issue } = widest[kind];
  const until = kind !== "PNS" ? { contractEnd: day } : {};
  return aCard({ text: { ...text, ...until }, issue: { ...issue, issuedOn: day } });
}

export function frontOf(content: CardContent, shape: (typeof orientations)[number]): PlacedText[] {
  const template = templateFor(content.look, content.text.kind);
  return [...layoutFront(content, template, shape, measure).texts];
}
