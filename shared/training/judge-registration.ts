/** Whether somebody may register for a training: all that the rules find, at once, each by a code that the pages have texts for. Pure. */
import { keyOf } from "#shared/agency/org-unit.ts";
import { cardStatus, type Employee } from "#shared/employee/employee.ts";
import { isOnCltn, isStudying } from "./exempt.ts";
import type { Register } from "./register-line.ts";
import { closingOf, type Programme, startOf, type TrainingOffer } from "./training-offer.ts";
import { freeSeats, placeOf } from "./training-register.ts";
import type { TrainingTerms } from "./training-terms.ts";

export const registrationCodes = [
  "not-open",
  "closed",
  "other-agency",
  "registered-already",
  "employment-not-active",
  "on-cltn",
  "tugas-belajar",
  "kind-not-invited",
  "golongan-not-invited",
  "jabatan-kind-not-invited",
  "jabatan-not-invited",
  "unit-not-invited",
  "contract-ends-before",
  "other-training",
  "full",
  "on-leave",
  "on-duty",
  "more-jp-than-usual",
] as const;
type RegistrationCode = (typeof registrationCodes)[number];

export interface RegistrationFinding {
  readonly code: RegistrationCode;
  readonly limit?: string | number;
  readonly measured?: string | number;
  /** What is only told: who decides sees it as well. */
  readonly stops: "registration" | "nothing";
}

/** Days on which somebody is elsewhere; the first and the last count. */
export interface Elsewhere {
  readonly kind: "leave" | "duty" | "training";
  readonly from: string;
  readonly until: string;
  /** Of a leave its kind, which pages have words for; of a training its name. */
  readonly name: string;
}

export interface RegistrationCase {
  readonly offer: TrainingOffer;
  readonly person: Employee;
  readonly register: Register;
  /** Of the days of the offer. */
  readonly elsewhere: readonly Elsewhere[];
  /** JP that the person has of the year in which the training ends. */
  readonly jpOfYear: number;
  readonly terms: Pick<TrainingTerms, "mostJp">;
  readonly now: Date;
}

export function registrationFindings(about: RegistrationCase): readonly RegistrationFinding[] {
  return [...timeOf(about), ...personOf(about), ...invitedOf(about), ...toldOf(about)];
}

/** Whether nothing stands in the way. */
export function mayRegister(findings: readonly RegistrationFinding[]): boolean {
  return findings.every(({ stops }) => stops === "nothing");
}

function timeOf({ offer, person, register, now }: RegistrationCase) {
  return [
    ...found(offer.state !== "open", "not-open"),
    ...found(closingOf(offer) <= now || startOf(offer) <= now, "closed", { limit: offer.closesOn }),
    ...found(hasPlace(register, person.id), "registered-already"),
  ];
}

function personOf({ offer, person, now, elsewhere }: RegistrationCase) {
  const { kedudukanHukum, contractEnd } = person;
  const isAway = isOnCltn(kedudukanHukum);
  const other = elsewhere.find((each) => each.kind === "training" && meets(each, offer));
  return [
    ...found(person.instansiId !== offer.instansiId, "other-agency"),
    ...found(isAway, "on-cltn"),
    ...found(!isAway && cardStatus(person, now) !== "active", "employment-not-active"),
    ...found(isStudying(kedudukanHukum), "tugas-belajar"),
    ...found(contractEnd !== undefined && contractEnd < offer.until, "contract-ends-before", {
      ...(contractEnd !== undefined && { limit: contractEnd }),
    }),
    ...found(other !== undefined, "other-training", {
      ...(other !== undefined && { measured: other.name }),
    }),
  ];
}

function invitedOf({ offer, person }: RegistrationCase) {
  const { conditions }: Programme = offer.programme;
  const { kinds, golongan, jabatanKinds, jabatan, units } = conditions;
  const isAsked = (list: readonly string[], value: string | undefined) =>
    list.length > 0 && (value === undefined || !list.includes(value));
  const own = keyOf(person.jabatan);
  const known = (value: string | undefined) => value !== undefined && { measured: value };
  const limit = (list: readonly string[]) => ({ limit: list.join(", ") });
  const hasWords = jabatan.length === 0 || jabatan.some((words) => own.includes(keyOf(words)));
  const unitKeys = units.map(keyOf);
  return [
    ...found(isAsked(kinds, person.kind), "kind-not-invited", {
      ...{ ...limit(kinds), measured: person.kind },
    }),
    ...found(isAsked(golongan, person.golongan), "golongan-not-invited", {
      ...{ ...limit(golongan), ...known(person.golongan) },
    }),
    ...found(isAsked(jabatanKinds, person.jabatanKind), "jabatan-kind-not-invited", {
      ...{ ...limit(jabatanKinds), ...known(person.jabatanKind) },
    }),
    ...found(!hasWords, "jabatan-not-invited", { ...limit(jabatan), measured: person.jabatan }),
    ...found(isAsked(unitKeys, keyOf(person.unitKerja)), "unit-not-invited", {
      measured: person.unitKerja,
    }),
  ];
}

/** What stops nobody: the list goes on when seats are gone, and the superior knows of the leave. */
function toldOf({ offer, person, register, elsewhere, jpOfYear, terms }: RegistrationCase) {
  const isIn = hasPlace(register, person.id);
  const hasLimits = register.limits !== undefined;
  const isFull = hasLimits && !isIn && freeSeats(register, person.unitKerja) === 0;
  const of = (kind: Elsewhere["kind"]) =>
    elsewhere.filter((each) => each.kind === kind && meets(each, offer));
  const jp = jpOfYear + offer.programme.jp;
  const stops = "nothing";
  return [
    ...found(isFull, "full", { stops }),
    ...of("leave").flatMap(({ name, from }) =>
      found(true, "on-leave", { limit: from, measured: name, stops }),
    ),
    ...of("duty").flatMap(({ name, from }) =>
      found(true, "on-duty", { limit: from, measured: name, stops }),
    ),
    ...found(terms.mostJp > 0 && jp > terms.mostJp, "more-jp-than-usual", {
      ...{ limit: terms.mostJp, measured: jp, stops },
    }),
  ];
}

/** Who has one is not told that seats are gone. */
function hasPlace(register: Register, person: string): boolean {
  const place = placeOf(register, person);
  return place !== undefined && place.state !== "out";
}

/** Whether they have a day in common. */
export function meets(
  { from, until }: Pick<Elsewhere, "from" | "until">,
  offer: Pick<TrainingOffer, "from" | "until">,
): boolean {
  return from <= offer.until && until >= offer.from;
}

function found(
  isFound: boolean,
  code: RegistrationCode,
  figures: Partial<Omit<RegistrationFinding, "code">> = {},
): readonly RegistrationFinding[] {
  return isFound ? [{ code, stops: "registration", ...figures }] : [];
}
