import { useCallback } from "preact/hooks";
import type { OwnFields } from "#shared/request-kinds/request-kind-answers.ts";
import { call } from "../api/member-client.ts";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { requestForm as text } from "../messages/request-form.ts";
import { requests } from "../messages/requests.ts";
import type { FormPart, KindParts } from "./form-part.ts";
import { draftOf, goneCodes } from "./request-draft.ts";

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
}

/** What was begun here went on elsewhere: what was typed here stays, and its person says what becomes of it. */
export function ElsewhereNotice({ part, parts, fields, goOn }: ElsewhereProps) {
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
      </p>
    </div>
  );
}

/** Something was typed here of what is asked for already. */
export function KeptHere({ part }: Pick<ElsewhereProps, "part">) {
  const draft = draftOf(part.slot);
  if (!draft || !part.askedOf(draft)) return null;
  return <p class="notice notice-info">{text.elsewhere.kept}</p>;
}
