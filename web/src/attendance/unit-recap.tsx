import { useCallback } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { RecapAnswer } from "#shared/attendance/attendance-answers.ts";
import { fileAddress, request } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { useReading } from "../components/use-reading.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { Form } from "../forms/form.tsx";
import { href } from "../language.ts";
import { attendance as text } from "../messages/attendance.ts";
import { common } from "../messages/common.ts";
import { type Column, DataTable } from "../officer/data-table.tsx";
import { UnitField } from "../officer/unit-field.tsx";
import { saveFile } from "../save-file.ts";
import { monthOfYear } from "../workday/weekday-text.ts";
import { addressOf } from "./address.ts";
import { LockUnit } from "./lock-unit.tsx";
import { MonthField } from "./month-field.tsx";
import { UnitSum } from "./month-sum.tsx";

interface UnitRecapProps {
  readonly unit: string;
  readonly month: string | undefined;
}

/** Which unit and month; then its people in figures. */
export function UnitRecap({ unit, month }: UnitRecapProps) {
  const { route } = useLocation();
  return (
    <>
      <div class="panel narrow-form">
        <Form
          title={text.parts.rekap}
          names={["unit", "bulan"]}
          check={(values) => problemsOf(values, { unit: required })}
          submit={text.show}
          send={async ({ unit: chosen, bulan }) =>
            route(href(addressOf({ unit: chosen.trim(), month: bulan })))
          }
        >
          <UnitField name="unit" unit={unit} label={`${text.unit} *`} hint={undefined} />
          <MonthField month={month} />
        </Form>
      </div>
      {unit !== "" && month && <Recap key={`${unit} ${month}`} unit={unit} month={month} />}
    </>
  );
}

/** All pages of it: a unit has a page or two. */
async function readAll(unit: string, month: string) {
  const items: RecapAnswer["items"][number][] = [];
  let cursor: RecapAnswer["cursor"];
  let readOnly = false;
  do {
    const query = { unit, month, ...(cursor && { cursor }) };
    const page = await call("GET /api/officer/agency/attendance/recap", { query });
    items.push(...page.items);
    cursor = page.cursor;
    readOnly = page.readOnly ?? false;
  } while (cursor);
  items.sort((a, b) => a.name.localeCompare(b.name, "id"));
  return { items, readOnly };
}

function Recap({ unit, month }: { readonly unit: string; readonly month: string }) {
  const read = useCallback(() => readAll(unit, month), [unit, month]);
  const { data, failure, reload } = useLoad(read);
  const title = text.recapOf(unit, monthOfYear(month));
  return (
    <section class="outcome" aria-labelledby="recap-title" aria-busy={!data && !failure}>
      <h2 id="recap-title">{title}</h2>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data?.items.length === 0 && <p>{text.nobody}</p>}
      {data && data.items.length > 0 && (
        <>
          <UnitSum people={data.items} />
          <DataTable
            caption={title}
            columns={columnsOf(unit, month)}
            rows={data.items}
            keyOf={({ id }) => id}
          />
          <p class="hint">{text.thresholdNote}</p>
          <Sheets unit={unit} month={month} />
          {!data.readOnly && <LockUnit unit={unit} month={month} onLocked={reload} />}
        </>
      )}
    </section>
  );
}

type Row = RecapAnswer["items"][number];

/** Long: a table of columns. */
function columnsOf(unit: string, month: string): readonly Column<Row>[] {
  return [
    {
      key: "name",
      label: text.name,
      cell: ({ id, name }) => <a href={href(addressOf({ unit, month, id }))}>{name}</a>,
    },
    { key: "workdays", label: text.workdays, cell: ({ recap }) => recap.workdays },
    { key: "present", label: text.present, cell: ({ recap }) => recap.present },
    {
      key: "late",
      label: text.late,
      cell: ({ recap: { late } }) => text.times(late.count, late.minutes),
    },
    {
      key: "early",
      label: text.early,
      cell: ({ recap: { early } }) => text.times(early.count, early.minutes),
    },
    { key: "lacking", label: text.lacking, cell: ({ recap }) => `${recap.noIn} / ${recap.noOut}` },
    {
      key: "away",
      label: text.away,
      cell: ({ recap: { away } }) => Object.values(away).reduce((sum, days) => sum + days, 0),
    },
    {
      key: "absent",
      label: text.absent,
      cell: ({ recap: { absent, absentInYear } }) =>
        absentInYear > absent ? `${absent} (${text.inYear(absentInYear)})` : absent,
    },
    {
      key: "threshold",
      label: text.threshold,
      cell: ({ recap: { reached } }) => (reached ? text.measures[reached.measure] : "–"),
    },
    {
      key: "state",
      label: text.state,
      cell: ({ closed, lateLeave, twoGates }) => (
        <>
          {closed ? text.locked : text.open}
          {lateLeave && <span class="notice notice-warning">{text.lateLeave}</span>}
          {twoGates && <span class="notice notice-warning">{text.twoGates(twoGates)}</span>}
        </>
      ),
    },
  ];
}

/** The recap as a file: saved only when it has come. */
function Sheets({ unit, month }: { readonly unit: string; readonly month: string }) {
  const { failure, busy, run } = useReading();
  const save = (format: "csv" | "xlsx") =>
    run(async () => {
      const query = { unit, month, format };
      const address = fileAddress("GET /api/officer/agency/attendance/sheet", { query });
      saveFile(`presensi-${month}.${format}`, await (await request(address, {})).blob());
    });
  return (
    <>
      <p class="button-row">
        {(["csv", "xlsx"] as const).map((format) => (
          <button
            key={format}
            class="button button-quiet"
            type="button"
            {...(busy && { "aria-disabled": true })}
            onClick={() => save(format)}
          >
            {text[format]}
          </button>
        ))}
      </p>
      {failure && <FailureNotice failure={failure} retry={() => save("xlsx")} />}
    </>
  );
}
