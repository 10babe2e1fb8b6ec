import { useCallback, useState } from "preact/hooks";
import type { EmployeeListAnswer } from "#shared/http/contract.ts";
import { type EmployeeQuery, listEmployees } from "../api/officer-api.ts";
import { StatusBadge } from "../card/status-badge.tsx";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { Icon } from "../components/icon.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { TextField } from "../forms/field.tsx";
import { href } from "../language.ts";
import { card } from "../messages/card.ts";
import { common } from "../messages/common.ts";
import { officer as text } from "../messages/officer.ts";
import { SelectField } from "../officer/select-field.tsx";

const everybody: EmployeeQuery = { q: "", status: "" };

/** Search, filter and paging happen on the server. The words searched for stay out of the page's address: a NIP may be among them. */
export function EmployeesPage() {
  useTitle(common.pages.employees);
  const [query, setQuery] = useState(everybody);
  const [cursors, setCursors] = useState<readonly (string | undefined)[]>([undefined]);
  const cursor = cursors.at(-1);
  const load = useCallback(() => listEmployees({ ...query, cursor }), [query, cursor]);
  const { data, failure, reload } = useLoad(load);
  return (
    <>
      <Heading>{common.pages.employees}</Heading>
      <p>
        <a href={href("/petugas/cetak")}>{common.pages.unitPrint}</a>
      </p>
      <search>
        <Filters
          find={(wanted) => {
            setCursors([undefined]);
            setQuery(wanted);
          }}
        />
      </search>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      <p role="status">{!failure && statusText(data)}</p>
      {data && data.items.length > 0 && <EmployeeTable items={data.items} />}
      <div class="button-row">
        {cursors.length > 1 && (
          <button
            class="button button-quiet"
            type="button"
            onClick={() => setCursors(cursors.slice(0, -1))}
          >
            {text.previous}
          </button>
        )}
        {data?.cursor && (
          <button
            class="button button-quiet"
            type="button"
            onClick={() => setCursors([...cursors, data.cursor])}
          >
            {text.next}
          </button>
        )}
      </div>
    </>
  );
}

function statusText(data: EmployeeListAnswer | undefined): string {
  if (!data) return common.loading;
  return data.items.length === 0 ? text.none : text.shown(data.items.length);
}

function Filters({ find }: { find: (query: EmployeeQuery) => void }) {
  return (
    <form
      class="filters"
      method="post"
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        find({
          q: String(data.get("q") ?? "").trim(),
          status: String(data.get("status") ?? "") as EmployeeQuery["status"],
        });
      }}
    >
      <TextField
        name="q"
        type="search"
        label={text.query}
        hint={text.queryHint}
        autoComplete="off"
        spellcheck={false}
      />
      <SelectField
        name="status"
        label={text.status}
        options={[["", text.allStatuses], ...Object.entries(card.status)]}
        value=""
      />
      <button class="button" type="submit">
        <Icon name="search" /> {text.submit}
      </button>
    </form>
  );
}

function EmployeeTable({ items }: Pick<EmployeeListAnswer, "items">) {
  const { columns } = text;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section class="table-scroll table-wide" aria-label={text.list} tabIndex={0}>
      <table>
        <caption>{text.list}</caption>
        <thead>
          <tr>
            {Object.entries(columns).map(([column, label]) => (
              <th key={column} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, name, nip, kind, golongan, jabatan, unitKerja, status }) => (
            <tr key={id}>
              <th scope="row">
                <a href={href(`/petugas/pegawai?id=${encodeURIComponent(id)}`)}>{name}</a>
              </th>
              <td class="number">{nip}</td>
              <td>{kind}</td>
              <td>{golongan}</td>
              <td>{jabatan}</td>
              <td>{unitKerja}</td>
              <td>
                <StatusBadge status={status} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
