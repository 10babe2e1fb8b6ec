import type { OwnFields } from "#shared/data-change/data-change-answers.ts";
import { href } from "../language.ts";
import { ownRequests as text } from "../messages/own-requests.ts";
import { requests } from "../messages/requests.ts";
import { StepTitle } from "../officer/step-title.tsx";

/** Which part of the record changes: what is asked for already leads there. */
export function BeginRequest({ groups }: Pick<OwnFields, "groups">) {
  return (
    <section class="panel" aria-labelledby="choose-title">
      <StepTitle id="choose-title">{text.choose}</StepTitle>
      <p>{groups.length > 0 ? text.oneAtATime : text.noGroups}</p>
      <ul class="choices">
        {groups.map(({ group, fields, open }) => (
          <li key={group}>
            <a href={href(open ? `/pengajuan?id=${open}` : `/pengajuan?baru=${group}`)}>
              {requests.groups[group]}
            </a>
            {open && <strong> ({text.open})</strong>}
            {!open && fields.some(({ ofTwo }) => ofTwo) && <div class="hint">{text.needsFile}</div>}
          </li>
        ))}
      </ul>
    </section>
  );
}
