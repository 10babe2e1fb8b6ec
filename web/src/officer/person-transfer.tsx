import { useCallback, useState } from "preact/hooks";
import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import type { ToldTransfer, TransferAnswer } from "#shared/transfer/transfer-answers.ts";
import type { AnswerOf } from "../api/api-routes.ts";
import { call } from "../api/member-client.ts";
import { Fact } from "../approval/old-and-new.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { officer } from "../messages/officer.ts";
import { recordForms } from "../messages/record-forms.ts";
import { transfers as text } from "../messages/transfers.ts";
import { Instant } from "../session/instant.tsx";
import { AskSection } from "./ask-section.tsx";
import { type TypedTexts, transferDraft } from "./form-draft.ts";
import { KeptForm } from "./kept-form.tsx";
import { SelectField } from "./select-field.tsx";
import { problemsOfSource, SourceFields, sourceOf, sourceText } from "./source-fields.tsx";
import { Told } from "./told.tsx";

type Agencies = AnswerOf<"GET /api/accounts/agencies">["items"];

interface PageData {
  readonly employee: EmployeeAnswer;
  readonly answer: TransferAnswer;
  readonly agencies: Agencies;
}

async function readPage(id: string): Promise<PageData> {
  const params = { params: { id } };
  const [employee, answer] = await Promise.all([
    call("GET /api/officer/employees/{id}", params),
    call("GET /api/accounts/{id}/transfer", params),
  ]);
  // Who changes nothing chooses no agency.
  const items = employee.locked ? [] : (await call("GET /api/accounts/agencies")).items;
  return { employee, answer, agencies: items };
}

type Step = "release" | "withdraw";

/** The newest transfer of one person to another agency; a petugas asks for one, and takes it back. */
export function PersonTransfer({ id }: { readonly id: string }) {
  const load = useCallback(() => readPage(id), [id]);
  const { data, failure, reload } = useLoad(load);
  const [step, setStep] = useState<Step>();
  const [done, setDone] = useState<string>();
  const way = {
    leave: () => setStep(undefined),
    onAsked: (message: string) => {
      setStep(undefined);
      setDone(message);
      reload();
    },
  };
  if (!data)
    return failure ? (
      <FailureNotice failure={failure} retry={reload} />
    ) : (
      <p role="status">{common.loading}</p>
    );
  if (step === "release")
    return (
      <KeptForm draft={transferDraft} id={id}>
        {(begun) => <Release {...{ ...data, begun }} {...transferDraft.way(way)} />}
      </KeptForm>
    );
  if (step) return <Withdraw employee={data.employee} {...way} />;
  const begin = (next: Step) => {
    setDone(undefined);
    setStep(next);
  };
  return <Newest {...data} done={done} begin={begin} />;
}

interface NewestProps extends PageData {
  readonly done: string | undefined;
  readonly begin: (step: Step) => void;
}

function Newest({ employee, answer: { transfer }, done, begin }: NewestProps) {
  const isOpen = transfer?.state === "released";
  return (
    <section class="print-list" aria-labelledby="transfer-title">
      <Told message={done} />
      <h2 id="transfer-title" translate={false}>
        {text.ofPerson(employee.name)}
      </h2>
      {employee.locked && <p class="notice notice-info">{officer.locked[employee.locked]}</p>}
      {transfer ? (
        <Facts transfer={transfer} />
      ) : (
        <p>
          {text.none} {employee.locked !== "role" && text.othersWait}
        </p>
      )}
      {!employee.locked && (
        <p>
          <button
            class={isOpen ? "button button-quiet" : "button"}
            type="button"
            onClick={() => begin(isOpen ? "withdraw" : "release")}
          >
            {isOpen ? text.withdraw : text.release}
          </button>
        </p>
      )}
      <p>
        <a href={href(`/petugas/pegawai?id=${employee.id}`)}>{text.toRecord}</a> ·{" "}
        <a href={href("/petugas/sk?bagian=pindah")}>{text.toArriving}</a>
      </p>
    </section>
  );
}

function Facts({ transfer }: { readonly transfer: ToldTransfer }) {
  const { to, state, source, releasedAt, until, endReason } = transfer;
  return (
    <dl class="record-facts">
      <Fact term={text.to}>
        <span translate={false}>{to}</span>
      </Fact>
      <Fact term={text.state}>{text.states[state]}</Fact>
      <Fact term={text.source}>
        <span translate={false}>{sourceText(source)}</span>
      </Fact>
      <Fact term={text.released}>
        <Instant at={releasedAt} />
      </Fact>
      {state === "released" && (
        <Fact term={text.until}>
          <Instant at={until} />
        </Fact>
      )}
      {endReason && (
        <Fact term={text.reason}>
          <span translate={false}>{endReason}</span>
        </Fact>
      )}
    </dl>
  );
}

interface WayProps {
  readonly leave: () => void;
  readonly onAsked: (message: string) => void;
}

const failures = { ...recordForms.failures, ...text.failures };

interface ReleaseProps extends WayProps {
  readonly employee: EmployeeAnswer;
  readonly agencies: Agencies;
  readonly begun: TypedTexts;
}

/** Long: markup, in the order of the page. */
function Release({ employee, agencies, begun, ...way }: ReleaseProps) {
  const { id, revision } = employee;
  return (
    <AskSection
      {...way}
      id="release-title"
      begun={begun.reason}
      about={employee}
      words={{
        ...{ title: text.release, hint: text.releaseHint, reasonHint: text.reasonHint },
        ...{ submit: text.submit, done: text.asked },
      }}
      problems={recordForms.problems}
      failures={failures}
      names={["to", "sourceNumber", "sourceDay"]}
      check={(values) => [
        ...problemsOf(values, { to: required, sourceNumber: required, sourceDay: required }),
        ...problemsOfSource(values),
      ]}
      ask={({ to, ...typed }, request) => {
        const { source = { number: "" } } = sourceOf(typed);
        const body = { ...request, revision, to, source };
        return call("POST /api/accounts/{id}/transfer", { params: { id }, body });
      }}
    >
      <SelectField
        name="to"
        label={`${text.to} *`}
        options={[["", text.choose], ...agencies.map((each) => [each.id, each.name] as const)]}
        value={begun.to ?? ""}
      />
      <SourceFields needed typed={begun} />
    </AskSection>
  );
}

function Withdraw({ employee, ...way }: WayProps & { readonly employee: EmployeeAnswer }) {
  const { id } = employee;
  return (
    <AskSection
      {...way}
      id="withdraw-title"
      about={employee}
      words={{
        ...{ title: text.withdraw, hint: text.withdrawHint, reasonHint: text.reasonHint },
        ...{ submit: text.withdraw, done: text.withdrawn },
      }}
      failures={failures}
      names={[]}
      check={() => []}
      ask={(_, { reason }) =>
        call("POST /api/accounts/{id}/transfer/withdraw", { params: { id }, body: { reason } })
      }
    />
  );
}
