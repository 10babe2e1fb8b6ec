import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { Heading } from "../components/heading.tsx";
import { Loading } from "../components/page-lost.tsx";
import { useTitle } from "../components/use-title.ts";
import { partOf } from "../import/difference-part.ts";
import { NewImport } from "../import/new-import.tsx";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { officePages } from "../messages/office-pages.ts";
import { officer } from "../messages/officer.ts";
import type { PageQuery } from "../officer/page-query.ts";

const ImportView = lazyPart(
  () => import("../import/import-view.tsx").then((part) => part.ImportView),
  Loading,
);

/** A petugas of the whole agency brings in a file of its people; one that was brought has an address. */
export function ImportsPage({ query }: { query: PageQuery }) {
  useTitle(officePages.imports);
  const { route } = useLocation();
  useHeadingOf(query.id);
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/petugas")}>{officer.back}</a>
      </p>
      <Heading>{officePages.imports}</Heading>
      <Import query={query} onArrived={(id) => route(addressOf(id))} />
    </div>
  );
}

/** Another import, or none, is another page under the same address: its heading takes the focus. */
function useHeadingOf(id: string | undefined): void {
  const shown = useRef(id);
  useEffect(() => {
    if (shown.current === id) return;
    shown.current = id;
    scrollTo(0, 0);
    document.querySelector<HTMLElement>("h1")?.focus();
  }, [id]);
}

const addressOf = (id: string) => href(`/petugas/impor?id=${encodeURIComponent(id)}`);

function Import({ query, onArrived }: { query: PageQuery; onArrived: (id: string) => void }) {
  const { id, bagian } = query;
  // Known only in the browser: the prerendered page has no query.
  const [isBrowser, setIsBrowser] = useState(false);
  useLayoutEffect(() => setIsBrowser(true), []);
  if (!isBrowser) return <p role="status">{common.loading}</p>;
  if (id) return <ImportView key={id} id={id} part={partOf(bagian)} />;
  return <NewImport onArrived={onArrived} />;
}
