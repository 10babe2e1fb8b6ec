import { useCallback } from "preact/hooks";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { call } from "../api/member-client.ts";
import { ScanList } from "../card/scan-list.tsx";
import { HistorySection } from "./history-section.tsx";
import { PersonCard } from "./person-card.tsx";
import { PersonMatters } from "./person-matters.tsx";
import { PersonPhoto } from "./person-photo.tsx";
import type { GoTo } from "./record-step.ts";

interface BelowRecordProps {
  readonly id: EmployeeId;
  readonly name: string;
  readonly history: EmployeeAnswer["history"];
  readonly revision: number;
  readonly goTo: GoTo;
}

/** What became of the record, the person's card, what waits about the person, who scanned the card, and the photo: each reads its own. */
export function BelowRecord({ id, name, history, revision, goTo }: BelowRecordProps) {
  const readScans = useCallback(
    (cursor: string | undefined) =>
      call("GET /api/officer/people/{id}/scans", { params: { id }, query: { cursor } }),
    [id],
  );
  return (
    <>
      <HistorySection id={id} history={history} />
      <PersonCard id={id} revision={revision} />
      <PersonMatters id={id} />
      <ScanList read={readScans} />
      <PersonPhoto id={id} name={name} revision={revision} bring={() => goTo("foto")} />
    </>
  );
}
