import { useEffect, useRef } from "preact/hooks";
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

const PersonJoins = lazyPart(() =>
  import("../officer/person-joins.tsx").then((part) => part.PersonJoins),
);

/**
 * What an agency has to watch; with an id in the address, the decrees of one person. With `bagian=pindah` who may come, or a transfer;
 * with `bagian=ganda` what was joined into a person's record.
 */
export function DecreesPage({ query: { id, bagian } }: { query: PageQuery }) {
  const isTwins = bagian === "ganda" && id !== undefined;
  const isTransfer = bagian === "pindah";
  const title = isTwins ? officer.twins : isTransfer ? officer.transfer : common.pages.decrees;
  useTitle(title);
  useArrival(title);
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
        <Decrees id={id} />
      )}
    </div>
  );
}

/** From one list to the other the page stays, and the link that led there does not: then the heading has the focus. */
function useArrival(title: string): void {
  const before = useRef(title);
  useEffect(() => {
    if (before.current !== title) document.querySelector<HTMLElement>("h1")?.focus();
    before.current = title;
  }, [title]);
}

function Decrees({ id }: { readonly id: string | undefined }) {
  return (
    <>
      <p class="lead">{id ? text.lead : text.agencyLead}</p>
      {id ? <PersonDecrees key={id} id={id} /> : <AgencyDecrees />}
      <p>
        <a href={href("/petugas/sk?bagian=pindah")}>{text.toArriving}</a>
      </p>
    </>
  );
}
