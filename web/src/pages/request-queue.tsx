/** What waits for officers: a page apart from one's own requests, of which it needs nothing. */
import { Heading } from "../components/heading.tsx";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { officePages } from "../messages/office-pages.ts";
import type { PageQuery } from "../officer/page-query.ts";
import { RequestQueue } from "../officer/request-queue.tsx";
import { requestIn } from "../request/request-in.ts";

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
