/**
 * What waits for officers: a page apart from one's own requests, of which it needs nothing; and the campaigns that more of it comes from. One page,
 * because each page costs bytes on every other one.
 */
import { Heading } from "../components/heading.tsx";
import { Loading } from "../components/page-lost.tsx";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { officePages } from "../messages/office-pages.ts";
import { campaignIn, personIn } from "../officer/campaign-in.ts";
import type { PageQuery } from "../officer/page-query.ts";
import { RequestQueue } from "../officer/request-queue.tsx";
import { requestIn } from "../request/request-in.ts";

const Campaigns = lazyPart(
  () => import("../officer/campaigns.tsx").then((part) => part.Campaigns),
  Loading,
);

const KeptLeave = lazyPart(
  () => import("../leave/kept-leave.tsx").then((part) => part.KeptLeave),
  Loading,
);

const EndedRequests = lazyPart(
  () => import("../officer/ended-requests.tsx").then((part) => part.EndedRequests),
  Loading,
);

/** With `bagian=selesai` what has ended; with `bagian=cuti` the leave of a person; with `bagian=pemutakhiran` the campaigns; with `id` one of them or one request, with `baru` a new campaign. */
export function RequestQueuePage({ query }: { query: PageQuery }) {
  const isCampaigns = query.bagian === "pemutakhiran";
  const isLeave = query.bagian === "cuti";
  const titles = isLeave ? officePages.leave : officePages.requests;
  const title = isCampaigns ? officePages.campaigns : titles;
  useTitle(title);
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/petugas/beranda")}>{common.pages.desk}</a>
      </p>
      <Heading>{title}</Heading>
      {query.bagian === "selesai" ? (
        <EndedRequests />
      ) : isLeave ? (
        <KeptLeave id={personIn(query.id)} />
      ) : isCampaigns ? (
        <Campaigns id={campaignIn(query.id)} isNew={query.baru !== undefined} />
      ) : (
        <RequestQueue id={requestIn(query.id)} />
      )}
    </div>
  );
}
