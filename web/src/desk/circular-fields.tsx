import { useState } from "preact/hooks";
import type { Announcement } from "#shared/notification/announcement.ts";
import type { CircularBody } from "#shared/notification/circular.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { fileAddress, request } from "../api/client.ts";
import { useReading } from "../components/use-reading.ts";
import { type Check, required } from "../forms/checks.ts";
import { failureText } from "../forms/failure.ts";
import { TextField } from "../forms/field.tsx";
import { announce as text } from "../messages/announce.ts";
import { DayField, day as dayCheck } from "../officer/day-field.tsx";
import { saveFile } from "../save-file.ts";
import { linesOf, Paragraphs } from "./paragraphs.tsx";

const needed = ["number", "nature", "place", "day", "to", "signerPost", "signerName"] as const;

/** The fields of a letter. */
export const circularNames = [...needed, "enclosure", "office"] as const;
type Values = Readonly<Record<(typeof circularNames)[number], string>>;

export const circularChecks: Readonly<Partial<Record<(typeof circularNames)[number], Check>>> = {
  ...Object.fromEntries(needed.map((name) => [name, required])),
  day: dayCheck,
};

/** The letter that the form says. */
export function circularOf({ to, enclosure, office, ...values }: Values): CircularBody {
  const { number, nature, place, day, signerPost, signerName } = values;
  return {
    ...{ number, nature, place, day, signerPost, signerName, to: linesOf(to) },
    ...(enclosure.trim() && { enclosure }),
    ...(office.trim() && { office }),
  };
}

const previewNames = [...circularNames, "subject", "text"] as const;

interface CircularFieldsProps {
  /** The text about the card, which its officer may change. */
  readonly draft: Announcement["words"];
}

/** What a letter says besides title and text, the usual text, and a look at it before it is sent. Long: markup, in the order of the form. */
export function CircularFields({ draft }: CircularFieldsProps) {
  const [told, setTold] = useState("");
  const { failure, busy, run } = useReading();
  const preview = (form: HTMLFormElement | null) =>
    run(async () => {
      const data = new FormData(form ?? undefined);
      const values = keyed(previewNames, (name) => String(data.get(name) ?? ""));
      const isWhole = [...needed, "subject" as const, "text" as const].every(
        (name) => values[name].trim() !== "",
      );
      setTold(isWhole ? "" : text.previewMissing);
      if (!isWhole) return;
      const body = {
        words: { title: values.subject, text: values.text },
        circular: circularOf(values),
      };
      const address = fileAddress("POST /api/officer/agency/announcements/circular/preview");
      const headers = { "x-kartu": "1", "content-type": "application/json" };
      const sent = { method: "POST", headers, body: JSON.stringify(body) };
      saveFile("surat-edaran-pratinjau.pdf", await (await request(address, sent)).blob());
      setTold(text.previewed);
    });
  return (
    <fieldset>
      <legend>{text.letter}</legend>
      <p class="hint">
        {text.letterHint} {text.unsigned}
      </p>
      <p>
        <button
          class="button button-quiet"
          type="button"
          onClick={({ currentTarget: { form } }) => {
            fill(form, "subject", draft.title);
            fill(form, "text", draft.text);
            setTold(text.filled);
          }}
        >
          {text.fill}
        </button>
      </p>
      <TextField name="office" label={text.office} autoComplete="off" />
      <TextField name="number" label={`${text.number} *`} autoComplete="off" />
      <TextField
        name="nature"
        label={`${text.nature} *`}
        autoComplete="off"
        defaultValue={text.natureUsual}
      />
      <TextField name="enclosure" label={text.enclosure} autoComplete="off" />
      <TextField name="place" label={`${text.place} *`} autoComplete="off" />
      <DayField name="day" label={`${text.day} *`} />
      <Paragraphs name="to" label={`${text.to} *`} />
      <TextField name="signerPost" label={`${text.signerPost} *`} autoComplete="off" />
      <TextField name="signerName" label={`${text.signerName} *`} autoComplete="off" />
      <p>
        <button
          class="button button-quiet"
          type="button"
          aria-disabled={busy}
          onClick={({ currentTarget: { form } }) => void preview(form)}
        >
          {text.preview}
        </button>
      </p>
      <p role="status">{told}</p>
      {failure && (
        <p class="notice notice-warning" role="alert">
          {failureText(failure)}
        </p>
      )}
    </fieldset>
  );
}

/** The form's inputs hold their values themselves. */
function fill(form: HTMLFormElement | null, name: string, value: string): void {
  const input = form?.elements.namedItem(name);
  if (input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement)
    input.value = value;
}
