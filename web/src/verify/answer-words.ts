/** What an answer is made of, for the page that a script fills and for the one that the server draws. */
import { groupSerial } from "#shared/card/printed-numbers.ts";
import { kindName } from "#shared/employee/kind-name.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import type { VerifyAnswer } from "#shared/verification/verify-answer.ts";
import type { VerifyResult } from "../messages/id/verify-result.ts";

/** Colour, and icon as the path of an SVG of 24 by 24. */
export const looks: Readonly<
  Record<VerifyAnswer["result"], readonly [colour: string, icon: string]>
> = {
  valid: ["good", "M5 12.5l4.5 4.5L19 7.5"],
  suspended: ["caution", "M9 6v12M15 6v12"],
  upcoming: ["caution", "M12 6v6l4 2"],
  ended: ["bad", "M6 6l12 12M18 6L6 18"],
  superseded: ["caution", "M20 11a8 8 0 1 0-2.3 6.3M20 5v6h-6"],
  document: ["good", "M5 12.5l4.5 4.5L19 7.5"],
  "document-revoked": ["bad", "M6 6l12 12M18 6L6 18"],
  specimen: ["bad", "M12 5v9M12 18v.3"],
  unknown: ["bad", "M9 9a3 3 0 1 1 3.5 3.5L12 14.5M12 18v.3"],
};

/** Why there is no answer about a card. */
export type Unchecked = keyof VerifyResult["unchecked"];

/** As `looks`. What cannot be checked yet looks the same on the page that scans. */
export const notYet = ["caution", "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M12 7v5l3 2"] as const;
export const uncheckedLooks: Readonly<Record<Unchecked, readonly [colour: string, icon: string]>> =
  {
    busy: ["caution", "M7 4h10M7 20h10M8 4v3l4 5-4 5v3M16 4v3l-4 5 4 5v3"],
    noAnswer: notYet,
    disturbed: notYet,
  };

/** The items of a card, in the order of the page. @param dayText writes a day in the page's language */
export function factsOf(
  card: NonNullable<VerifyAnswer["card"]>,
  fields: VerifyResult["fields"],
  dayText: (day: string) => string,
): readonly (readonly [term: string, value: string])[] {
  const spelled = (key: keyof VerifyResult["fields"], value: string) => {
    if (key === "serial") return groupSerial(value);
    if (key === "employment") return kindName(value);
    return key === "tmt" || key === "issuedOn" ? dayText(value) : value;
  };
  return keysOf(fields).map((key) => [fields[key], spelled(key, card[key])]);
}

/** The items of a paper, as they stand on it. @param instantText writes an instant in the page's language */
export function documentFactsOf(
  {
    kind,
    number,
    subject,
    initials,
    signer,
    issuedAt,
    revokedAt,
  }: NonNullable<VerifyAnswer["document"]>,
  { kinds, ...names }: VerifyResult["document"],
  instantText: (instant: string) => string,
): readonly (readonly [term: string, value: string])[] {
  const known: Readonly<Record<string, string>> = kinds;
  return [
    [names.kind, known[kind] ?? kind],
    [names.number, number],
    [names.subject, subject],
    ...(initials === undefined ? [] : [[names.initials, initials] as const]),
    ...(signer === undefined ? [] : [[names.signer, signer] as const]),
    [names.issuedAt, instantText(issuedAt)],
    ...(revokedAt === undefined ? [] : [[names.revokedAt, instantText(revokedAt)] as const]),
  ];
}
