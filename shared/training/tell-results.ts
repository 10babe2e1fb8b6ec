/** Results of trainings, and what somebody has learnt, as their readers are told of them. */
import type { Officer } from "#shared/access/scope.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import { dayOf, type Employee, fullName } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { dayIn } from "#shared/runtime/zone.ts";
import { openOffer } from "./act-on-place.ts";
import { certificateFindings } from "./certificate.ts";
import { type ExemptSpan, isOnCltn, isStudying } from "./exempt.ts";
import { resultOf, takesPart } from "./learner-result.ts";
import { yearOfLearning } from "./learning-ledger.ts";
import type { LearningAnswer, ResultsAnswer } from "./result-answers.ts";
import type { OfferId } from "./training-offer.ts";
import type { IssuedCertificate } from "./training-result.ts";
import type { TrainingResults } from "./training-results.ts";
import type { Trainings } from "./trainings.ts";

interface TellResults {
  readonly trainings: Pick<Trainings, "find" | "register">;
  readonly results: Pick<TrainingResults, "sheets" | "results">;
  readonly employees: Pick<Employees, "findAll">;
  readonly clock: Clock;
}

/** @throws NotFound */
export async function tellResults(
  api: TellResults,
  { by, id }: { readonly by: Officer; readonly id: OfferId },
): Promise<Omit<ResultsAnswer, "readOnly">> {
  const opened = await openOffer(api, { instansiId: wholeAgencyOf(by), id });
  const { offer, register } = opened;
  const [sheets, results] = await Promise.all([api.results.sheets(id), api.results.results(id)]);
  const places = register.places.filter(takesPart);
  const people = await api.employees.findAll(places.map(({ person }) => person));
  const today = dayIn(offer.zone, api.clock.now());
  return {
    offer,
    sheets: offer.sessions.map((_, at) => {
      const sheet = sheets.find(({ session }) => session === at);
      return { revision: sheet?.revision ?? 0, marks: sheet?.marks ?? {} };
    }),
    learners: places.map(({ person: who, unit }) => {
      const record = people.get(who);
      const before = results.find(({ person }) => person === who);
      const kind = record?.kind ?? "PNS";
      const result = resultOf(offer, { id: who, kind }, { before, sheets });
      const name = record?.instansiId === offer.instansiId ? fullName(record) : undefined;
      const { passed, predicate, certificate, revision = 0 } = before ?? {};
      return {
        ...{ person: { id: who, ...(name !== undefined && { name }) }, unit, revision },
        percent: result.attendance.percent,
        ...(passed !== undefined && { passed }),
        ...(predicate !== undefined && { predicate }),
        ...(certificate && { certificate: toldCertificate(certificate) }),
        obstacles: certificateFindings(offer, result, today),
      };
    }),
  };
}

export function toldCertificate({ content, withdrawnAt }: IssuedCertificate) {
  const { number, issuedOn } = content;
  return { number, issuedOn, ...(withdrawnAt !== undefined && { withdrawnAt }) };
}

/** This year and those of which something is there, the last one first. Past leaves are not known here: who is away now is exempt of this year. */
export async function tellLearning(
  { results, clock }: { readonly results: Pick<TrainingResults, "learnt">; readonly clock: Clock },
  person: Employee,
): Promise<LearningAnswer> {
  const today = dayOf(person, clock.now());
  const entries = await results.learnt(person.id);
  const now = Number(today.slice(0, 4));
  const yearOf = (day: string) => Number(day.slice(0, 4));
  const years = new Set([now, ...entries.map(({ endedOn }) => yearOf(endedOn))]);
  const exempt = exemptSpans(person, today);
  return {
    years: [...years]
      .toSorted((a, b) => b - a)
      .map((year) => ({
        ...yearOfLearning({ kind: person.kind, entries, exempt }, year),
        entries: entries.filter(({ endedOn }) => yearOf(endedOn) === year),
      })),
  };
}

/** Of who is away now: past leaves are not known here. */
export function exemptSpans({ kedudukanHukum }: Employee, today: string): readonly ExemptSpan[] {
  const from = `${today.slice(0, 4)}-01-01`;
  if (isOnCltn(kedudukanHukum)) return [{ why: "cltn", from, until: today }];
  return isStudying(kedudukanHukum) ? [{ why: "tugas-belajar", from, until: today }] : [];
}
