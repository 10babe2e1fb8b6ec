/** What somebody asks for. */
import { Heading } from "../components/heading.tsx";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { ownRequests as text } from "../messages/own-requests.ts";
import type { PageQuery } from "../officer/page-query.ts";
import { requestIn } from "../request/request-in.ts";
import { RequestsList } from "../request/requests-list.tsx";

const OneRequest = lazyPart(() =>
  import("../request/one-request.tsx").then((part) => part.OneRequest),
);
const RequestForm = lazyPart(() =>
  import("../request/request-form.tsx").then((part) => part.RequestForm),
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
