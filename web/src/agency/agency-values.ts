/** An agency as a form has it, texts alone, and as it is sent. */
import type { AgencyAnswer, AgencyListAnswer } from "#shared/agency/agency-answers.ts";
import { agencyIdPattern, agencyTextFields } from "#shared/agency/agency-rules.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { usualZone, zones } from "#shared/runtime/zone.ts";
import { type Check, required } from "../forms/checks.ts";

export const agencyFields = [
  "name",
  "zone",
  "address",
  "emblem",
  "palette",
  ...agencyTextFields,
] as const;
export const formFields = [...agencyFields, "reason"] as const;
export type AgencyValues = Readonly<Record<(typeof agencyFields)[number], string>>;
type Details = Omit<AgencyAnswer, "id" | "revision">;
export type Choices = Omit<AgencyListAnswer, "items">;

/** What a form begins with; nothing is said of a new agency. */
export function valuesOf(details: Details | undefined): AgencyValues {
  const { name = "", zone = usualZone, emblem = "", palette = "", texts = {} } = details ?? {};
  const { address = "" } = details ?? {};
  return {
    name,
    zone,
    address,
    emblem,
    palette,
    ...keyed(agencyTextFields, (field) => texts[field] ?? ""),
  };
}

/** An agency's code: said in words where it is typed, since the API only knows that it cannot be read. */
export const codeCheck: Check = (value) =>
  required(value) ?? (agencyIdPattern.test(value.trim()) ? undefined : "malformed");

export function detailsOf(values: AgencyValues): Details {
  const { name, address, emblem, palette } = values;
  const said = agencyTextFields.filter((field) => values[field].trim() !== "");
  return {
    name,
    zone: zones.find((zone) => zone === values.zone) ?? usualZone,
    ...(address.trim() && { address }),
    ...(emblem && { emblem }),
    ...(palette && { palette }),
    texts: Object.fromEntries(said.map((field) => [field, values[field]])),
  };
}
