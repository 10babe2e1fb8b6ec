/** What people ask for: one's own, and an officer's queue of them, in the same chunk, as each chunk's name costs bytes on every page. */
import type { OwnRequest } from "#shared/data-change/data-change-answers.ts";
import { Heading } from "../components/heading.tsx";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { officePages } from "../messages/office-pages.ts";
import { ownRequests as text } from "../messages/own-requests.ts";
import type { PageQuery } from "../officer/page-query.ts";
import { OneRequest } from "../request/one-request.tsx";
import { RequestsList } from "../request/requests-list.tsx";

const RequestForm = lazyPart(() =>
  import("../request/request-form.tsx").then((part) => part.RequestForm),
);
const RequestQueue = lazyPart(() =>
  import("../officer/request-queue.tsx").then((part) => part.RequestQueue),
);

/** One's own requests; with `id` one of them, with `baru` a new one, of the part of the record that it names. */
export function RequestsPage({ query }: { query: PageQuery }) {
  useTitle(common.pages.ownRequests);
  const id = requestIn(query.id);
  const isList = id === undefined && query.baru === undefined;
  const isForm = query.baru !== undefined || query.langkah !== undefined;
  return (
    <div class="account fills-screen">
      <p>
        {isList ? (
          <a href={href("/kartu")}>{common.pages.card}</a>
        ) : (
          // Another element than the one in the page's file, whose address would stay.
          <span>
            <a href={href("/pengajuan")}>{text.back}</a>
          </span>
        )}
      </p>
      <Heading>{common.pages.ownRequests}</Heading>
      {isList && <RequestsList />}
      {isForm && !isList && <RequestForm query={query} id={id} />}
      {id && !isForm && <OneRequest id={id} />}
    </div>
  );
}

/** What waits for officers. */
export function RequestQueuePage({ query }: { query: PageQuery }) {
  useTitle(officePages.requests);
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/petugas/beranda")}>{common.pages.desk}</a>
      </p>
      <Heading>{officePages.requests}</Heading>
      <RequestQueue id={requestIn(query.id)} />
    </div>
  );
}

/** An address can say anything. */
function requestIn(text = ""): OwnRequest["id"] | undefined {
  const [prefix, rest] = text.split("_");
  return prefix === "req" && rest ? `req_${rest}` : undefined;
}
