import { useEffect, useRef } from "preact/hooks";
import type { OpenUnit, UnitTreeAnswer } from "#shared/agency/unit-answers.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { units as text } from "../messages/units.ts";
import { unitHref } from "./unit-address.ts";
import { stepsFor } from "./unit-step.ts";

/** It comes where people are on their way. */
const UnitWork = lazyPart(() => import("./unit-work.tsx").then((part) => part.UnitWork));

/** The way down to the unit: each unit above it is a link. */
export function UnitPath({ tree: { unit, path } }: { readonly tree: UnitTreeAnswer }) {
  if (!unit) return null;
  return (
    <nav aria-label={text.path}>
      <ol class="tabs unit-path">
        <li>
          <a href={unitHref({})}>{text.root}</a>
        </li>
        {path.map(({ id, name }) => (
          <li key={id}>
            <a translate={false} href={unitHref({ id })}>
              {name}
            </a>
          </li>
        ))}
        <li aria-current="page" translate={false}>
          {unit.name}
        </li>
      </ol>
    </nav>
  );
}

interface OpenUnitFactsProps {
  readonly unit: OpenUnit;
  readonly takesFocus: boolean;
  /** Reads the page anew. */
  readonly reload: () => void;
}

/** The unit itself: its people, its other names, and how far a change of it is. */
export function OpenUnitFacts({ unit, takesFocus, reload }: OpenUnitFactsProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (takesFocus) title.current?.focus();
  }, []);
  const { people, otherNames, work } = unit;
  return (
    <section class="panel" aria-labelledby="unit-title">
      <h2 id="unit-title" translate={false} tabIndex={-1} ref={title}>
        {unit.name}
      </h2>
      <p>{text.people(people)}</p>
      {work && <UnitWork id={unit.id} work={work} onDone={reload} />}
      {otherNames.length > 0 && (
        <>
          <h3>{text.otherNames}</h3>
          <ul class="unit-list" translate={false}>
            {otherNames.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
          {!work && <p class="hint">{text.otherNamesHint}</p>}
        </>
      )}
    </section>
  );
}

/** What this reader may ask for here. */
export function UnitActions({ tree: { unit, mayAsk } }: { readonly tree: UnitTreeAnswer }) {
  if (!mayAsk || unit?.work) return null;
  return (
    <section aria-labelledby="change-title">
      <h2 id="change-title">{text.change}</h2>
      <ul class="unit-list">
        {stepsFor(unit).map((step) => (
          <li key={step}>
            <a href={unitHref({ ...(unit && { id: unit.id }), step })}>{text.steps[step].title}</a>
          </li>
        ))}
        <li>
          <a href={href("/petugas/persetujuan")}>{text.approvals}</a>
        </li>
      </ul>
    </section>
  );
}
