/** What a Surat Izin Cuti says (services.md 1.5): to whom, which leave, what is to be done before and after, and who gave it. */
import type { DocumentPage } from "#shared/document/document-page.ts";
import { initialsOf } from "#shared/document/initials.ts";
import type { Issued } from "#shared/document/issue-document.ts";
import { leaveOf, permitOf } from "#shared/leave/leave-content.ts";
import type { LeavePermit } from "#shared/leave/leave-permit.ts";
import { numberOf, type Request } from "#shared/request/request.ts";
import { longDay } from "#shared/runtime/long-day.ts";
import { id as leaveWords } from "../../web/src/messages/id/leave-words.ts";
import { permitWords as text } from "./permit-words.ts";

/** All that it says but its address, which comes with its registration. */
export interface PermitContent {
  readonly number: string;
  readonly subject: string;
  readonly initials: string;
  readonly permit: LeavePermit;
  readonly parts: DocumentPage["parts"];
}

/** Long: what it says, one line for each. @returns undefined of a leave that was not given, or before there were any */
export function permitContent(request: Request): PermitContent | undefined {
  const permit = permitOf(request);
  if (!permit) return undefined;
  const { kind, from, to, days = 0, workingDays = 0, address } = leaveOf(request);
  const { person, asked, signer } = text;
  const [first, last] = [longDay(from), longDay(to)];
  return {
    number: numberOf(request),
    subject: text.subject(first, last),
    initials: initialsOf(permit.name),
    permit,
    parts: [
      {
        title: text.whose,
        pairs: [
          [person.name, permit.name],
          [person.nip, permit.nip],
          [person.jabatan, permit.jabatan],
          [person.unitKerja, permit.unitKerja],
        ],
      },
      {
        title: text.leave,
        pairs: [
          [asked.kind, leaveWords.kinds[kind]],
          [asked.length, text.length(workingDays, days)],
          [asked.from, first],
          [asked.to, last],
          [asked.address, address],
        ],
      },
      {
        title: text.duties,
        pairs: [text.before, text.after, ...(kind === "melahirkan" ? [text.birth] : [])].map(
          (each, i) => [`${i + 1}.`, each] as const,
        ),
      },
      {
        title: text.signed,
        pairs: [
          [signer.post, permit.signer.post],
          [signer.name, permit.signer.name],
          [signer.nip, permit.signer.nip],
          [signer.way, text.way],
        ],
      },
    ],
  };
}

/** As it is drawn. */
export function permitPage(
  { number, subject, permit, parts }: PermitContent,
  { document: { digest }, address, qrText }: Issued,
): DocumentPage {
  const { facts } = text;
  return {
    ...{ sender: permit.instansi, title: text.title, lead: text.lead, check: text.check },
    ...{ address, qrText, qr: text.qr(number), parts },
    facts: [
      [facts.number, number],
      [facts.day, longDay(permit.day)],
      [facts.subject, subject],
      [facts.digest, digest],
    ],
  };
}
