import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { UnitTreeAnswer } from "#shared/agency/unit-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { Loading } from "../components/page-lost.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { officePages } from "../messages/office-pages.ts";
import { officer } from "../messages/officer.ts";
import { units as text } from "../messages/units.ts";
import type { PageQuery } from "../officer/page-query.ts";
import { OpenUnitFacts, UnitActions, UnitPath } from "../unit/open-unit.tsx";
import { unitHref } from "../unit/unit-address.ts";
import { UnitChildren } from "../unit/unit-children.tsx";
import { UnitSearch } from "../unit/unit-search.tsx";
import { stepsFor } from "../unit/unit-step.ts";

/** It comes with the forms' own words, when a step is opened. */
const UnitStepForm = lazyPart(
  () => import("../unit/unit-steps.tsx").then((part) => part.UnitStepForm),
  Loading,
);

/** The tree of unit kerja: one unit is open, with what stands above and below it; each has an address. */
export function UnitsPage({ query }: { readonly query: PageQuery }) {
  useTitle(officePages.units);
  const { id } = query;
  const load = useCallback(
    () => call("GET /api/officer/unit-tree", { query: { ...(id && { id }) } }),
    [id],
  );
  const { data, failure, reload } = useLoad(load);
  // Until the answer is there, the unit before is not shown under the address of another one.
  const tree = data?.unit?.id === id ? data : undefined;
  // Opened from another unit: reading goes on at it. A page that is loaded anew begins at its top.
  const first = useRef(id);
  return (
    <div class="fills-screen">
      <p>
        <a href={href("/petugas")}>{officer.back}</a>
      </p>
      <Heading>{officePages.units}</Heading>
      <p class="lead">{text.lead}</p>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!tree && !failure && <p role="status">{common.loading}</p>}
      {tree && (
        <Tree
          key={id ?? "root"}
          tree={tree}
          query={query}
          reload={reload}
          takesFocus={id !== first.current}
        />
      )}
    </div>
  );
}

interface TreeProps {
  readonly tree: UnitTreeAnswer;
  readonly query: PageQuery;
  readonly reload: () => void;
  readonly takesFocus: boolean;
}

function Tree({ tree, query, reload, takesFocus }: TreeProps) {
  const { route } = useLocation();
  const [message, setMessage] = useState<string>();
  const { unit } = tree;
  const step = tree.mayAsk ? stepsFor(unit).find((each) => each === query.langkah) : undefined;
  const leave = () => route(unitHref({ ...(unit && { id: unit.id }) }));
  return (
    <div class="panels">
      <UnitPath tree={tree} />
      <div role="status">{message && <Done message={message} />}</div>
      {unit && <OpenUnitFacts unit={unit} takesFocus={takesFocus} reload={reload} />}
      {step ? (
        <UnitStepForm
          key={step}
          step={step}
          unit={unit}
          leave={leave}
          onAsked={(asked) => {
            setMessage(asked);
            leave();
            reload();
          }}
        />
      ) : (
        <>
          <UnitSearch />
          <UnitChildren tree={tree} takesFocus={takesFocus && !unit} />
          <UnitActions tree={tree} />
        </>
      )}
    </div>
  );
}

/** It has the focus, so that the page is at it. */
function Done({ message }: { readonly message: string }) {
  const notice = useRef<HTMLParagraphElement>(null);
  useEffect(() => notice.current?.focus(), []);
  return (
    <p class="notice notice-good" tabIndex={-1} ref={notice}>
      {message}
    </p>
  );
}
