import { useState } from "preact/hooks";
import { dayText } from "../clock-text.ts";
import { gatePath } from "../gate/address.ts";
import { href } from "../language.ts";
import { machinesText as text } from "../messages/attendance-machines.ts";
import { common } from "../messages/common.ts";
import { StepTitle } from "../officer/step-title.tsx";
import { WayOut } from "../officer/way-out.tsx";
import { Done } from "../post/done.tsx";
import { ImportFile } from "./import-file.tsx";
import { ClockForm, MachineForm, PinForm } from "./machine-forms.tsx";
import { type Rules, type RulesProps, WithRules } from "./with-rules.tsx";

export type Machine = Rules["details"]["machines"][number];

type Step =
  | { readonly step: "add" }
  | { readonly step: "clock" | "pins" | "import"; readonly machine: Machine };

/** The machines of the agency: added, their clocks put right, their numbers given, their files taken. */
export const Machines = () => <WithRules Shown={Kept} />;

/** Long: markup, in the order of the page. */
function Kept({ data, say }: RulesProps) {
  const [step, setStep] = useState<Step>();
  const [done, setDone] = useState<string>();
  const { details } = data;
  const save = async (machines: readonly Machine[], reason: string) => {
    await say({ machines }, reason);
    setStep(undefined);
    setDone(text.saved);
  };
  const open = (next: Step) => {
    setDone(undefined);
    setStep(next);
  };
  if (step)
    return (
      <section class="panel" aria-labelledby="step-title">
        <StepTitle id="step-title">{titleOf(step)}</StepTitle>
        <div class="narrow-form">
          {step.step === "add" && (
            <MachineForm
              known={details.machines}
              send={(machine, reason) => save([...details.machines, machine], reason)}
            />
          )}
          {step.step === "clock" && (
            <ClockForm
              send={(clock, reason) =>
                save(
                  details.machines.map((each) =>
                    each.id === step.machine.id
                      ? { ...each, clocks: [...each.clocks, clock] }
                      : each,
                  ),
                  reason,
                )
              }
            />
          )}
          {step.step === "pins" && <PinForm machine={step.machine.id} />}
        </div>
        {step.step === "import" && <ImportFile machine={step.machine.id} />}
        <WayOut leave={() => setStep(undefined)}>
          {step.step === "pins" || step.step === "import" ? text.back : common.cancel}
        </WayOut>
      </section>
    );
  return (
    <>
      <div role="status">{done && <Done key={done} message={done} />}</div>
      <h2 id="machines-title">{text.machines}</h2>
      {details.machines.length === 0 && <p>{text.none}</p>}
      <div class="panels">
        {details.machines.map((machine) => (
          <MachinePanel
            key={machine.id}
            machine={machine}
            open={data.readOnly ? undefined : open}
          />
        ))}
      </div>
      {!data.readOnly && (
        <p class="button-row">
          <button class="button" type="button" onClick={() => open({ step: "add" })}>
            {text.add}
          </button>
        </p>
      )}
    </>
  );
}

function titleOf(step: Step): string {
  if (step.step === "add") return text.add;
  const names = { clock: text.wrongClock, pins: text.pins, import: text.import };
  return `${names[step.step]}: ${step.machine.name}`;
}

/** The day of a machine's own time. */
const dayOf = (time: string) => dayText(time.slice(0, 10));

interface MachinePanelProps {
  readonly machine: Machine;
  readonly open: ((step: Step) => void) | undefined;
}

/** Long: markup, in the order of the page. */
function MachinePanel({ machine, open }: MachinePanelProps) {
  const { id, name, zone, clocks, kind } = machine;
  const choices = [
    ["import", text.import],
    ["clock", text.wrongClock],
    ["pins", text.pins],
  ] as const;
  return (
    <section class="panel" aria-labelledby={`machine-${id}`}>
      <h3 id={`machine-${id}`}>{name}</h3>
      <p class="hint">
        {id}, {text.zone} {zone}
      </p>
      {kind === "gate" && <p>{text.gateHint}</p>}
      {kind === "gate" && open && (
        <p>
          {/* A document of its own: only it may use the camera. */}
          <a
            class="button button-quiet"
            href={href(`${gatePath}?gerbang=${id}`)}
            target="_blank"
            rel="noopener"
          >
            {text.openGate}: {name}
          </a>
        </p>
      )}
      {clocks.length === 0 ? (
        <p>{text.noClocks}</p>
      ) : (
        <ul>
          {clocks.map(({ from, until, minutes }) => (
            <li key={from}>{text.clockOf(dayOf(from), until && dayOf(until), minutes)}</li>
          ))}
        </ul>
      )}
      {open && kind !== "gate" && (
        <p class="button-row">
          {choices.map(([step, label]) => (
            <button
              key={step}
              class="button button-quiet"
              type="button"
              aria-label={`${label}: ${name}`}
              onClick={() => open({ step, machine })}
            >
              {label}
            </button>
          ))}
        </p>
      )}
    </section>
  );
}
