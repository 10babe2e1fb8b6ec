/**
 * What a certificate of a training says (services.md 4): an STTPP of a programme with an assessment, a Sertifikat of another. It names its person
 * as the record did on its day; a name that changes later changes neither it nor its number. Pure.
 */
import * as z from "zod";
import { type Employee, fullName } from "#shared/employee/employee.ts";
import { pangkatOf } from "#shared/employee/golongan.ts";
import { numberInWords } from "#shared/render/number-in-words.ts";
import type { Attendance } from "./attendance.ts";
import { formOf } from "./training-forms.ts";
import type { TrainingOffer } from "./training-offer.ts";

const certificateKinds = ["sttpp", "sertifikat"] as const;
/** What an assessment says, best first; none without one. */
export const predicates = ["sangat-memuaskan", "memuaskan", "baik-sekali", "baik"] as const;

const line = z.string();
export const certificateContent = z.object({
  kind: z.enum(certificateKinds),
  /** «Surat Tanda Tamat Pendidikan dan Pelatihan». */
  title: line,
  number: line,
  organiser: line,
  name: line,
  nip: line,
  birth: line.exactOptional(),
  /** «Penata Muda, III/a», or a PPPK's golongan. */
  rank: line.exactOptional(),
  jabatan: line,
  instansi: line,
  /** «LULUS», «TELAH MENGIKUTI». */
  qualification: line,
  predicate: z.enum(predicates).exactOptional(),
  programme: line,
  form: line,
  batch: line,
  from: line,
  until: line,
  place: line,
  jp: z.int(),
  /** «dua puluh». */
  jpWords: line,
  /** Day on which it was issued, in the offer's zone. */
  issuedOn: line,
  /** On the back. */
  subjects: z.array(z.object({ name: line, jp: z.int() })).readonly(),
});
export type CertificateContent = Readonly<z.infer<typeof certificateContent>>;

const titles = {
  sttpp: "Surat Tanda Tamat Pendidikan dan Pelatihan",
  sertifikat: "Sertifikat",
} as const;

export interface Result {
  readonly attendance: Attendance;
  /** Of an assessment: passed, with which predicate. */
  readonly passed?: boolean;
  readonly predicate?: (typeof predicates)[number];
}

export const certificateObstacles = [
  "not-over",
  "attendance-missing",
  "attendance-too-low",
  "not-assessed",
  "not-passed",
] as const;
export type CertificateObstacle = (typeof certificateObstacles)[number];

/** Why somebody gets none: all of it at once. @param today in the offer's zone */
export function certificateFindings(
  offer: Pick<TrainingOffer, "programme" | "until">,
  { attendance, passed }: Result,
  today: string,
): readonly CertificateObstacle[] {
  const { assessed } = offer.programme;
  const all = {
    "not-over": today < offer.until,
    "attendance-missing": attendance.missing > 0,
    "attendance-too-low": attendance.missing === 0 && !attendance.isEnough,
    "not-assessed": assessed && passed === undefined,
    "not-passed": assessed && passed === false,
  };
  return certificateObstacles.filter((each) => all[each]);
}

/** @param person as the record is on the day of issue */
export function certificateOf(
  offer: TrainingOffer,
  person: Employee,
  { number, issuedOn, result }: { number: string; issuedOn: string; result: Result },
): CertificateContent {
  const { programme, batch, from, until, place } = offer;
  const kind = programme.assessed ? "sttpp" : "sertifikat";
  const { birthPlace, birthDate, golongan } = person;
  const birth = [birthPlace, birthDate].filter((each) => each !== undefined).join(", ");
  const rank = golongan && [pangkatOf(golongan), golongan].filter(Boolean).join(", ");
  return {
    ...{ kind, title: titles[kind], number, organiser: programme.organiser },
    ...{ name: fullName(person), nip: person.nip },
    ...(birth !== "" && { birth }),
    ...(rank !== undefined && { rank }),
    ...{ jabatan: person.jabatan, instansi: person.instansi },
    qualification: kind === "sttpp" ? "LULUS" : "TELAH MENGIKUTI",
    ...(kind === "sttpp" && result.predicate && { predicate: result.predicate }),
    ...{ programme: programme.name, form: formOf(programme.form).name, batch, from, until, place },
    ...{ jp: programme.jp, jpWords: numberInWords(programme.jp), issuedOn },
    subjects: programme.subjects,
  };
}
