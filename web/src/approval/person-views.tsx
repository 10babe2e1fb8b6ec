/** New people and new numbers, as who decides reads them. */
import { personRequests as text } from "../messages/person-requests.ts";
import { recordFields } from "../messages/record-fields.ts";
import type { ChangeOf, ChangeView } from "./agency-approval.ts";
import { OldAndNew } from "./old-and-new.tsx";

export function nipChangeView({ from, to }: ChangeOf<"nip-change">): ChangeView {
  const { question, effect } = text.nipChange;
  return { question, effect, facts: <OldAndNew field={recordFields.nip} old={from} wanted={to} /> };
}
