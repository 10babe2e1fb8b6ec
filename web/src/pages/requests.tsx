/** What somebody asks for. */
import { Heading } from "../components/heading.tsx";
import { Loading } from "../components/page-lost.tsx";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { leaveWords } from "../messages/leave-words.ts";
import { ownRequests as text } from "../messages/own-requests.ts";
import type { PageQuery } from "../officer/page-query.ts";
import { requestIn } from "../request/request-in.ts";
import { RequestsList } from "../request/requests-list.tsx";
import type { ServicePartProps } from "../request/service-part.tsx";

const OneRequest = lazyPart(
  () => import("../request/one-request.tsx").then((part) => part.OneRequest),
  Loading,
);
const RequestForm = lazyPart(
  () => import("../request/request-form.tsx").then((part) => part.RequestForm),
  Loading,
);

/** Leave, attendance, trainings and letters come with all that they need: most who ask for something never see them. */
const ServicePart = lazyPart(
  () => import("../request/service-part.tsx").then((part) => part.ServicePart),
  Loading,
);

/** One's own requests; with `id` one of them, with `baru` a new one, of the part of the record that it names. */
export function RequestsPage({ query }: { query: PageQuery }) {
  const { bagian } = query;
  return isPart(bagian) ? (
    <Service part={bagian} id={query.id} month={monthIn(query.bulan)} />
  ) : (
    <Requests query={query} />
  );
}

const titles: Readonly<Record<ServicePartProps["part"], string>> = {
  cuti: leaveWords.title,
  putusan: leaveWords.deciding,
  presensi: leaveWords.attendance,
  pelatihan: leaveWords.training,
  surat: leaveWords.letters,
};

const isPart = (part: string | undefined): part is ServicePartProps["part"] =>
  part !== undefined && Object.hasOwn(titles, part);

function monthIn(typed: string | undefined): string | undefined {
  return typed && /^20\d\d-(0[1-9]|1[0-2])$/.test(typed) ? typed : undefined;
}

/** One service's part: at no address of its own, which would cost every page bytes. */
function Service(props: ServicePartProps) {
  const { part, id, month } = props;
  const title = titles[part];
  useTitle(title);
  const isOne =
    (part === "putusan" && (id ?? month) !== undefined) ||
    ((part === "pelatihan" || part === "presensi") && id !== undefined);
  const list = part === "putusan" ? "cuti" : undefined;
  const above = isOne ? part : list;
  return (
    <div class="account fills-screen">
      <p>
        {/* Another element than the one in the page's file, whose address would stay. */}
        <span>
          <a href={href(above ? `/pengajuan?bagian=${above}` : "/kartu")}>
            {above ? titles[above] : common.pages.card}
          </a>
        </span>
      </p>
      {/* Here, not in the part: what has the focus must not wait for it. */}
      <Heading>{title}</Heading>
      <ServicePart {...props} />
    </div>
  );
}

function Requests({ query }: { query: PageQuery }) {
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
