import { Heading } from "../components/heading.tsx";
import { Loading } from "../components/page-lost.tsx";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { decrees as text } from "../messages/decrees.ts";
import { officePages } from "../messages/office-pages.ts";
import { officer } from "../messages/officer.ts";
import { AgencyDecrees } from "../officer/agency-decrees.tsx";
import type { PageQuery } from "../officer/page-query.ts";

const PersonDecrees = lazyPart(
  () => import("../officer/person-decrees.tsx").then((part) => part.PersonDecrees),
  Loading,
);

const Transfers = lazyPart(
  () => import("../officer/transfers.tsx").then((part) => part.Transfers),
  Loading,
);

const PersonJoins = lazyPart(
  () => import("../officer/person-joins.tsx").then((part) => part.PersonJoins),
  Loading,
);

/**
 * What an agency has to watch; with an id in the address, the decrees of one person. With `bagian=pindah` who may come, or a transfer;
 * with `bagian=ganda` what was joined into a person's record.
 */
export function DecreesPage({ query }: { query: PageQuery }) {
  const { id, bagian } = query;
  const isTwins = bagian === "ganda" && id !== undefined;
  const isTransfer = bagian === "pindah";
  const title = isTwins ? officer.twins : isTransfer ? officer.transfer : officePages.decrees;
  useTitle(title);
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/petugas")}>{officer.back}</a>
      </p>
      <Heading>{title}</Heading>
      {isTwins ? (
        <PersonJoins key={id} id={id} />
      ) : isTransfer ? (
        <Transfers id={id} />
      ) : (
        <Decrees query={query} />
      )}
    </div>
  );
}

function Decrees({ query }: { readonly query: PageQuery }) {
  const { id } = query;
  return (
    <>
      <p class="lead">{id ? text.lead : text.agencyLead}</p>
      {/* Above the list, which comes later and would push it down. */}
      <p>
        <a href={href("/petugas/sk?bagian=pindah")}>{text.toArriving}</a>
      </p>
      {id ? <PersonDecrees key={id} id={id} query={query} /> : <AgencyDecrees />}
    </>
  );
}
