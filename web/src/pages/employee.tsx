import { useCallback, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { EmployeeAnswer } from "#shared/http/contract.ts";
import { readEmployee } from "../api/officer-api.ts";
import { StatusBadge } from "../card/status-badge.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { officer as text } from "../messages/officer.ts";
import { ChangeSection } from "../officer/change-section.tsx";
import { DifferenceTable } from "../officer/difference-table.tsx";
import { differences, editableValues, type FieldDifference } from "../officer/employee-change.ts";
import { HistoryTable } from "../officer/history-table.tsx";
import { RecordFacts } from "../officer/record-facts.tsx";
import { StatusSection } from "../officer/status-section.tsx";

export function EmployeePage() {
  useTitle(common.pages.employee);
  const { id } = useLocation().query;
  const load = useCallback(() => readEmployee(id ?? ""), [id]);
  const { data, failure, reload, replace } = useLoad(load);
  return (
    <>
      <p>
        <a href={href("/petugas")}>{text.back}</a>
      </p>
      <div class="page-top">
        <Heading>{data?.name ?? common.pages.employee}</Heading>
        {data && <StatusBadge status={data.status} />}
      </div>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && <Record employee={data} replace={replace} reload={reload} />}
    </>
  );
}

interface RecordProps {
  readonly employee: EmployeeAnswer;
  readonly replace: (employee: EmployeeAnswer) => void;
  readonly reload: () => void;
}

function Record({ employee, replace, reload }: RecordProps) {
  const [saved, setSaved] = useState(false);
  const conflict = useConflict(employee);
  const sections = {
    employee,
    onSaved: (newest: EmployeeAnswer) => {
      conflict.forget();
      setSaved(true);
      replace(newest);
    },
    onConflict: () => {
      conflict.note();
      setSaved(false);
      reload();
    },
  };
  return (
    <div class="record-page">
      <div class="wide" role="status">
        {saved && <p class="notice notice-good">{text.saved}</p>}
        {conflict.found.length > 0 && (
          <div class="notice notice-warning">
            <h2>{text.changedMeanwhile}</h2>
            <p>{text.changedMeanwhileText}</p>
            <DifferenceTable caption={text.changedMeanwhile} differences={conflict.found} />
          </div>
        )}
      </div>
      <ChangeSection {...sections} />
      <div>
        <RecordFacts employee={employee} />
        <br />
        <StatusSection {...sections} />
      </div>
      <HistoryTable history={employee.history.items} />
    </div>
  );
}

/** What others changed since the record this officer worked from. */
function useConflict(employee: EmployeeAnswer): {
  readonly found: readonly FieldDifference[];
  readonly note: () => void;
  readonly forget: () => void;
} {
  const [seen, setSeen] = useState<EmployeeAnswer>();
  const current = useRef(employee);
  current.current = employee;
  return {
    found: seen ? differences(editableValues(seen), editableValues(employee)) : [],
    note: () => setSeen((before) => before ?? current.current),
    forget: () => setSeen(undefined),
  };
}
