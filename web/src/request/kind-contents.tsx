/** What was asked, as its own person reads it, by its kind: another kind is another entry. */
import type { ComponentType } from "preact";
import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { fileAddress } from "../api/client.ts";
import { correctionText } from "../attendance/correction-text.ts";
import { lazyPart } from "../lazy-page.ts";
import { leaveText } from "../leave/leave-text.ts";
import { LetterFile } from "../letter/letter-file.tsx";
import { contactRequests } from "../messages/contact-requests.ts";
import { leaveWords } from "../messages/leave-words.ts";
import { requestKinds } from "../messages/request-kinds.ts";
import { requests } from "../messages/requests.ts";
import { fieldName, valueText } from "../officer/value-text.ts";
import { Changes } from "./changes.tsx";

const ClaimFacts = lazyPart(() =>
  import("../training/claim-facts.tsx").then((part) => part.ClaimFacts),
);

interface ContentProps {
  readonly request: OwnRequest;
}

const contents: Readonly<Record<OwnRequest["kind"], ComponentType<ContentProps>>> = {
  "data-change": ({ request }) =>
    request.kind === "data-change" ? (
      <Changes values={request.content.values} old={request.content.old} />
    ) : null,
  contact: ({ request }) =>
    request.kind === "contact" ? (
      <>
        <p class="notice notice-info">
          {contactRequests.own}
          {request.turn !== "nobody" && ` ${contactRequests.notYou}`}
        </p>
        <Changes values={request.content.values} old={request.content.old} />
      </>
    ) : null,
  "new-photo": ({ request }) =>
    request.kind === "new-photo" ? (
      <p>
        <strong>{requestKinds.photo.why}:</strong> {requestKinds.photo.whys[request.content.why]}
      </p>
    ) : null,
  leave: ({ request }) =>
    request.kind === "leave" ? (
      <>
        <Leave {...request.content} />
        {request.content.permit && <LeavePermit id={request.id} />}
      </>
    ) : null,
  letter: ({ request }) =>
    request.kind === "letter" ? (
      <p>
        {requestKinds.letter.purpose}: <span translate={false}>{request.content.purpose}</span>
      </p>
    ) : null,
  attendance: ({ request }) =>
    request.kind === "attendance" ? <p>{correctionText(request.content)}</p> : null,
  "training-claim": ({ request }) =>
    request.kind === "training-claim" ? <ClaimFacts {...request.content} /> : null,
  "wrong-data": ({ request }) =>
    request.kind === "wrong-data" ? <Report {...request.content} /> : null,
};

type ReportProps = Extract<OwnRequest, { kind: "wrong-data" }>["content"];

function Report({ field, stood, right }: ReportProps) {
  return (
    <dl class="own-record">
      <div>
        <dt>{fieldName(field)}</dt>
        <dd translate={false}>{valueText(field, stood)}</dd>
      </div>
      <div>
        <dt>{requestKinds.report.right}</dt>
        <dd translate={false}>{right}</dd>
      </div>
    </dl>
  );
}

/** What is withdrawn says so when it is asked for. */
function LeavePermit({ id }: Pick<OwnRequest, "id">) {
  const address = fileAddress("GET /api/requests/mine/{id}/permit", { params: { id } });
  return <LetterFile address={address} label={requestKinds.leave.permit} />;
}

type LeaveProps = Extract<OwnRequest, { kind: "leave" }>["content"];

function Leave({ days, workingDays, words, address, phone, permit: _, ...leave }: LeaveProps) {
  const said = [leaveText(leave), words, [address, phone].filter(Boolean).join(", ")];
  return (
    <>
      {said.filter(Boolean).map((each) => (
        <p key={each} translate={false}>
          {each}
        </p>
      ))}
      {days !== undefined && workingDays !== undefined && (
        <p>{leaveWords.days(workingDays, days)}</p>
      )}
    </>
  );
}

export function RequestContent({ request }: ContentProps) {
  const Content = contents[request.kind];
  const note = "note" in request.content ? request.content.note : undefined;
  return (
    <>
      {note && (
        <p>
          {requests.note}: <span translate={false}>{note}</span>
        </p>
      )}
      <Content request={request} />
    </>
  );
}
