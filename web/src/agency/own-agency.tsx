import { useRef, useState } from "preact/hooks";
import type { OwnAgencyAnswer } from "#shared/agency/agency-answers.ts";
import { call } from "../api/member-client.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { agency as text } from "../messages/agency.ts";
import { officePages } from "../messages/office-pages.ts";
import { AgencyForm } from "./agency-form.tsx";
import { detailsOf, valuesOf } from "./agency-values.ts";

/** It comes after the form. */
const BackgroundOfOwn = lazyPart(() =>
  import("./agency-background.tsx").then((part) => part.BackgroundOfOwn),
);

/** The form to ask for a change of the own agency. */
export function OwnAgency({ agency, ...choices }: OwnAgencyAnswer) {
  const [isAsked, setIsAsked] = useState(false);
  // The same until it is answered: a request whose answer was lost does not ask twice.
  const requestId = useRef<string>(undefined);
  if (!agency) return <p class="notice notice-info">{text.notThere}</p>;
  if (isAsked) return <Asked />;
  return (
    <div class="panels">
      <section class="panel" aria-labelledby="agency-title">
        <h2 id="agency-title" translate={false}>
          {agency.name}
        </h2>
        <AgencyForm
          title={officePages.agency}
          id={agency.id}
          values={valuesOf(agency)}
          choices={choices}
          submit={text.ask}
          send={async ({ reason, ...values }) => {
            requestId.current ??= crypto.randomUUID();
            const asked = { revision: agency.revision, requestId: requestId.current };
            const body = { ...asked, details: detailsOf(values), reason: reason.trim() };
            await call("POST /api/officer/agency/changes", { body });
            setIsAsked(true);
          }}
        />
      </section>
      <BackgroundOfOwn />
    </div>
  );
}

function Asked() {
  return (
    <div class="notice notice-good" role="status">
      <p>{text.asked}</p>
      <p>
        <a href={href("/petugas/persetujuan")}>{text.toApprovals}</a>
      </p>
    </div>
  );
}
