import type { ComponentChildren } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { call } from "../api/member-client.ts";
import { StatusBadge } from "../card/status-badge.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { Icon } from "../components/icon.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { officer as text } from "../messages/officer.ts";
import { ChangeSection } from "../officer/change-section.tsx";
import { DifferenceTable } from "../officer/difference-table.tsx";
import { differences, editableValues, type FieldDifference } from "../officer/employee-change.ts";
import { HistorySection } from "../officer/history-section.tsx";
import { latestAddress } from "../officer/list-place.ts";
import type { PageQuery } from "../officer/page-query.ts";
import { QrPanel, QrSection } from "../officer/qr-section.tsx";
import { RecordFacts } from "../officer/record-facts.tsx";
import { type GoTo, type RecordStep, useRecordStep } from "../officer/record-step.ts";
import { StatusPanel, StatusSection } from "../officer/status-section.tsx";

const readEmployee = (id: string) => call("GET /api/officer/employees/{id}", { params: { id } });

export function EmployeePage({ query }: { query: PageQuery }) {
  useTitle(common.pages.employee);
  const { id = "" } = query;
  const load = useCallback(() => call("GET /api/officer/employees/{id}", { params: { id } }), [id]);
  const { data, failure, reload, replace } = useLoad(load);
  return (
    <div class="fills-screen">
      <BackToList />
      <div class="page-top">
        <Heading>
          {data ? <span translate={false}>{data.name}</span> : common.pages.employee}
        </Heading>
        {data && <StatusBadge status={data.status} />}
      </div>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && <Record key={data.id} query={query} employee={data} replace={replace} />}
    </div>
  );
}

/** To the list as it was left. Known only in the browser: the prerendered page leads to its beginning. */
function BackToList() {
  const [address, setAddress] = useState("/petugas");
  useEffect(() => setAddress(latestAddress()), []);
  return (
    <p>
      <a href={href(address)}>{text.back}</a>
    </p>
  );
}

interface RecordProps {
  readonly query: PageQuery;
  readonly employee: EmployeeAnswer;
  readonly replace: (employee: EmployeeAnswer) => void;
}

function Record({ query, employee, replace }: RecordProps) {
  const { step, goTo } = useRecordStep(query);
  const [saved, setSaved] = useState<string>();
  const conflict = useConflict(employee);
  useArrival(step, { isTold: saved !== undefined, onLeave: () => setSaved(undefined) });
  const sections = {
    employee,
    goTo,
    onSaved: (newest: EmployeeAnswer, message = text.saved) => {
      conflict.forget();
      setSaved(message);
      replace(newest);
      goTo(undefined, { replace: true });
    },
    onConflict: async () => {
      const newest = await readEmployee(employee.id);
      conflict.note();
      replace(newest);
    },
  };
  const changed = <ChangedMeanwhile found={conflict.found} />;
  if (employee.locked === undefined && (step === "ubah" || step === "periksa"))
    return <ChangeSection {...sections} step={step} conflict={changed} />;
  if (employee.locked === undefined && (step === "kedudukan" || step === "kode-qr"))
    return (
      <>
        {changed}
        {step === "kedudukan" ? <StatusSection {...sections} /> : <QrSection {...sections} />}
      </>
    );
  return (
    <RecordView employee={employee} goTo={goTo}>
      {saved && <Saved message={saved} />}
    </RecordView>
  );
}

/** Back at the record its heading has the focus, unless something more important is told. */
function useArrival(
  step: RecordStep | undefined,
  { isTold, onLeave }: { readonly isTold: boolean; readonly onLeave: () => void },
): void {
  const before = useRef(step);
  useEffect(() => {
    const isBack = before.current !== undefined && step === undefined;
    before.current = step;
    if (step) onLeave();
    if (!isBack || isTold) return;
    document.querySelector<HTMLElement>("h1")?.focus();
    scrollTo(0, 0);
  }, [step]);
}

interface RecordViewProps {
  readonly employee: EmployeeAnswer;
  readonly goTo: GoTo;
  readonly children: ComponentChildren;
}

function RecordView({ employee, goTo, children }: RecordViewProps) {
  const { locked, unitKerja } = employee;
  return (
    <>
      <div role="status">{children}</div>
      {locked && <p class="notice notice-info">{text.locked[locked]}</p>}
      <div class="record-page">
        <section class="panel" aria-labelledby="record-title">
          <h2 id="record-title">{text.record}</h2>
          <RecordFacts employee={employee} />
          {!locked && (
            <div class="button-row">
              <button class="button" type="button" onClick={() => goTo("ubah")}>
                {text.edit}
              </button>
              <a href={href(`/petugas/cetak?unit=${encodeURIComponent(unitKerja)}`)}>
                {text.printUnit}
              </a>
            </div>
          )}
        </section>
        {!locked && (
          <div class="record-side">
            <StatusPanel employee={employee} goTo={goTo} />
            <QrPanel goTo={goTo} />
          </div>
        )}
        <HistorySection id={employee.id} history={employee.history} />
      </div>
    </>
  );
}

/** What was just done takes the focus. */
function Saved({ message }: { message: string }) {
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    notice.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  return (
    <p class="notice notice-good" tabIndex={-1} ref={notice}>
      <Icon name="check" /> {message}
    </p>
  );
}

function ChangedMeanwhile({ found }: { found: readonly FieldDifference[] }) {
  if (found.length === 0) return null;
  return (
    <div class="notice notice-warning">
      <h3>{text.changedMeanwhile}</h3>
      <p>{text.changedMeanwhileText}</p>
      <DifferenceTable caption={text.changedMeanwhile} differences={found} />
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
