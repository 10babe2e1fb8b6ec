import type { ToldPattern } from "#shared/workday/agency-calendar-answers.ts";
import type { PatternTarget } from "#shared/workday/calendar-change.ts";
import { dayText } from "../clock-text.ts";
import { agencyCalendar as text } from "../messages/agency-calendar.ts";
import { workCalendar } from "../messages/work-calendar.ts";
import type { CalendarStep } from "./calendar-step.tsx";

interface AgencyPatternsProps {
  readonly patterns: readonly ToldPattern[];
  /** Absent: they are only read. */
  readonly open: ((step: CalendarStep) => void) | undefined;
}

/** How many days a week the agency, its units and single people work, and from when. */
export function AgencyPatterns({ patterns, open }: AgencyPatternsProps) {
  return (
    <section class="panel" aria-labelledby="patterns-title">
      <h2 id="patterns-title">{workCalendar.patterns}</h2>
      <p class="hint">{text.usual}</p>
      {open && (
        <p class="button-row">
          <button
            class="button button-quiet"
            type="button"
            onClick={() => open({ step: "add-pattern" })}
          >
            {text.addPattern}
          </button>
        </p>
      )}
      <ul class="notifications">
        {patterns.map((pattern) => (
          <PatternItem key={JSON.stringify(pattern)} pattern={pattern} open={open} />
        ))}
      </ul>
    </section>
  );
}

function PatternItem({
  pattern,
  open,
}: {
  readonly pattern: ToldPattern;
  readonly open: AgencyPatternsProps["open"];
}) {
  const { from, until, daysPerWeek, source, isUnitUnknown } = pattern;
  const days = { from, ...(until !== undefined && { until }), daysPerWeek };
  const whose = whoseText(pattern);
  const span = text.span(dayText(from), until && dayText(until));
  const called = `${whose}, ${span}`;
  const change = { action: "remove-pattern", target: targetOf(pattern), ...days } as const;
  return (
    <li>
      <strong translate={false}>{whose}</strong>: {workCalendar.daysPerWeek[daysPerWeek]}, {span}
      {isUnitUnknown && <p class="notice notice-warning">{text.unitUnknown}</p>}
      <div class="hint">{source}</div>
      {open && (
        <button
          class="button button-quiet"
          type="button"
          aria-label={text.removeOf(called)}
          onClick={() => open({ step: "remove", change, called })}
        >
          {text.remove}
        </button>
      )}
    </li>
  );
}

function whoseText({ unitKerja, person }: ToldPattern): string {
  if (person) return person.name ?? text.unknownPerson;
  return unitKerja ?? text.whole;
}

function targetOf({ unitKerja, person }: ToldPattern): PatternTarget {
  if (person) return { person: person.id };
  return unitKerja === undefined ? "agency" : { unit: unitKerja };
}
