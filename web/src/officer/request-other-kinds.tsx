/** What is asked by requests that are no changes of data, as who decides reads it. */
import type { ComponentType } from "preact";
import type { OfficerRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { correctionText } from "../attendance/correction-text.ts";
import { href } from "../language.ts";
import { leaveText } from "../leave/leave-text.ts";
import { lettersAddress } from "../letter/letters-address.ts";
import { attendanceWords } from "../messages/attendance-words.ts";
import { contactRequests } from "../messages/contact-requests.ts";
import { requestKinds } from "../messages/request-kinds.ts";
import { requestQueue as text } from "../messages/request-queue.ts";
import { requests } from "../messages/requests.ts";
import { suspectCards } from "../messages/suspect-cards.ts";
import { trainingClaim as claim } from "../messages/training-claim.ts";
import { ClaimFacts } from "../training/claim-facts.tsx";
import { DataTable } from "./data-table.tsx";
import { DifferenceTable } from "./difference-table.tsx";
import { valueText } from "./value-text.ts";

type Of<Kind extends OfficerRequest["kind"]> = Extract<OfficerRequest, { kind: Kind }>;

/** Another address and number, by somebody who did not sign in. */
function ContactAsked({ number, content, stands, outdated, turn }: Of<"contact">) {
  const { values, old, title } = content;
  return (
    <>
      <h3>{contactRequests.title}</h3>
      <DifferenceTable
        caption={requests.number(number)}
        differences={[
          { field: "email", from: old.email, to: values.email },
          { field: "phone", from: old.phone, to: values.phone },
        ].filter(({ from, to }) => from !== to)}
      />
      <p>
        {contactRequests.campaign}: <span translate={false}>{title}</span>
      </p>
      {outdated && (
        <p class="notice notice-warning">
          {text.stands}:{" "}
          <span translate={false}>
            {stands.email}, {stands.phone}
          </span>
        </p>
      )}
      {turn !== "nobody" && <p class="notice notice-warning">{contactRequests.warning}</p>}
    </>
  );
}

/** That somebody looks at a photo. */
function NewPhotoAsked({ content: { why }, employeeId, replaced, turn }: Of<"new-photo">) {
  const { photo } = requestKinds;
  return (
    <>
      <h3>{photo.title}</h3>
      <p>
        <strong>{photo.why}:</strong> {photo.whys[why]}
      </p>
      {turn !== "nobody" && (
        <p class="notice notice-info">{replaced ? photo.replaced : photo.howTo[why]}</p>
      )}
      <p>
        <a href={href(`/petugas/pegawai?id=${employeeId}`)}>{photo.open}</a>
      </p>
    </>
  );
}

/** That a datum is wrong. */
function WrongDataAsked({ number, content, stands, mended, employeeId, turn }: Of<"wrong-data">) {
  const { report } = requestKinds;
  const { field, stood, right } = content;
  return (
    <>
      <h3>{report.title}</h3>
      <DifferenceTable
        caption={requests.number(number)}
        differences={[{ field, from: stood, to: right }]}
      />
      <p>
        {text.stands}: <span translate={false}>{valueText(field, stands)}</span>
      </p>
      {turn !== "nobody" && (
        <p class="notice notice-info">
          {mended ? report.mended : report.howTo}{" "}
          <a href={href(`/petugas/pegawai?id=${employeeId}&langkah=ubah`)}>{report.mend}</a>
        </p>
      )}
    </>
  );
}

/** That somebody who checked the card found it suspicious; nobody says who. */
function SuspectCardAsked({ content: { cause }, turn }: Of<"suspect-card">) {
  return (
    <>
      <h3>{suspectCards.title}</h3>
      <p>
        <strong>{suspectCards.causes[cause]}</strong>
      </p>
      <p>{suspectCards.unasked}</p>
      {turn !== "nobody" && <p class="notice notice-info">{suspectCards.howTo}</p>}
    </>
  );
}

/** A correction of attendance: the month with its readings is a link away. */
function CorrectionAsked({ content, employeeId, outdated, turn }: Of<"attendance">) {
  const month = content.day.slice(0, 7);
  return (
    <>
      <h3>{requestKinds.attendance.title}</h3>
      <p>{correctionText(content)}</p>
      {turn !== "nobody" && outdated && (
        <p class="notice notice-warning">{attendanceWords.outdated}</p>
      )}
      <p>
        <a href={href(`/petugas/instansi?bagian=presensi&bulan=${month}&id=${employeeId}`)}>
          {attendanceWords.open}
        </a>
      </p>
    </>
  );
}

/** A leave: its superiors decide it, officers see that it is on its way. */
function LeaveAsked({ content }: Of<"leave">) {
  return <h3>{leaveText(content)}</h3>;
}

/** A surat keterangan: who agrees has its draft, and goes on there. */
function LetterAsked({ id, content, turn, state }: Of<"letter">) {
  const { letter } = requestKinds;
  const draft = lettersAddress(`&id=ltr_${id.slice("req_".length)}`);
  return (
    <>
      <h3>{letter.kinds[content.letter]}</h3>
      <p>
        {letter.purpose}: <span translate={false}>{content.purpose}</span>
      </p>
      {turn !== "nobody" && <p class="notice notice-info">{letter.howTo}</p>}
      {state === "approved" && (
        <p>
          <a href={href(draft)}>{letter.draft}</a>
        </p>
      )}
    </>
  );
}

/** A certificate of others: what it says, and what it would make of its year. */
function ClaimAsked({ content, learning, outdated, turn }: Of<"training-claim">) {
  return (
    <>
      <h3>{requestKinds.claim.title}</h3>
      <ClaimFacts {...content} />
      {learning && (
        <DataTable
          caption={claim.year(learning.year)}
          rows={[learning]}
          keyOf={({ year }) => String(year)}
          columns={[
            { key: "year", label: claim.fields.jp, cell: ({ year }) => claim.year(year) },
            { key: "from", label: claim.now, cell: ({ jp }) => claim.jp(jp) },
            { key: "to", label: claim.after, cell: ({ after }) => claim.jp(after) },
          ]}
        />
      )}
      {turn !== "nobody" && (
        <p class={outdated ? "notice notice-warning" : "notice notice-info"}>
          {outdated ? claim.outdated : claim.howTo}
        </p>
      )}
    </>
  );
}

type OtherKind = Exclude<OfficerRequest["kind"], "data-change">;
interface AskedProps {
  readonly item: Of<OtherKind>;
}

const askeds: Readonly<Record<OtherKind, ComponentType<AskedProps>>> = {
  contact: ({ item }) => (item.kind === "contact" ? <ContactAsked {...item} /> : null),
  "new-photo": ({ item }) => (item.kind === "new-photo" ? <NewPhotoAsked {...item} /> : null),
  "suspect-card": ({ item }) =>
    item.kind === "suspect-card" ? <SuspectCardAsked {...item} /> : null,
  leave: ({ item }) => (item.kind === "leave" ? <LeaveAsked {...item} /> : null),
  attendance: ({ item }) => (item.kind === "attendance" ? <CorrectionAsked {...item} /> : null),
  letter: ({ item }) => (item.kind === "letter" ? <LetterAsked {...item} /> : null),
  "training-claim": ({ item }) =>
    item.kind === "training-claim" ? <ClaimAsked {...item} /> : null,
  "wrong-data": ({ item }) => (item.kind === "wrong-data" ? <WrongDataAsked {...item} /> : null),
};

/** By its kind: another kind is another entry. */
export function OtherAsked({ item }: AskedProps) {
  const Asked = askeds[item.kind];
  return <Asked item={item} />;
}
