import { useState } from "preact/hooks";
import { zones } from "#shared/runtime/zone.ts";
import { call } from "../api/member-client.ts";
import { problemsOf, required } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { LinesField } from "../forms/lines-field.tsx";
import { machinesText as text } from "../messages/attendance-machines.ts";
import { DayField, day, dayOrNone } from "../officer/day-field.tsx";
import { SelectField } from "../officer/select-field.tsx";
import type { Machine } from "./machines.tsx";

interface MachineFormProps {
  readonly known: readonly Machine[];
  readonly send: (machine: Machine, reason: string) => Promise<void>;
}

/** Long: markup, in the order of the page. */
export function MachineForm({ known, send }: MachineFormProps) {
  return (
    <Form
      title={text.add}
      names={["machine", "name", "kind", "zone", "reason"]}
      check={(values) => [
        ...problemsOf(values, { machine: required, name: required, reason: required }),
        ...(values.machine === "" || /^[a-z0-9-]{1,20}$/.test(values.machine.trim())
          ? []
          : [{ field: "machine", code: "malformed" } as const]),
        ...(known.some(({ id }) => id === values.machine.trim())
          ? [{ field: "machine", code: "nothing-changed" } as const]
          : []),
      ]}
      submit={text.save}
      failures={text.failures}
      problems={{ malformed: text.wrongId, "nothing-changed": text.idTaken }}
      send={({ machine, name, kind, zone, reason }) =>
        send(
          {
            ...{ id: machine.trim(), name: name.trim(), clocks: [] },
            zone: zones.find((each) => each === zone) ?? "WIB",
            ...(kind === "gate" && { kind: "gate" as const }),
          },
          reason,
        )
      }
    >
      <TextField name="machine" label={`${text.id} *`} hint={text.idHint} autoComplete="off" />
      <TextField name="name" label={`${text.name} *`} autoComplete="off" />
      <SelectField
        name="kind"
        label={text.kind}
        options={[
          ["door", text.kinds.door],
          ["gate", text.kinds.gate],
        ]}
        value="door"
      />
      <SelectField
        name="zone"
        label={text.zone}
        options={zones.map((each) => [each, each] as const)}
        value="WIB"
      />
      <ReasonField />
    </Form>
  );
}

function ReasonField() {
  return (
    <TextField name="reason" label={`${text.reason} *`} hint={text.reasonHint} autoComplete="off" />
  );
}

interface ClockFormProps {
  readonly send: (clock: Machine["clocks"][number], reason: string) => Promise<void>;
}

/** How wrong a clock was, by whole days of its own. */
export function ClockForm({ send }: ClockFormProps) {
  return (
    <>
      <p>{text.clockLead}</p>
      <Form
        title={text.wrongClock}
        names={["from", "until", "minutes", "reason"]}
        check={(values) => [
          ...problemsOf(values, { from: day, until: dayOrNone, minutes: required }),
          ...problemsOf(values, { reason: required }),
          ...(values.minutes === "" || isMinutes(values.minutes)
            ? []
            : [{ field: "minutes", code: "malformed" } as const]),
        ]}
        submit={text.save}
        failures={text.failures}
        problems={{ malformed: text.wrongMinutes }}
        send={({ from, until, minutes, reason }) =>
          send(
            {
              ...{ from: `${from}T00:00:00`, minutes: Number(minutes) },
              ...(until !== "" && { until: `${until}T23:59:59` }),
            },
            reason,
          )
        }
      >
        <DayField name="from" label={`${text.from} *`} />
        <DayField name="until" label={text.until} hint={text.untilHint} />
        <TextField
          name="minutes"
          label={`${text.minutes} *`}
          hint={text.minutesHint}
          autoComplete="off"
        />
        <ReasonField />
      </Form>
    </>
  );
}

const isMinutes = (typed: string) =>
  /^[-+]?\d{1,4}$/.test(typed.trim()) && Math.abs(Number(typed)) <= 1440;

/** Lines of one request. */
const mostLines = 300;

type Told = Awaited<ReturnType<typeof sendPins>>;

async function sendPins(machine: string, lines: readonly (readonly [number, string, string])[]) {
  let people = 0;
  const findings: { readonly line: number; readonly code: keyof typeof text.pinCodes }[] = [];
  for (let at = 0; at < lines.length; at += mostLines) {
    const part = lines.slice(at, at + mostLines).map(([line, pin, nip]) => ({ line, pin, nip }));
    const told = await call("POST /api/officer/agency/attendance/pins", {
      body: { machine, lines: part },
    });
    people = told.people;
    findings.push(...told.findings);
  }
  return { people, findings };
}

/** "17;1985…" of each line, with its number. */
function linesOf(typed: string): readonly (readonly [number, string, string])[] {
  return typed.split("\n").flatMap((each, i) => {
    const [, pin = "", nip = ""] = /^\s*0*(\d{1,14})\s*[;,\t]\s*(\S.{0,38})?\s*$/.exec(each) ?? [];
    return pin === "" ? [] : [[i + 1, pin, nip.trim()] as const];
  });
}

/** Whose numbers are, as a list that is pasted. */
export function PinForm({ machine }: { readonly machine: string }) {
  const [told, setTold] = useState<Told>();
  return (
    <>
      <p>{text.pinLead}</p>
      <Form
        title={text.pins}
        names={["list"]}
        check={({ list }) =>
          linesOf(list).length > 0 ? [] : [{ field: "list", code: "malformed" } as const]
        }
        submit={text.save}
        failures={text.failures}
        problems={{ malformed: text.wrongPins }}
        send={async ({ list }) => setTold(await sendPins(machine, linesOf(list)))}
      >
        <LinesField name="list" label={`${text.pinList} *`} hint={text.pinHint} />
      </Form>
      <div class="outcome" role="status">
        {told && <p class="notice notice-good">{text.pinsSaved(told.people)}</p>}
        {told && told.findings.length > 0 && (
          <ul>
            {told.findings.map(({ line, code }) => (
              <li key={`${line} ${code}`}>
                {text.line(line)}: {text.pinCodes[code]}
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}
