import { useRef, useState } from "preact/hooks";
import { FieldFrame, TextField, useFieldWiring } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { machinesText as text } from "../messages/attendance-machines.ts";
import { type Column, DataTable } from "../officer/data-table.tsx";
import { isMonth, lastMonth, monthAfter } from "./address.ts";
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
          check={({ bulan }) => [
            ...(input.current?.files?.[0] ? [] : [{ field: "file", code: "required" } as const]),
            ...(isMonth(bulan.trim()) ? [] : [{ field: "bulan", code: "malformed" } as const]),
          ]}
          submit={text.send}
          failures={text.failures}
          problems={{ required: text.noFile, malformed: text.monthHint }}
          send={({ bulan }) => send(bulan.trim())}
        >
          <ChosenFile input={input} />
          <TextField
            name="bulan"
            label={`${text.month} *`}
            hint={text.monthHint}
            defaultValue={lastMonth()}
            autoComplete="off"
          />
        </Form>
      </div>
      <div role="status">
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
  const next = Date.parse(`${monthAfter(month, 1)}-01T00:00:00Z`);
  return new Date(next - 1).toISOString().slice(0, 10);
}

function ChosenFile({ input }: { readonly input: { current: HTMLInputElement | null } }) {
  const wiring = useFieldWiring({ name: "file", hint: text.fileHint });
  return (
    <FieldFrame name="file" label={`${text.file} *`} hint={text.fileHint}>
      <input {...wiring} type="file" accept=".csv,.txt,.dat,text/csv,text/plain" ref={input} />
    </FieldFrame>
  );
}

/** So many a page shows well; a file has the rest wrong alike. */
const mostShown = 200;

type Finding = Sent["findings"][number];

const columns: readonly Column<Finding>[] = [
  { key: "line", label: text.where, cell: ({ line }) => text.line(line) },
  { key: "code", label: text.what, cell: ({ code }) => text.codes[code] },
  { key: "value", label: text.value, cell: ({ value }) => value || "–" },
];

function SentFile({ sent }: { readonly sent: Sent }) {
  const { lines, readings, added, known, findings } = sent;
  const shown = findings.slice(0, mostShown);
  return (
    <>
      <h3>{text.result}</h3>
      <p class="notice notice-good">
        {text.taken(lines, readings)} {text.changed(added, known)}
      </p>
      {findings.length === 0 && <p>{text.noFindings}</p>}
      {shown.length > 0 && (
        <>
          <h4>{text.findings}</h4>
          <DataTable
            caption={text.findings}
            columns={columns}
            rows={shown}
            keyOf={({ line, code }) => `${line} ${code}`}
          />
          {shown.length < findings.length && <p>{text.only(shown.length, findings.length)}</p>}
        </>
      )}
    </>
  );
}
