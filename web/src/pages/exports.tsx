import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { type AccountList, accountLists } from "#shared/account/account-lists.ts";
import type { ExportFilter } from "#shared/export/export.ts";
import type { ExportAnswer } from "#shared/export/export-answers.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { call } from "../api/member-client.ts";
import { Fact } from "../approval/old-and-new.tsx";
import { Heading } from "../components/heading.tsx";
import { Form } from "../forms/form.tsx";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { accountLists as listText } from "../messages/account-lists.ts";
import { exportTexts as text } from "../messages/export.ts";
import { officePages } from "../messages/office-pages.ts";
import { officer } from "../messages/officer.ts";
import { search } from "../messages/search.ts";
import { ExportList } from "../officer/export-list.tsx";
import { filterLine } from "../officer/filter-words.ts";
import { latestAddress } from "../officer/list-memory.ts";
import { everybody, latestPlace } from "../officer/list-place.ts";
import type { PageQuery } from "../officer/page-query.ts";
import { SelectField } from "../officer/select-field.tsx";

const AskForLarge = lazyPart(() =>
  import("../officer/ask-for-large.tsx").then((part) => part.AskForLarge),
);

/** An officer takes out the people that the list's filter finds, or a list of accounts: which, how, then the file, with those of the last day. */
export function ExportsPage({ query }: { query: PageQuery }) {
  const list = accountLists.find((each) => each === query.daftar);
  const [asked, setAsked] = useState(0);
  const [large, setLarge] = useState<ExportAnswer>();
  // An auditor comes here by the address alone.
  const [isForbidden, setForbidden] = useState(false);
  const more = () => setAsked((count) => count + 1);
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/petugas")}>{officer.back}</a>
      </p>
      <Heading>{officePages.exports}</Heading>
      <p class="lead">{text.lead}</p>
      <div hidden={isForbidden}>
        {large ? (
          <AskForLarge
            large={large}
            leave={() => setLarge(undefined)}
            onAsked={() => {
              setLarge(undefined);
              more();
            }}
          />
        ) : (
          <NewExport key={list} list={list} onAsked={more} />
        )}
      </div>
      <ExportList asked={asked} ask={setLarge} onForbidden={() => setForbidden(true)} />
    </div>
  );
}

interface NewExportProps {
  /** Absent: what the list of people was filtered by. */
  readonly list: AccountList | undefined;
  readonly onAsked: () => void;
}

function NewExport({ list, onAsked }: NewExportProps) {
  const { change, ...filter } = useFilter(list);
  // The same until it is answered: a request whose answer was lost is not a second export.
  const requestId = useRef<string>(undefined);
  return (
    <div class="narrow-form">
      <h2>{text.filter}</h2>
      <dl class="record-facts">
        <FilterFacts {...filter} />
      </dl>
      <p>
        <a href={href(change)}>{list ? text.changeList : text.change}</a>
      </p>
      <Form
        title={officePages.exports}
        names={["format"]}
        check={() => []}
        submit={text.submit}
        send={async (values) => {
          requestId.current ??= crypto.randomUUID();
          const format = keysOf(text.formats).find((each) => each === values.format) ?? "xlsx";
          const body = { requestId: requestId.current, ...filter, format };
          await call("POST /api/officer/exports", { body });
          requestId.current = undefined;
          onAsked();
        }}
      >
        <SelectField
          name="format"
          label={text.format}
          options={Object.entries(text.formats)}
          value="xlsx"
        />
      </Form>
    </div>
  );
}

function FilterFacts({ q, status, list, ...others }: ExportFilter) {
  if (list) return <Fact term={text.list}>{listText.names[list]}</Fact>;
  return (
    <>
      <Fact term={text.search}>
        {q === "" ? text.everyone : <span translate={false}>{q}</span>}
      </Fact>
      <Fact term={text.status}>{status ? text.statuses[status] : text.anyStatus}</Fact>
      {filterLine(others) !== "" && <Fact term={search.filtered}>{filterLine(others)}</Fact>}
    </>
  );
}

/** Which people, and where that is chosen. The list's filter is known only in the browser: the prerendered page has no memory. */
function useFilter(list: AccountList | undefined): ExportFilter & { readonly change: string } {
  const [place, setPlace] = useState({ ...everybody, change: "/petugas" });
  useLayoutEffect(() => setPlace({ ...latestPlace(), change: latestAddress() }), []);
  const { change, q, status, kind, unit, tag } = place;
  return list
    ? { q: "", list, change: `/petugas/akun?daftar=${list}` }
    : {
        ...{ change, q, ...(status && { status }), ...(unit && { unit }) },
        ...{ ...(kind && { employeeKind: kind }), ...(tag && { tag }) },
      };
}
