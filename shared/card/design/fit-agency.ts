import { type AgencyDetails, agencyId } from "#shared/agency/agency.ts";
import { agencyTextFields } from "#shared/agency/agency-rules.ts";
import { employeeKinds } from "#shared/employee/nip.ts";
import { measure } from "#shared/render/fonts.ts";
import type { FieldProblem } from "#shared/runtime/errors.ts";
import { lookOf } from "./look.ts";
import { emblemNames, paletteNames, templateFor } from "./template.ts";
import { misfitsOf } from "./template-fit.ts";

/**
 * What of an agency the template cannot draw, on both kinds of card, upright and lying; empty when every card can be drawn.
 * @returns `unknown-choice` on `emblem` and `palette`, `no-room-on-card` on the texts
 */
export function unfitting(details: AgencyDetails): FieldProblem[] {
  const choices = [
    ...unknown("emblem", details.emblem, emblemNames),
    ...unknown("palette", details.palette, paletteNames),
  ];
  const { texts } = details;
  const said = agencyTextFields.filter((field) => texts[field] !== undefined);
  const alone = said.filter((field) => !hasRoom({ ...details, texts: { [field]: texts[field] } }));
  // Each may have room, and all together none.
  const long = alone.length > 0 || hasRoom(details) ? alone : said;
  return [...choices, ...long.map((field) => ({ field, code: "no-room-on-card" }) as const)];
}

function unknown(
  field: "emblem" | "palette",
  name: string | undefined,
  names: readonly string[],
): FieldProblem[] {
  return name === undefined || names.includes(name) ? [] : [{ field, code: "unknown-choice" }];
}

function hasRoom(details: AgencyDetails): boolean {
  const look = lookOf({ ...details, id: agencyId.parse("a"), revision: 1 });
  return employeeKinds.every((kind) => misfitsOf(templateFor(look, kind), measure).length === 0);
}
