import { useState } from "preact/hooks";
import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { keptAnswer as text } from "../messages/kept-answer.ts";
import { draftOf, forgetDraft } from "./request-draft.ts";

/** An answer that was typed here, to a question that another device has answered: nothing of it is lost, and nothing of it was sent. */
export function KeptAnswer({ id }: Pick<OwnRequest, "id">) {
  const [draft, setDraft] = useState(() => draftOf(id));
  if (!draft) return null;
  const typed = [draft.reply, draft.note, ...Object.values(draft.values)].filter(
    (each) => each.trim() !== "",
  );
  const forget = () => {
    forgetDraft(id);
    setDraft(undefined);
  };
  return (
    <div class="notice notice-warning" role="status">
      <p>{text.sent}</p>
      <ul translate={false}>
        {typed.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <button class="button button-quiet" type="button" onClick={forget}>
        {text.forget}
      </button>
    </div>
  );
}
