import type { ComponentChildren } from "preact";
import type { EvidenceId } from "#shared/audit/source.ts";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Icon } from "../components/icon.tsx";
import { useReading } from "../components/use-reading.ts";
import { evidence as text } from "../messages/evidence.ts";

interface EvidenceLinkProps {
  readonly id: EmployeeAnswer["id"];
  readonly file: EvidenceId;
  /** Of a request that is the reader's to decide. */
  readonly grant?: string;
  /** Which one, where there are several. */
  readonly children?: ComponentChildren;
}

/** Downloads the file of a decree or request. The address is asked for at the click, because each reading is noted, and it lasts a minute. */
export function EvidenceLink({ id, file, grant, children }: EvidenceLinkProps) {
  const { failure, busy, run } = useReading();
  const open = () =>
    run(async () => {
      const query = grant === undefined ? {} : { grant };
      const params = { id, file };
      const { url } = await call("GET /api/evidence/{id}/files/{file}", { params, query });
      window.location.assign(url);
    });
  return (
    <>
      <span class="button-row">
        <button
          class="button button-quiet"
          type="button"
          {...(busy && { "aria-disabled": true })}
          onClick={open}
        >
          <Icon name="download" /> {children || text.open}
        </button>
      </span>
      <span class="fact-hint">{text.notScanned}</span>
      {failure && <FailureNotice failure={failure} retry={open} />}
    </>
  );
}
