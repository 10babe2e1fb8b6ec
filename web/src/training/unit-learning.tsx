/** Who of a unit is short of a year's JP. */
import { useCallback } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { UnitLearningAnswer } from "#shared/training/result-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { training } from "../messages/training.ts";
import { trainingDesk } from "../messages/training-desk.ts";
import { type Column, DataTable } from "../officer/data-table.tsx";
import { listPages } from "../officer/list-pages.ts";
import { UnitField } from "../officer/unit-field.tsx";

const { learning: text, pageParts } = trainingDesk;
const isYear = (typed: string): boolean => /^20\d\d$/.test(typed);

const learningPath = `${listPages.trainings}&lihat=jp`;

/** Which unit and year; then its people. */
export function UnitLearning() {
  const { route, query } = useLocation();
  const { unit = "", tahun = "" } = query;
  const year = isYear(tahun) ? tahun : undefined;
  return (
    <>
      <div class="panel narrow-form">
        <Form
          title={pageParts.learning}
          names={["unit", "tahun"]}
          check={(values) => [
            ...problemsOf(values, { unit: required, tahun: required }),
            ...(values.tahun !== "" && !isYear(values.tahun.trim())
              ? [{ field: "tahun", code: "malformed" } as const]
              : []),
          ]}
          problems={{ malformed: text.wrongYear }}
          submit={text.show}
          send={async ({ unit: chosen, tahun: typed }) => {
            const said = new URLSearchParams({ unit: chosen.trim(), tahun: typed.trim() });
            route(href(`${learningPath}&${said}`));
          }}
        >
          <UnitField name="unit" unit={unit} label={`${text.unit} *`} hint={undefined} />
          <TextField
            name="tahun"
            label={`${text.year} *`}
            hint={text.yearHint}
            defaultValue={year ?? new Date().toISOString().slice(0, 4)}
            autoComplete="off"
          />
        </Form>
      </div>
      {unit !== "" && year && <People key={`${unit} ${year}`} unit={unit} year={year} />}
    </>
  );
}

type Row = UnitLearningAnswer["items"][number];

/** All pages of it, who is most short first. */
async function readAll(unit: string, year: string): Promise<readonly Row[]> {
  const items: Row[] = [];
  let cursor: UnitLearningAnswer["cursor"];
  do {
    const query = { unit, year, ...(cursor && { cursor }) };
    const page = await call("GET /api/officer/agency/learning", { query });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return items.sort((a, b) => b.short - a.short || a.name.localeCompare(b.name, "id"));
}

const columns: readonly Column<Row>[] = [
  { key: "name", label: text.name, cell: ({ name }) => <span translate={false}>{name}</span> },
  { key: "jp", label: text.jp, cell: ({ jp }) => jp },
  { key: "target", label: text.target, cell: ({ target }) => (target === 0 ? "–" : target) },
  {
    key: "left",
    label: text.left,
    cell: ({ exempt, short }) =>
      exempt ? training.exempt[exempt] : short > 0 ? <strong>{short}</strong> : text.reached,
  },
];

function People({ unit, year }: { readonly unit: string; readonly year: string }) {
  const read = useCallback(() => readAll(unit, year), [unit, year]);
  const { data, failure, reload } = useLoad(read);
  const title = text.of(unit, Number(year));
  return (
    <section aria-labelledby="unit-title">
      <h2 id="unit-title">{title}</h2>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data?.length === 0 && <p>{text.nobody}</p>}
      {data && data.length > 0 && (
        <>
          <p>{text.short(data.filter(({ short }) => short > 0).length, data.length)}</p>
          <DataTable caption={title} columns={columns} rows={data} keyOf={({ id }) => id} />
        </>
      )}
    </section>
  );
}
