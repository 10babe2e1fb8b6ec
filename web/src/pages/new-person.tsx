import { useEffect, useRef, useState } from "preact/hooks";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { officePages } from "../messages/office-pages.ts";
import { officer } from "../messages/officer.ts";
import { personRequests } from "../messages/person-requests.ts";
import { type EntryDraft, entryDraft } from "../officer/entry-draft.ts";

const text = personRequests.newPerson;

/** By itself, because the first view of the page has no room for all fields of a record. */
const EntryForm = lazyPart(() =>
  import("../officer/entry-form.tsx").then((part) => part.EntryForm),
);

/** A petugas enters one person by hand; a penyetuju decides. */
export function NewPersonPage() {
  useTitle(officePages.newPerson);
  const { data: begun, failure, reload } = useLoad(readPage);
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/petugas")}>{officer.back}</a>
      </p>
      <Heading>{officePages.newPerson}</Heading>
      <p class="lead">{text.lead}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!begun && !failure && <p role="status">{common.loading}</p>}
      {begun && <Entering begun={begun} />}
    </div>
  );
}

/** Whose page it is, and so whose draft, the first answer tells. */
async function readPage(): Promise<EntryDraft> {
  await call("GET /api/officer/units", { query: { q: "" } });
  return entryDraft.read() ?? {};
}

/** The form, and what was asked for with it. Long: markup, in the order of the page. */
function Entering({ begun: found }: { readonly begun: EntryDraft }) {
  const [begun, setBegun] = useState(found);
  const [asked, setAsked] = useState<string>();
  const isRestored = Object.keys(begun).length > 0;
  const count = useRef(0);
  const anew = () => {
    entryDraft.forget();
    count.current += 1;
    setBegun({});
    setAsked(undefined);
  };
  return (
    <>
      <div role="status">{asked && <Asked name={asked} />}</div>
      {asked ? (
        <p class="button-row">
          <button class="button" type="button" onClick={anew}>
            {text.another}
          </button>
          <a href={href("/petugas/persetujuan")}>{common.pages.approvals}</a>
        </p>
      ) : (
        <>
          {isRestored && (
            <div class="notice notice-info">
              <p>{text.restored}</p>
              <button class="button button-quiet" type="button" onClick={anew}>
                {text.discard}
              </button>
            </div>
          )}
          <EntryForm
            key={count.current}
            begun={begun}
            onAsked={(name) => {
              entryDraft.forget();
              setAsked(name);
            }}
          />
        </>
      )}
    </>
  );
}

/** It has the focus, so that the page is at it. */
function Asked({ name }: { readonly name: string }) {
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    notice.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  return (
    <p class="notice notice-good" tabIndex={-1} ref={notice}>
      {text.done(name)}
    </p>
  );
}
