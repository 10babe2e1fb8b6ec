import { useCallback, useState } from "preact/hooks";
import type { OwnFields } from "#shared/request-kinds/request-kind-answers.ts";
import { call } from "../api/member-client.ts";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { requestForm as text } from "../messages/request-form.ts";
import { requests } from "../messages/requests.ts";
import type { FormPart, KindParts } from "./form-part.ts";
import { draftOf, forgetDraft, goneCodes } from "./request-draft.ts";

/** What a new request is refused with: of one that is gone the notice below says why. */
export const newFailures: Readonly<Record<string, string>> = {
  ...requests.failures,
  ...Object.fromEntries([...goneCodes].map((code) => [code, text.elsewhere.refused])),
};

interface ElsewhereProps {
  readonly part: FormPart;
  readonly parts: KindParts;
  readonly fields: OwnFields;
  /** With what was typed here, as a request of its own. */
  readonly goOn: () => void;
  /** Without it. */
  readonly discard: () => void;
}

/** What was begun here went on elsewhere: what was typed here stays, and its person says what becomes of it. */
export function ElsewhereNotice({ part, parts, fields, goOn, discard }: ElsewhereProps) {
  const find = useCallback(async () => {
    const { items } = await call("GET /api/requests/mine");
    return items.find(
      (each) => each.turn !== "nobody" && parts.about(each, fields)?.part.slot === part.slot,
    );
  }, [part, parts, fields]);
  // Until it is found, and without an answer, the list of requests has it: what comes late moves nothing.
  const { data: other } = useLoad(find);
  return (
    <div class="notice notice-warning" role="alert">
      <p>{text.elsewhere.told}</p>
      <p class="button-row">
        <button class="button button-quiet" type="button" onClick={goOn}>
          {text.elsewhere.asOwn}
        </button>
        <a
          class="button button-quiet"
          href={href(other ? `/pengajuan?id=${other.id}` : "/pengajuan")}
        >
          {text.elsewhere.openOther}
        </a>
        <button class="button button-quiet" type="button" onClick={discard}>
          {text.elsewhere.discard}
        </button>
      </p>
    </div>
  );
}

/** Something was typed here of what is asked for already. */
export function KeptHere({ part }: Pick<ElsewhereProps, "part">) {
  const [draft, setDraft] = useState(() => draftOf(part.slot));
  if (!draft || !part.askedOf(draft)) return null;
  const discard = () => {
    forgetDraft(part.slot);
    setDraft(undefined);
    document.querySelector<HTMLElement>("#choose-title")?.focus();
  };
  return (
    <div class="notice notice-info">
      <p>{text.elsewhere.kept}</p>
      <button class="button button-quiet" type="button" onClick={discard}>
        {text.elsewhere.discard}
      </button>
    </div>
  );
}
