/** A certificate as a file with a QR: drawn at each request from what was kept on its day, so the same one has the same bytes. */
import type { DocumentPage } from "#shared/document/document-page.ts";
import { initialsOf } from "#shared/document/initials.ts";
import { type IssueDocument, type Issued, issueDocument } from "#shared/document/issue-document.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { groupNip } from "#shared/employee/nip.ts";
import type { Limit, RateLimits } from "#shared/rate-limit/rate-limits.ts";
import { Conflict, NotFound } from "#shared/runtime/errors.ts";
import { longDay } from "#shared/runtime/long-day.ts";
import type { CertificateContent } from "./certificate.ts";
import { paperOf } from "./learner-result.ts";
import type { OfferId } from "./training-offer.ts";
import type { TrainingResults } from "./training-results.ts";
import type { Trainings } from "./trainings.ts";

export interface DrawCertificate extends IssueDocument {
  readonly trainings: Pick<Trainings, "find" | "joinedBy">;
  readonly results: Pick<TrainingResults, "result">;
  readonly limits: Pick<RateLimits, "count">;
  readonly drawDocument: (page: DocumentPage) => Promise<Buffer>;
}

/** Its first drawing is a write. */
const perPerson: Limit = { name: "certificate", max: 60, windowSeconds: 3600 };

/**
 * The own certificate of a training.
 * @throws NotFound where there is none; Conflict `document-revoked` of one that was withdrawn; TooManyAttempts
 */
export async function drawOwnCertificate(
  api: DrawCertificate,
  { person, id }: { readonly person: Employee; readonly id: OfferId },
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  await api.limits.count(perPerson, person.id, api.clock.now());
  const joined = (await api.trainings.joinedBy(person.id)).find(({ offer }) => offer === id);
  const offer = joined && (await api.trainings.find(joined.instansiId, id));
  const certificate = offer && (await api.results.result(id, person.id))?.certificate;
  if (!offer || !certificate) throw new NotFound("No certificate.");
  if (certificate.withdrawnAt !== undefined) throw new Conflict("document-revoked");
  const { content, issuedAt } = certificate;
  const paper = { ...paperOf(offer, content), subject: subjectOf(content), issuedAt };
  const initials = initialsOf(content.name);
  const issued = await issueDocument(api, { ...paper, initials, personId: person.id, content });
  const bytes = await api.drawDocument(pageOf(content, issued));
  return { name: `${content.kind}_${content.number.replaceAll(/[^\w-]+/g, "-")}.pdf`, bytes };
}

/** What whoever checks it reads besides number and day: the programme and its JP. */
function subjectOf({ programme, jp, jpWords }: CertificateContent): string {
  return `${programme}, ${jp} (${jpWords}) jam pelajaran`;
}

type Pair = readonly [label: string, said: string];
const predicateNames = {
  "sangat-memuaskan": "Sangat memuaskan",
  memuaskan: "Memuaskan",
  "baik-sekali": "Baik sekali",
  baik: "Baik",
} as const satisfies Record<NonNullable<CertificateContent["predicate"]>, string>;

/** Papers of Indonesian offices are in Indonesian. Long: the lines of the paper, in their order. */
function pageOf(content: CertificateContent, { address, qrText }: Issued): DocumentPage {
  const { title, number, organiser, subjects, predicate, from, until } = content;
  const days = from === until ? longDay(from) : `${longDay(from)} sampai ${longDay(until)}`;
  const facts: readonly Pair[] = [
    ["Nomor", number],
    ["Nama", content.name],
    ["NIP", groupNip(content.nip)],
    ["Tempat, tanggal lahir", content.birth ?? ""],
    ["Pangkat, golongan", content.rank ?? ""],
    ["Jabatan", content.jabatan],
    ["Instansi", content.instansi],
    ["Kualifikasi", content.qualification],
    ["Predikat", predicate ? predicateNames[predicate] : ""],
    ["Program", content.programme],
    ["Bentuk", content.form],
    ["Angkatan", content.batch],
    ["Tanggal", days],
    ["Tempat", content.place],
    ["Jam pelajaran", `${content.jp} (${content.jpWords}) JP`],
    ["Diterbitkan", longDay(content.issuedOn)],
  ];
  return {
    sender: organiser,
    title,
    lead: `${organiser} menyatakan bahwa pegawai di bawah ini ${content.qualification} ${content.programme}. Dokumen ini tidak memakai sertifikat elektronik.`,
    facts: facts.filter(([, said]) => said !== ""),
    parts:
      subjects.length === 0
        ? []
        : [
            {
              title: "Mata pelatihan",
              pairs: subjects.map(({ name, jp }, at): Pair => [`${at + 1}. ${jp} JP`, name]),
            },
          ],
    check:
      "Nomor, tanggal, nama pelatihan, JP, dan inisial diperiksa dengan memindai kode QR, atau buka",
    address,
    qrText,
    qr: `Kode QR untuk memeriksa ${title} nomor ${number}`,
  };
}
