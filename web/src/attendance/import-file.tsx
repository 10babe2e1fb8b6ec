import { useRef, useState } from "preact/hooks";
import { FieldFrame, useFieldWiring } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { machinesText as text } from "../messages/attendance-machines.ts";
import { type Column, DataTable } from "../officer/data-table.tsx";
import { monthsLater } from "../workday/month-steps.tsx";
import { MonthField } from "./month-field.tsx";
import { type Sent, sendFile } from "./send-readings.ts";

interface Progress {
  readonly done: number;
  readonly all: number;
}

/** A machine's file is chosen, read here, sent in parts; then what is wrong with it. Long: markup, in the order of the page. */
export function ImportFile({ machine }: { readonly machine: string }) {
  const [progress, setProgress] = useState<Progress>();
  const [sent, setSent] = useState<Sent>();
  const input = useRef<HTMLInputElement>(null);
  const send = async (month: string) => {
    const file = input.current?.files?.[0];
    if (!file) return;
    setSent(undefined);
    try {
      const told = await sendFile(file, {
        ...{ machine, from: `${month}-01`, until: lastDayOf(month) },
        onPart: (done, all) => setProgress({ done, all }),
      });
      setSent(told);
    } finally {
      setProgress(undefined);
    }
  };
  return (
    <>
      <div class="narrow-form">
        <Form
          title={text.import}
          names={["file", "bulan"]}
          check={() =>
            input.current?.files?.[0] ? [] : [{ field: "file", code: "required" } as const]
          }
          submit={text.send}
          failures={text.failures}
          problems={{ required: text.noFile }}
          send={({ bulan }) => send(bulan)}
        >
          <ChosenFile input={input} />
          <MonthField hint={text.monthHint} />
        </Form>
      </div>
      <div class="outcome" role="status">
        {progress && (
          <p>{progress.all === 0 ? text.reading : text.sending(progress.done, progress.all)}</p>
        )}
        {sent && <SentFile sent={sent} />}
      </div>
    </>
  );
}

/** The day before the next month begins. */
function lastDayOf(month: string): string {
  const next = Date.parse(`${monthsLater(month, 1)}-01T00:00:00Z`);
  return new Date(next - 1).toISOString().slice(0, 10);
}

function ChosenFile({ input }: { readonly input: { current: HTMLInputElement | null } }) {
  const wiring = useFieldWiring({ name: "file", hint: text.fileHint });
  return (
    <FieldFrame name="file" label={`${text.file} *`} hint={text.fileHint}>
      <input
        {...wiring}
        class="evidence-file"
        type="file"
        accept=".csv,.txt,.dat,text/csv,text/plain"
        ref={input}
      />
    </FieldFrame>
  );
}

/** So many a page shows well; a file has the rest wrong alike. */
const mostShown = 200;

type Finding = Sent["findings"][number];

const columns: readonly Column<Finding>[] = [
  { key: "line", label: text.where, cell: ({ line }) => text.line(line) },
  { key: "code", label: text.what, cell: ({ code }) => text.codes[code] },
  { key: "value", label: text.value, cell: ({ value }) => value.replace("T", " ") || "–" },
];

function SentFile({ sent }: { readonly sent: Sent }) {
  const { lines, readings, added, known, findings } = sent;
  const [refused = [], noted = []] = (["error", "warning"] as const).map((severity) =>
    findings.filter((each) => each.severity === severity),
  );
  return (
    <>
      <h3>{text.result}</h3>
      <p class={readings === 0 ? "notice notice-warning" : "notice notice-good"}>
        {text.taken(lines, readings)} {text.changed(added, known)}
      </p>
      {findings.length === 0 && <p>{text.noFindings}</p>}
      <Findings title={text.refused(refused.length)} findings={refused} />
      <Findings title={text.noted(noted.length)} findings={noted} />
    </>
  );
}

interface FindingsProps {
  readonly title: string;
  readonly findings: readonly Finding[];
}

function Findings({ title, findings }: FindingsProps) {
  if (findings.length === 0) return null;
  const shown = findings.slice(0, mostShown);
  return (
    <>
      <h4>{title}</h4>
      <DataTable
        caption={title}
        columns={columns}
        rows={shown}
        keyOf={({ line, code }) => `${line} ${code}`}
      />
      {shown.length < findings.length && <p>{text.only(shown.length, findings.length)}</p>}
    </>
  );
}
