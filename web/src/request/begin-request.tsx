import type { OwnFields } from "#shared/request-kinds/request-kind-answers.ts";
import { href } from "../language.ts";
import { requestForm as text } from "../messages/request-form.ts";
import { requestKinds } from "../messages/request-kinds.ts";
import { requests } from "../messages/requests.ts";
import { StepTitle } from "../officer/step-title.tsx";
import {
  attendanceWord,
  claimWord,
  leaveWord,
  letterWord,
  photoWord,
  reportWord,
} from "./form-words.ts";

interface Beginning {
  /** Of the address. */
  readonly word: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** What is on its way, instead of which there is no second one. */
  readonly open?: string | undefined;
}

/** All that can be asked for, by its kind: what is asked for already leads there. */
function beginningsOf({ groups, photo, reportable }: OwnFields): readonly Beginning[] {
  const changes = groups.map(({ group, fields, open }) => ({
    ...{ word: group, label: requests.groups[group], open },
    hint: fields.some(({ ofTwo }) => ofTwo) ? text.needsFile : text.ofOne,
  }));
  const { photo: newPhoto, report } = requestKinds;
  const isAnyLeft = reportable.some(({ open }) => !open);
  return [
    ...changes,
    { word: photoWord, label: newPhoto.title, hint: newPhoto.when, open: photo.open },
    { word: letterWord, label: requestKinds.letter.title, hint: requestKinds.letter.when },
    { word: leaveWord, label: requestKinds.leave.title, hint: requestKinds.leave.when },
    {
      ...{ word: attendanceWord, label: requestKinds.attendance.title },
      hint: requestKinds.attendance.when,
    },
    { word: claimWord, label: requestKinds.claim.title, hint: requestKinds.claim.when },
    ...(isAnyLeft ? [{ word: reportWord, label: report.title, hint: report.when }] : []),
  ];
}

/** What is asked for. */
export function BeginRequest({ fields }: { readonly fields: OwnFields }) {
  return (
    <section class="panel" aria-labelledby="choose-title">
      <StepTitle id="choose-title">{text.choose}</StepTitle>
      <p>{text.oneAtATime}</p>
      <ul class="choices">
        {beginningsOf(fields).map(({ word, label, hint, open }) => (
          <li key={word}>
            <a href={href(open ? `/pengajuan?id=${open}` : `/pengajuan?baru=${word}`)}>{label}</a>
            {open && <strong> ({text.open})</strong>}
            {!open && hint && <div class="hint">{hint}</div>}
          </li>
        ))}
      </ul>
    </section>
  );
}
