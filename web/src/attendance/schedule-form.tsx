import { useState } from "preact/hooks";
import type { Schedule } from "#shared/attendance/schedule.ts";
import type { NamedPerson } from "#shared/post/post-answers.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { Form } from "../forms/form.tsx";
import { LinesField } from "../forms/lines-field.tsx";
import { agencyCalendar } from "../messages/agency-calendar.ts";
import { attendance } from "../messages/attendance.ts";
import { rulesText as text } from "../messages/attendance-rules.ts";
import { posts } from "../messages/posts.ts";
import { DayField, day, dayOrNone } from "../officer/day-field.tsx";
import { SelectField } from "../officer/select-field.tsx";
import { UnitField } from "../officer/unit-field.tsx";
import { PersonChoice } from "../post/person-choice.tsx";
import { SourceField } from "../workday/source-field.tsx";
import { turnsIn } from "./rule-text.ts";

const targets = ["unit", "person", "agency"] as const;
type Target = (typeof targets)[number];

interface ScheduleFormProps {
  readonly send: (schedule: Schedule, reason: string) => Promise<void>;
}

/** Shifts of a unit, somebody, or the whole agency. Long: markup, in the order of the page. */
export function ScheduleForm({ send }: ScheduleFormProps) {
  const [kind, setKind] = useState<Target>("unit");
  const [person, setPerson] = useState<NamedPerson>();
  return (
    <>
      <p>{text.scheduleLead}</p>
      <SelectField
        name="target"
        label={agencyCalendar.forWhom}
        options={targets.map((each) => [each, agencyCalendar.targets[each]] as const)}
        value={kind}
        onChoose={(value) => setKind(targets.find((each) => each === value) ?? "unit")}
      />
      <Form
        title={text.addSchedule}
        names={["unit", "person", "from", "until", "turns", "holidays", "source"]}
        check={({ unit, turns, ...values }) => [
          ...(kind === "unit" ? problemsOf({ unit }, { unit: required }) : []),
          ...(kind === "person" && !person ? [{ field: "person", code: "required" } as const] : []),
          ...problemsOf(values, { from: day, until: dayOrNone }),
          ...(turnsIn(turns, text.offWords)
            ? []
            : [{ field: "turns", code: "malformed" } as const]),
          ...problemsOf(values, { source: required }),
        ]}
        submit={text.save}
        failures={attendance.failures}
        problems={{ malformed: text.wrongTurns }}
        send={({ unit, from, until, turns, holidays, source }) =>
          send(
            {
              ...(kind === "unit" && { unitKerja: unit.trim() }),
              ...(kind === "person" && person && { person: person.id }),
              ...(until !== "" && { until }),
              ...{ from, cycle: turnsIn(turns, text.offWords) ?? [], source: source.trim() },
              overHolidays: holidays === "on",
            },
            source.trim(),
          )
        }
      >
        {kind === "unit" && (
          <UnitField
            name="unit"
            unit=""
            label={`${agencyCalendar.unit} *`}
            hint={agencyCalendar.unitHint}
          />
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
        <DayField name="from" label={`${text.from} *`} hint={text.fromHint} />
        <DayField name="until" label={text.until} hint={text.untilHint} />
        <LinesField name="turns" label={`${text.turns} *`} hint={text.turnsHint} />
        <SelectField
          name="holidays"
          label={text.holidays}
          options={(["off", "on"] as const).map((each) => [each, text.overHolidays[each]] as const)}
          value="off"
        />
        <SourceField />
      </Form>
    </>
  );
}
