/** The annual leave of a person, as officers keep it: what is left, what changed, and a correction with its reason. */
import { useCallback, useRef } from "preact/hooks";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { AnswerOf } from "../api/api-routes.ts";
import { call } from "../api/member-client.ts";
import { dayText } from "../clock-text.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { leaveKeeping as text } from "../messages/leave-keeping.ts";
import { ownDataFile } from "../messages/own-data-file.ts";
import { SelectField } from "../officer/select-field.tsx";
import { Told } from "../officer/told.tsx";
import { LeaveNotes } from "./leave-notes.tsx";

type Kept = AnswerOf<"GET /api/requests/ledgers/{id}">;

export function KeptLeave({ id }: { readonly id: EmployeeId | undefined }) {
  return id ? <OfPerson key={id} id={id} /> : <p>{text.missing}</p>;
}

interface Shown {
  readonly kept: Kept;
  readonly told: string | undefined;
  /** How many corrections were made here: each has a form of its own. */
  readonly made: number;
}

function OfPerson({ id }: { readonly id: EmployeeId }) {
  const load = useCallback(
    async (): Promise<Shown> => ({
      kept: await call("GET /api/requests/ledgers/{id}", { params: { id } }),
      ...{ told: undefined, made: 0 },
    }),
    [id],
  );
  const { data, failure, reload, replace } = useLoad(load);
  return (
    <>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && (
        <>
          <Told message={data.told} />
          <div class="panels">
            <Whole id={id} kept={data.kept} />
            {data.kept.own ? (
              <p class="notice notice-info">{text.own}</p>
            ) : (
              <Correct
                key={data.made}
                id={id}
                year={data.kept.year}
                onDone={(kept) => replace({ kept, told: text.done, made: data.made + 1 })}
              />
            )}
          </div>
        </>
      )}
    </>
  );
}

const thisMonth = () => new Date().toISOString().slice(0, 7);

function Whole({ id, kept }: { readonly id: EmployeeId; readonly kept: Kept }) {
  const { name, nip, unitKerja, movements } = kept;
  return (
    <>
      <p class="lead" translate={false}>
        {name}, {nip}, {unitKerja}
      </p>
      <p class="button-row">
        <a class="button button-quiet" href={href(`/petugas/pegawai?id=${id}`)}>
          {text.record}
        </a>
        <a
          class="button button-quiet"
          href={href(`/pengajuan?bagian=putusan&bulan=${thisMonth()}`)}
        >
          {text.calendar}
        </a>
      </p>
      <section class="panel" aria-labelledby="balance-title">
        <h2 id="balance-title">{text.balance}</h2>
        <LeaveNotes {...kept} />
      </section>
      <section class="panel" aria-labelledby="movements-title">
        <h2 id="movements-title">{text.movements}</h2>
        {movements.length === 0 && <p>{text.none}</p>}
        <ul>
          {movements.map(({ kind, days, source, on }, i) => (
            <li key={movements.length - i}>
              {dayText(on)}. {text.movement(ownDataFile.movements[kind], days, source)}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

interface CorrectProps {
  readonly id: EmployeeId;
  readonly year: number;
  readonly onDone: (kept: Kept) => void;
}

/** «-2», also with the sign that word processors write. */
const wholeDays = (typed: string) => {
  const plain = typed.trim().replace(/^[−–]/, "-");
  const days = /^-?\d{1,2}$/.test(plain) ? Number(plain) : Number.NaN;
  return Math.abs(days) <= 60 ? days : Number.NaN;
};

/** Long: markup, in the order of the form. */
function Correct({ id, year, onDone }: CorrectProps) {
  // One form is one correction, however often it is sent.
  const key = useRef(crypto.randomUUID().replaceAll("-", ""));
  return (
    <section class="panel narrow-form" aria-labelledby="correct-title">
      <h2 id="correct-title">{text.title}</h2>
      <p>{text.hint}</p>
      <Form
        title={text.title}
        names={["source", "days", "reason"]}
        check={({ days, reason }) => [
          ...(days.trim() === "" ? [{ field: "days", code: "required" } as const] : []),
          ...(days.trim() !== "" && Number.isNaN(wholeDays(days))
            ? [{ field: "days", code: "number-malformed" } as const]
            : []),
          ...(wholeDays(days) === 0 ? [{ field: "days", code: "nothing-changed" } as const] : []),
          ...(reason.trim() === "" ? [{ field: "reason", code: "required" } as const] : []),
        ]}
        problems={text.problems}
        failures={{ "leave-moved": text.moved }}
        submit={text.send}
        send={async ({ source, days, reason }) =>
          onDone(
            await call("POST /api/requests/ledgers/{id}/corrections", {
              params: { id },
              body: { key: key.current, source: Number(source), days: wholeDays(days), reason },
            }),
          )
        }
      >
        <SelectField
          name="source"
          label={`${text.source} *`}
          options={[0, 1, 2].map((back) => [String(year - back), String(year - back)])}
          value={String(year - 1)}
        />
        <TextField name="days" label={`${text.days} *`} hint={text.daysHint} autoComplete="off" />
        <TextField
          name="reason"
          label={`${text.reason} *`}
          hint={text.reasonHint}
          autoComplete="off"
        />
      </Form>
    </section>
  );
}
