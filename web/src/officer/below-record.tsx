import { useCallback } from "preact/hooks";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { call } from "../api/member-client.ts";
import { ScanList } from "../card/scan-list.tsx";
import { PersonCard } from "./person-card.tsx";
import { PersonMatters } from "./person-matters.tsx";
import { PersonPhoto } from "./person-photo.tsx";
import type { GoTo } from "./record-step.ts";

interface BelowRecordProps {
  readonly id: EmployeeId;
  readonly name: string;
  readonly revision: number;
  readonly goTo: GoTo;
}

/** A person's card, what waits about the person, who scanned the card, and the photo: each reads its own. */
export function BelowRecord({ id, name, revision, goTo }: BelowRecordProps) {
  const readScans = useCallback(
    (cursor: string | undefined) =>
      call("GET /api/officer/people/{id}/scans", { params: { id }, query: { cursor } }),
    [id],
  );
  return (
    <>
      <PersonCard id={id} revision={revision} />
      <PersonMatters id={id} />
      <ScanList read={readScans} />
      <PersonPhoto id={id} name={name} revision={revision} bring={() => goTo("foto")} />
    </>
  );
}
