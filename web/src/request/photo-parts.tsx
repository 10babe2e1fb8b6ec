import { newPhotoWhys } from "#shared/new-photo/new-photo-whys.ts";
import { href } from "../language.ts";
import { requestKinds } from "../messages/request-kinds.ts";
import { SelectField } from "../officer/select-field.tsx";
import type { FormPart, KindParts, Typed } from "./form-part.ts";
import { photoWord } from "./form-words.ts";
import type { Draft } from "./request-draft.ts";

const { photo } = requestKinds;

/** That a petugas looks at the own photo, or at why the judge refuses it. */
export const photoParts: KindParts = {
  named: (_word, { photo: { has, open } }) => partOf(has === true, open),
  about: (request, { photo: { has, open } }) => {
    if (request.kind !== "new-photo") return undefined;
    const { why, note } = request.content;
    return { part: partOf(has === true, open), typed: { values: { why }, note } };
  },
};

function partOf(hasPhoto: boolean, open: FormPart["open"]): FormPart {
  const whys = newPhotoWhys.filter((why) => hasPhoto || why !== "unlike");
  const whyIn = ({ values }: Pick<Draft, "values">) =>
    whys.find((why) => why === values.why) ?? whys[0] ?? "refused";
  return {
    ...{ slot: photoWord, heading: photo.title, hint: photo.hint, open },
    fields: ["why"],
    nameOf: (field) => (field === "note" ? photo.note : photo.why),
    keptOf: (_field, typed) => typed,
    problemsOf: ({ note }) => (note.trim() === "" ? [{ field: "note", code: "required" }] : []),
    askedOf: (draft: Typed) => {
      const note = draft.note.trim();
      if (note === "") return undefined;
      return { kind: "new-photo", content: { why: whyIn(draft), note } };
    },
    needsFile: () => false,
    note: { label: `${photo.note} *`, hint: photo.noteHint },
    Inputs: ({ draft }) => (
      <>
        <p>
          {photo.direct} <a href={href("/foto")}>{photo.toStudio}</a>
        </p>
        <SelectField
          name="why"
          label={`${photo.why} *`}
          options={whys.map((why) => [why, photo.whys[why]])}
          value={whyIn(draft)}
        />
      </>
    ),
    Shown: ({ draft }) => (
      <p>
        <strong>{photo.why}:</strong> {photo.whys[whyIn(draft)]}
      </p>
    ),
  };
}
