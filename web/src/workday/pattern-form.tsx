import { useState } from "preact/hooks";
import type { NamedPerson } from "#shared/post/post-answers.ts";
import type { PatternTarget } from "#shared/workday/calendar-change.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { Form } from "../forms/form.tsx";
import { agencyCalendar as text } from "../messages/agency-calendar.ts";
import { posts } from "../messages/posts.ts";
import { workCalendar } from "../messages/work-calendar.ts";
import { DayField, day, dayOrNone } from "../officer/day-field.tsx";
import { SelectField } from "../officer/select-field.tsx";
import { UnitField } from "../officer/unit-field.tsx";
import { PersonChoice } from "../post/person-choice.tsx";
import type { StepFormProps } from "./calendar-step.tsx";
import { SourceField } from "./source-field.tsx";

const targets = ["unit", "person", "agency"] as const;
type Target = (typeof targets)[number];

/** How many days a week a unit, somebody, or the whole agency works. Long: markup, in the order of the page. */
export function PatternForm({ title, save }: StepFormProps) {
  const [kind, setKind] = useState<Target>("unit");
  const [person, setPerson] = useState<NamedPerson>();
  return (
    <>
      <SelectField
        name="target"
        label={text.forWhom}
        options={targets.map((each) => [each, text.targets[each]] as const)}
        value={kind}
        onChoose={(value) => setKind(targets.find((each) => each === value) ?? "unit")}
      />
      <Form
        title={title}
        names={["unit", "person", "week", "from", "until", "source"]}
        check={(values) => [
          ...(kind === "unit" ? problemsOf(values, { unit: required }) : []),
          ...(kind === "person" && !person ? [{ field: "person", code: "required" } as const] : []),
          ...problemsOf(values, { from: day, until: dayOrNone, source: required }),
        ]}
        submit={text.save}
        failures={text.failures}
        problems={text.problems}
        send={({ unit, week, from, until, source }) =>
          save(
            {
              ...{ action: "add-pattern", target: targetOf(kind, { unit, person }), from },
              ...(until !== "" && { until }),
              daysPerWeek: week === "6" ? 6 : 5,
            },
            source,
          )
        }
      >
        {kind === "unit" && (
          <UnitField name="unit" unit="" label={`${text.unit} *`} hint={text.unitHint} />
        )}
        {kind === "person" && (
          <PersonChoice
            name="person"
            label={`${posts.person} *`}
            hint={posts.personHint}
            chosen={person}
            choose={setPerson}
          />
        )}
        <SelectField
          name="week"
          label={workCalendar.patterns}
          options={([6, 5] as const).map((each) => [String(each), workCalendar.daysPerWeek[each]])}
          value="6"
        />
        <DayField name="from" label={`${text.firstDay} *`} />
        <DayField name="until" label={text.lastDay} hint={text.untilHint} />
        <SourceField />
      </Form>
    </>
  );
}

function targetOf(
  kind: Target,
  { unit, person }: { readonly unit: string; readonly person: NamedPerson | undefined },
): PatternTarget {
  if (kind === "person" && person) return { person: person.id };
  return kind === "unit" ? { unit: unit.trim() } : "agency";
}
