import { useLocation } from "preact-iso";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { Loading } from "../components/page-lost.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { agency as text } from "../messages/agency.ts";
import { common } from "../messages/common.ts";
import { officePages } from "../messages/office-pages.ts";
import { officer } from "../messages/officer.ts";
import { operatorPages } from "../messages/operator-pages.ts";
import { listPages } from "../officer/list-pages.ts";
import type { PageQuery } from "../officer/page-query.ts";

const read = () => call("GET /api/operator/agencies");

const AgencyList = lazyPart(
  () => import("../agency/agency-list.tsx").then((part) => part.AgencyList),
  Loading,
);
const OwnAgency = lazyPart(
  () => import("../agency/own-agency.tsx").then((part) => part.OwnAgency),
  Loading,
);
const AgencyCalendarPart = lazyPart(
  () => import("../workday/agency-calendar.tsx").then((part) => part.AgencyCalendar),
  Loading,
);
const AttendancePart = lazyPart(
  () => import("../attendance/office.tsx").then((part) => part.AttendanceOffice),
  Loading,
);
const Letters = lazyPart(
  () => import("../letter/letters.tsx").then((part) => part.Letters),
  Loading,
);
const OfficeTrainings = lazyPart(
  () => import("../training/office-trainings.tsx").then((part) => part.OfficeTrainings),
  Loading,
);
const PostsPart = lazyPart(
  () => import("../post/posts-part.tsx").then((part) => part.PostsPart),
  Loading,
);

/** Of operators, of a petugas at an address of its own, its calendar, letters, posts and trainings: one chunk, because each chunk's name costs bytes on every page. */
export function AgenciesPage() {
  const { path, query } = useLocation();
  if (path.includes("/pejabat")) return <AgencyPosts />;
  if (query.bagian === "surat") return <AgencyLetters query={query} />;
  if (query.bagian === "presensi") return <Attendance />;
  if (query.bagian === "pelatihan") return <AgencyTrainings id={query.id} />;
  if (query.bagian === "kalender") return <AgencyCalendar tahun={query.tahun} />;
  return path.includes("/operator/") ? <AllAgencies /> : <OneAgency />;
}

function AgencyPosts() {
  useTitle(officePages.posts);
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/petugas")}>{officer.back}</a>
      </p>
      <Heading>{officePages.posts}</Heading>
      <PostsPart />
    </div>
  );
}

/** With one of them, a new one, or what else is behind the list. */
function AgencyLetters({ query }: { readonly query: PageQuery }) {
  useTitle(officePages.letters);
  const isList = [query.id, query.baru, query.lihat].every((each) => each === undefined);
  const [address, name] = isList
    ? ["/petugas", officer.back]
    : [listPages.letters, officePages.letters];
  return (
    <div class="fills-screen">
      <p>
        {/* Another element than the one in the page's file, whose address would stay. */}
        <span>
          <a href={href(address)}>{name}</a>
        </span>
      </p>
      <Heading>{officePages.letters}</Heading>
      <Letters query={query} />
    </div>
  );
}

function Attendance() {
  useTitle(officePages.attendance);
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/petugas")}>{officer.back}</a>
      </p>
      <Heading>{officePages.attendance}</Heading>
      <AttendancePart />
    </div>
  );
}

function AgencyTrainings({ id }: { readonly id: string | undefined }) {
  useTitle(officePages.trainings);
  return (
    <div class="fills-screen">
      <p>
        {/* Another element than the one in the page's file, whose address would stay. */}
        <span>
          <a href={href(id ? listPages.trainings : "/petugas")}>
            {id ? officePages.trainings : officer.back}
          </a>
        </span>
      </p>
      <Heading>{officePages.trainings}</Heading>
      <OfficeTrainings />
    </div>
  );
}

function AgencyCalendar({ tahun }: { readonly tahun: string | undefined }) {
  useTitle(officePages.calendar);
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/petugas")}>{officer.back}</a>
      </p>
      <Heading>{officePages.calendar}</Heading>
      <AgencyCalendarPart tahun={tahun} />
    </div>
  );
}

/** Operators add agencies and change them. */
function AllAgencies() {
  useTitle(officePages.agency);
  const { data, failure, reload, replace } = useLoad(read);
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/operator/peran")}>{operatorPages.roles}</a>
      </p>
      <Heading>{officePages.agency}</Heading>
      <p class="lead">{text.operatorLead}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && <AgencyList data={data} replace={replace} />}
    </div>
  );
}

const readOwn = () => call("GET /api/officer/agency");

/** A petugas asks for a change of the own agency. */
function OneAgency() {
  useTitle(officePages.agency);
  const { data, failure, reload } = useLoad(readOwn);
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/petugas")}>{officer.back}</a>
      </p>
      <Heading>{officePages.agency}</Heading>
      <p class="lead">{text.officerLead}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && <OwnAgency {...data} />}
    </div>
  );
}
