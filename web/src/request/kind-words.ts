/** What a request is about, and what its approval has done, by its kind: another kind is another entry. */
import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { leaveText } from "../leave/leave-text.ts";
import { ownRequests as text } from "../messages/own-requests.ts";
import { recordFields } from "../messages/record-fields.ts";
import { requestKinds } from "../messages/request-kinds.ts";

type Kind = OwnRequest["kind"];
type Said = Pick<OwnRequest, "kind" | "content">;

/** «Gelar belakang, Nama». */
export function aboutText(request: OwnRequest): string {
  if (request.kind === "new-photo") return requestKinds.photo.title;
  if (request.kind === "wrong-data")
    return requestKinds.report.about(nameOf(request.content.field));
  if (request.kind === "leave") return leaveText(request.content);
  if (request.kind === "attendance") return requestKinds.attendance.title;
  if (request.kind === "letter") return requestKinds.letter.kinds[request.content.letter];
  if (request.kind === "training-claim") return requestKinds.claim.about(request.content.name);
  return Object.keys(request.content.values).map(nameOf).join(", ");
}

const names: Readonly<Record<string, string>> = recordFields;

function nameOf(field: string): string {
  return names[field] ?? field;
}

const approved: Readonly<Partial<Record<Kind, string>>> = {
  "new-photo": requestKinds.photo.approved,
  "wrong-data": requestKinds.report.approved,
  leave: requestKinds.leave.approved,
  attendance: requestKinds.attendance.approved,
  letter: requestKinds.letter.approved,
  "training-claim": requestKinds.claim.approved,
};

export function approvedText({ kind }: Pick<Said, "kind">): string {
  return approved[kind] ?? text.nexts.approved;
}
