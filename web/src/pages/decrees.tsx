import { Heading } from "../components/heading.tsx";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { decrees as text } from "../messages/decrees.ts";
import { officer } from "../messages/officer.ts";
import { AgencyDecrees } from "../officer/agency-decrees.tsx";
import type { PageQuery } from "../officer/page-query.ts";

const PersonDecrees = lazyPart(() =>
  import("../officer/person-decrees.tsx").then((part) => part.PersonDecrees),
);

const Transfers = lazyPart(() => import("../officer/transfers.tsx").then((part) => part.Transfers));

/** What an agency has to watch, also who may come (`bagian=pindah`); with an id in the address, the decrees of one person. */
export function DecreesPage({ query: { id, bagian } }: { query: PageQuery }) {
  return bagian === "pindah" ? <Transfers id={id} /> : <Decrees id={id} />;
}

function Decrees({ id }: { readonly id: string | undefined }) {
  useTitle(common.pages.decrees);
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/petugas")}>{officer.back}</a>
      </p>
      <Heading>{common.pages.decrees}</Heading>
      <p class="lead">{id ? text.lead : text.agencyLead}</p>
      {id ? <PersonDecrees key={id} id={id} /> : <AgencyDecrees />}
      <p>
        <a href={href("/petugas/sk?bagian=pindah")}>{text.toArriving}</a>
      </p>
    </div>
  );
}
