/** An offer as officers type it, and what they typed as the API takes it. Pure. */
import { type EmployeeKind, employeeKinds } from "#shared/employee/nip.ts";
import { usualZone, zones } from "#shared/runtime/zone.ts";
import { trainingForms } from "#shared/training/training-forms.ts";
import type { OfferDetails } from "#shared/training/training-offer.ts";
import { linesOf } from "../desk/paragraphs.tsx";
import { required } from "../forms/checks.ts";
import type { FieldProblem } from "../forms/form.tsx";
import { dayTyped, typedDay } from "../typed-day.ts";

export const offerFields = [
  ...([
    "name",
    "code",
    "form",
    "organiser",
    "accreditation",
    "jp",
    "assessed",
    "subjects",
  ] as const),
  ...(["from", "until", "sessions", "zone", "place", "batch", "contact", "cost", "notes"] as const),
  ...(["quota", "unitQuotas", "closesOn", "kinds", "golongan", "jabatan", "units"] as const),
];
export type OfferField = (typeof offerFields)[number];
type Values = Readonly<Record<OfferField, string>>;

/** Who may come, of the kinds of employment: all, those with a contract, or one kind. */
export const kindChoices: Readonly<Record<string, readonly EmployeeKind[]>> = {
  "": [],
  "PPPK,PPPK-PW": ["PPPK", "PPPK-PW"],
  ...Object.fromEntries(employeeKinds.map((each) => [each, [each]])),
};

const needed = ["name", "code", "organiser", "place", "contact", "sessions"] as const;
const days = ["from", "until", "closesOn"] as const;

/** What is typed in the form of an offer that is there. */
export function typedOffer(offer: OfferDetails): Values {
  const { programme, sessions, unitQuotas, cost, quota, ...rest } = offer;
  const { conditions, jp, assessed, subjects, name, code, form, organiser } = programme;
  return {
    ...{ name, code, form, organiser, accreditation: programme.accreditation },
    ...{ jp: String(jp), assessed: assessed ? "yes" : "no" },
    subjects: subjects.map((each) => `${each.name} = ${each.jp}`).join("\n"),
    ...{ from: rest.from, until: rest.until, zone: rest.zone, place: rest.place },
    ...{ batch: rest.batch, contact: rest.contact, notes: rest.notes, closesOn: rest.closesOn },
    sessions: sessions
      .map(({ day, from, until, subject }) => `${typedDay(day)} ${from}-${until} ${subject}`.trim())
      .join("\n"),
    ...{ cost: String(cost), quota: String(quota) },
    unitQuotas: unitQuotas.map(({ unit, seats }) => `${unit} = ${seats}`).join("\n"),
    ...{ kinds: conditions.kinds.join(","), golongan: conditions.golongan.join(", ") },
    ...{ jabatan: conditions.jabatan.join(", "), units: conditions.units.join("\n") },
  };
}

/** What cannot be read; the rules of an offer are the API's. */
export function offerProblems(values: Values): FieldProblem<OfferField>[] {
  const lines = [
    ["sessions", sessionIn],
    ["subjects", pairIn],
    ["unitQuotas", pairIn],
  ] as const;
  return [
    ...needed.flatMap((field) => problem(field, required(values[field]))),
    ...days.flatMap((field) =>
      problem(field, dayTyped(typedDay(values[field])) ? undefined : "day-malformed"),
    ),
    ...(["jp", "quota"] as const).flatMap((field) =>
      problem(field, countIn(values[field]) ? undefined : "count-malformed"),
    ),
    ...problem("cost", countIn(values.cost || "0") === undefined ? "count-malformed" : undefined),
    ...lines.flatMap(([field, read]) =>
      linesOf(values[field])
        .filter((line) => read(line) === undefined)
        .map((measured) => ({ field, code: "line-malformed" as const, params: { measured } })),
    ),
  ];
}

function problem(field: OfferField, code: FieldProblem["code"] | undefined) {
  return code ? [{ field, code }] : [];
}

/** The offer that was typed; `before` has what this form does not ask for. */
export function offerTyped(values: Values, before: OfferDetails | undefined): OfferDetails {
  const said = (field: OfferField) => values[field].trim();
  const named = (field: OfferField) =>
    said(field)
      .split(",")
      .flatMap((each) => each.trim() || []);
  const pairs = (field: OfferField) =>
    linesOf(values[field])
      .map(pairIn)
      .filter((each) => each !== undefined);
  return {
    programme: {
      ...{ code: said("code"), name: said("name"), organiser: said("organiser") },
      form: trainingForms.find((each) => each === values.form) ?? "teknis",
      ...{ accreditation: said("accreditation"), jp: countIn(values.jp) ?? 0 },
      assessed: values.assessed === "yes",
      subjects: pairs("subjects").map(([name, jp]) => ({ name, jp })),
      conditions: {
        kinds: kindChoices[values.kinds] ?? before?.programme.conditions.kinds ?? [],
        jabatanKinds: before?.programme.conditions.jabatanKinds ?? [],
        ...{ golongan: named("golongan"), jabatan: named("jabatan") },
        units: linesOf(values.units),
      },
    },
    ...{ batch: said("batch"), place: said("place"), contact: said("contact") },
    ...{ notes: said("notes"), zone: zones.find((each) => each === values.zone) ?? usualZone },
    ...{ from: values.from, until: values.until, closesOn: values.closesOn },
    sessions: linesOf(values.sessions).flatMap((line) => sessionIn(line) ?? []),
    ...{ quota: countIn(values.quota) ?? 0, cost: countIn(values.cost || "0") ?? 0 },
    unitQuotas: pairs("unitQuotas").map(([unit, seats]) => ({ unit, seats })),
  };
}

/** 0 is no count of seats, and one of rupiah. */
function countIn(typed: string): number | undefined {
  const plain = typed.replaceAll(/[.\s]/g, "");
  return /^\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}

/** «Bagian Umum = 3». */
function pairIn(line: string): readonly [name: string, count: number] | undefined {
  const [, name = "", count = ""] = /^(.+?)\s*=\s*(\d{1,4})$/.exec(line) ?? [];
  return name === "" ? undefined : [name.trim(), Number(count)];
}

/** «17/08/2027 08:00-14:00 Pembukaan». */
function sessionIn(line: string): OfferDetails["sessions"][number] | undefined {
  const shape = /^(\S+)\s+(\d{1,2})[.:](\d{2})\s*[-–]\s*(\d{1,2})[.:](\d{2})(?:\s+(.*))?$/;
  const [, day = "", h = "", m = "", toH = "", toM = "", subject = ""] = shape.exec(line) ?? [];
  const found = dayTyped(day);
  const isTime = [h, toH].every((each) => Number(each) < 24) && Number(m) < 60 && Number(toM) < 60;
  if (!found || !isTime) return undefined;
  const time = (hour: string, minute: string) => `${hour.padStart(2, "0")}:${minute}`;
  return { day: found, from: time(h, m), until: time(toH, toM), subject: subject.trim() };
}
