import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { ExportAnswer } from "#shared/export/export-answers.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { call } from "../api/member-client.ts";
import { Fact } from "../approval/old-and-new.tsx";
import { Heading } from "../components/heading.tsx";
import { Form } from "../forms/form.tsx";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { exportTexts as text } from "../messages/export.ts";
import { officer } from "../messages/officer.ts";
import { ExportList } from "../officer/export-list.tsx";
import { everybody, latestAddress, latestPlace } from "../officer/list-place.ts";
import { SelectField } from "../officer/select-field.tsx";

const AskForLarge = lazyPart(() =>
  import("../officer/ask-for-large.tsx").then((part) => part.AskForLarge),
);

/** An officer takes out the people that the list's filter finds: which, how, then the file, with those of the last day. */
export function ExportsPage() {
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
      <Heading>{common.pages.exports}</Heading>
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
          <NewExport onAsked={more} />
        )}
      </div>
      <ExportList asked={asked} ask={setLarge} onForbidden={() => setForbidden(true)} />
    </div>
  );
}

function NewExport({ onAsked }: { readonly onAsked: () => void }) {
  const { q, status, change } = useFilter();
  // The same until it is answered: a request whose answer was lost is not a second export.
  const requestId = useRef<string>(undefined);
  return (
    <div class="narrow-form">
      <h2>{text.filter}</h2>
      <dl class="record-facts">
        <Fact term={text.search}>
          {q === "" ? text.everyone : <span translate={false}>{q}</span>}
        </Fact>
        <Fact term={text.status}>{status ? text.statuses[status] : text.anyStatus}</Fact>
      </dl>
      <p>
        <a href={href(change)}>{text.change}</a>
      </p>
      <Form
        title={common.pages.exports}
        names={["format"]}
        check={() => []}
        submit={text.submit}
        send={async (values) => {
          requestId.current ??= crypto.randomUUID();
          const format = keysOf(text.formats).find((each) => each === values.format) ?? "xlsx";
          const body = { requestId: requestId.current, q, ...(status && { status }), format };
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

/** Known only in the browser: the prerendered page has no memory. */
function useFilter() {
  const [filter, setFilter] = useState({ ...everybody, change: "/petugas" });
  useLayoutEffect(() => setFilter({ ...latestPlace(), change: latestAddress() }), []);
  return filter;
}
