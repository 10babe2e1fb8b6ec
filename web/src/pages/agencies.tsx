import { useLocation } from "preact-iso";
import { AgencyList } from "../agency/agency-list.tsx";
import { OwnAgency } from "../agency/own-agency.tsx";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { agency as text } from "../messages/agency.ts";
import { common } from "../messages/common.ts";
import { officePages } from "../messages/office-pages.ts";
import { officer } from "../messages/officer.ts";

const read = () => call("GET /api/operator/agencies");

/** Of operators, and of a petugas at an address of its own. */
export function AgenciesPage() {
  const { path } = useLocation();
  return path.includes("/operator/") ? <AllAgencies /> : <OneAgency />;
}

/** Operators add agencies and change them. */
function AllAgencies() {
  useTitle(officePages.agency);
  const { data, failure, reload, replace } = useLoad(read);
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/operator/peran")}>{common.pages.roles}</a>
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
