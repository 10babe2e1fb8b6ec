import { longestPurpose, statementKinds } from "#shared/letter-request/statement-kinds.ts";
import { TextField } from "../forms/field.tsx";
import { letterWords } from "../messages/letter-words.ts";
import { requestKinds } from "../messages/request-kinds.ts";
import { SelectField } from "../officer/select-field.tsx";
import type { FormPart, KindParts, Typed } from "./form-part.ts";
import { letterWord } from "./form-words.ts";

const { letter: text } = requestKinds;

/** That the own agency writes a surat keterangan. */
export const letterParts: KindParts = {
  named: () => part,
  about: (request) => {
    if (request.kind !== "letter") return undefined;
    const { letter, purpose, note = "" } = request.content;
    return { part, typed: { values: { letter, purpose }, note } };
  },
};

const letterIn = ({ values }: Typed) =>
  statementKinds.find((each) => each === values.letter) ?? statementKinds[0];
const purposeIn = ({ values }: Typed) => values.purpose?.trim() ?? "";

const part: FormPart = {
  ...{ slot: letterWord, heading: text.title, hint: text.hint, open: undefined },
  fields: ["letter", "purpose"],
  nameOf: (field) =>
    field === "letter" ? text.letter : field === "note" ? text.note : text.purpose,
  keptOf: (_field, typed) => typed,
  problemsOf: (typed) => {
    const purpose = purposeIn(typed);
    const isSaid = letterIn(typed) !== "keterangan" || typed.note.trim() !== "";
    return [
      ...(purpose === "" ? [{ field: "purpose", code: "required" } as const] : []),
      ...(purpose.length > longestPurpose
        ? [{ field: "purpose", code: "too-long", params: { max: longestPurpose } } as const]
        : []),
      ...(isSaid ? [] : [{ field: "note", code: "required" } as const]),
    ];
  },
  askedOf: (typed) => {
    const [purpose, note] = [purposeIn(typed), typed.note.trim()];
    if (purpose === "") return undefined;
    const content = { letter: letterIn(typed), purpose, ...(note !== "" && { note }) };
    return { kind: "letter", content };
  },
  needsFile: () => false,
  note: { label: text.note, hint: text.noteHint },
  problems: { "person-not-active": letterWords.problems["person-not-active"] },
  Inputs: ({ draft }) => (
    <>
      <SelectField
        name="letter"
        label={`${text.letter} *`}
        options={statementKinds.map((each) => [each, text.kinds[each]])}
        value={letterIn(draft)}
      />
      <TextField
        name="purpose"
        label={`${text.purpose} *`}
        hint={text.purposeHint}
        autoComplete="off"
        defaultValue={draft.values.purpose ?? ""}
      />
    </>
  ),
  Shown: ({ draft }) => (
    <dl class="own-record">
      <div>
        <dt>{text.letter}</dt>
        <dd>{text.kinds[letterIn(draft)]}</dd>
      </div>
      <div>
        <dt>{text.purpose}</dt>
        <dd translate={false}>{purposeIn(draft)}</dd>
      </div>
    </dl>
  ),
};
