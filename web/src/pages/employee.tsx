import type { ComponentChildren } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { AccountAnswer } from "#shared/account/account-answers.ts";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { call } from "../api/member-client.ts";
import { StatusBadge } from "../card/status-badge.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { Icon } from "../components/icon.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { officePages } from "../messages/office-pages.ts";
import { officer as text } from "../messages/officer.ts";
import { AccountPanel } from "../officer/account-panel.tsx";
import { isAccountStep } from "../officer/account-step.ts";
import { QrPanel, StatusPanel } from "../officer/danger-panels.tsx";
import { latestAddress } from "../officer/list-memory.ts";
import type { PageQuery } from "../officer/page-query.ts";
import { RecordPanel } from "../officer/record-panel.tsx";
import { type GoTo, type RecordStep, useRecordStep } from "../officer/record-step.ts";

/** Forms, which most visits do not need. */
const ChangeSection = lazyPart(() =>
  import("../officer/change-section.tsx").then((part) => part.ChangeSection),
);
const StatusSection = lazyPart(() =>
  import("../officer/status-section.tsx").then((part) => part.StatusSection),
);
const QrSection = lazyPart(() =>
  import("../officer/qr-section.tsx").then((part) => part.QrSection),
);
const CounterPhoto = lazyPart(() =>
  import("../officer/counter-photo.tsx").then((part) => part.CounterPhoto),
);
/** Somebody else was faster. */
const ChangedMeanwhile = lazyPart(() =>
  import("../officer/changed-meanwhile.tsx").then((part) => part.ChangedMeanwhile),
);
const AccountSteps = lazyPart(() =>
  import("../officer/account-steps.tsx").then((part) => part.AccountSteps),
);

const readEmployee = (id: string) => call("GET /api/officer/employees/{id}", { params: { id } });
/** Below the record, so that nothing moves when it comes. */
const BelowRecord = lazyPart(() =>
  import("../officer/below-record.tsx").then((part) => part.BelowRecord),
);

/** Without it the record is shown all the same. */
const readAccount = (id: string) =>
  call("GET /api/accounts/{id}", { params: { id } }).catch(() => undefined);

interface PageData {
  readonly employee: EmployeeAnswer;
  readonly account: AccountAnswer | undefined;
}

/** Both at once, so that nothing moves when the second one comes. */
async function readPage(id: string): Promise<PageData> {
  const [employee, account] = await Promise.all([readEmployee(id), readAccount(id)]);
  return { employee, account };
}

export function EmployeePage({ query }: { query: PageQuery }) {
  useTitle(officePages.employee);
  const { id = "" } = query;
  const load = useCallback(() => readPage(id), [id]);
  const { data, failure, reload, replace } = useLoad(load);
  return (
    <div class="fills-screen">
      <BackToList />
      <div class="page-top">
        <Heading>
          {data ? <span translate={false}>{data.employee.name}</span> : officePages.employee}
        </Heading>
        {data && (
          <p>
            {text.employment} <StatusBadge status={data.employee.status} />
          </p>
        )}
      </div>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && <Record key={data.employee.id} query={query} {...data} replace={replace} />}
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

interface RecordProps extends PageData {
  readonly query: PageQuery;
  readonly replace: (data: PageData) => void;
}

/** Long: what each step is given, in the order of the steps. */
function Record({ query, employee, account, replace }: RecordProps) {
  const { step, goTo } = useRecordStep(query);
  const [saved, setSaved] = useState<string>();
  /** The revision that this officer worked from, once somebody else was faster. */
  const [seen, setSeen] = useState<number>();
  useArrival(step, { isTold: saved !== undefined, onLeave: () => setSaved(undefined) });
  const sections = {
    employee,
    goTo,
    onSaved: (newest: EmployeeAnswer, message = text.saved) => {
      setSeen(undefined);
      setSaved(message);
      replace({ employee: newest, account });
      goTo(undefined, { replace: true });
    },
    onAsked: (message: string) => {
      setSeen(undefined);
      setSaved(message);
      goTo(undefined, { replace: true });
    },
    onConflict: async () => {
      const newest = await readEmployee(employee.id);
      setSeen((before) => before ?? employee.revision);
      replace({ employee: newest, account });
    },
  };
  const onAccount = (newest: AccountAnswer | undefined, message: string) => {
    setSaved(message);
    replace({ employee, account: newest });
    goTo(undefined, { replace: true });
  };
  if (employee.locked === undefined && (step === "ubah" || step === "periksa"))
    return <ChangeSection {...sections} step={step} />;
  if (employee.locked === undefined && (step === "kedudukan" || step === "kode-qr"))
    return (
      <>
        {seen !== undefined && <ChangedMeanwhile employee={employee} since={seen} />}
        {step === "kedudukan" ? <StatusSection {...sections} /> : <QrSection {...sections} />}
      </>
    );
  if (employee.locked === undefined && step === "foto") return <CounterPhoto {...sections} />;
  if (account && !account.locked && step && isAccountStep(step))
    return (
      <AccountSteps
        {...{ employee, account, step }}
        leave={() => goTo(undefined)}
        onDone={onAccount}
        onAsked={async (message) => onAccount(await readAccount(employee.id), message)}
      />
    );
  return (
    <RecordView employee={employee} account={account} goTo={goTo}>
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

interface RecordViewProps extends PageData {
  readonly goTo: GoTo;
  readonly children: ComponentChildren;
}

function RecordView({ employee, account, goTo, children }: RecordViewProps) {
  const { locked } = employee;
  return (
    <>
      <div role="status">{children}</div>
      {locked && <p class="notice notice-info">{text.locked[locked]}</p>}
      <div class="record-page">
        <RecordPanel employee={employee} goTo={goTo} />
        {!locked && (
          <div class="record-side">
            <StatusPanel employee={employee} goTo={goTo} />
            {!employee.diedOn && <QrPanel goTo={goTo} />}
          </div>
        )}
        <AccountPanel
          account={account}
          hasEmail={!!employee.email}
          hasDied={!!employee.diedOn}
          goTo={goTo}
        />
        <BelowRecord
          id={employee.id}
          name={employee.name}
          history={employee.history}
          revision={employee.revision}
          goTo={goTo}
        />
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
