import { useMemo } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { OwnFields, OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { call } from "../api/member-client.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { requestForm as text } from "../messages/request-form.ts";
import { requests } from "../messages/requests.ts";
import { BeginRequest } from "./begin-request.tsx";
import { CheckStep } from "./check-step.tsx";
import { ElsewhereNotice, KeptHere, newFailures } from "./elsewhere-notice.tsx";
import { FieldsStep } from "./fields-step.tsx";
import { FilesStep } from "./files-step.tsx";
import type { AskedContent, FormPart, KindParts } from "./form-part.ts";
import { type Draft, forgetDraft, isGone, keepNames, sentFiles } from "./request-draft.ts";
import { tellNext } from "./told-next.ts";
import { useDraft } from "./use-draft.ts";
import { useEvidence } from "./use-evidence.ts";

interface KindFormProps {
  readonly fields: OwnFields;
  /** An officer asks about it. */
  readonly request: OwnRequest | undefined;
  /** Of the address, of one that is new. */
  readonly word: string;
  readonly step: string | undefined;
  readonly onMoved: () => void;
}

/** The steps of the part that the address or the request names; without one, all that can be asked for. */
export function StepsOf({ parts, ...props }: KindFormProps & { readonly parts: KindParts }) {
  const { fields, request, word } = props;
  // Its inputs are made anew with it, and lose what has the focus.
  const part = useMemo(
    () => (request ? parts.about(request, fields)?.part : parts.named(word, fields)),
    [request, fields, word, parts],
  );
  if (!part || (!request && part.open))
    return (
      <>
        {part && <KeptHere part={part} />}
        <BeginRequest fields={fields} />
      </>
    );
  return <Steps key={request?.id ?? part.slot} {...props} {...{ part, parts }} />;
}

interface StepsProps extends Omit<KindFormProps, "word"> {
  readonly part: FormPart;
  readonly parts: KindParts;
}

/** Long: the three steps, each with what it needs. */
function Steps({ fields, part, parts, request, onMoved, step }: StepsProps) {
  const { route } = useLocation();
  const slot = request?.id ?? part.slot;
  const address = request ? `/pengajuan?id=${request.id}` : `/pengajuan?baru=${part.slot}`;
  const typedBefore = request && parts.about(request, fields)?.typed;
  const { draft, change, saved, stop, lose, renew } = useDraft({
    slot,
    part,
    request,
    typedBefore,
  });
  const evidence = useEvidence({
    draftKey: draft.filesKey ?? draft.key,
    onFiles: (after) => change((before) => ({ files: after(before.files) })),
  });
  const asked = part.askedOf(draft);
  const goTo = (next: string) => route(href(`${address}&langkah=${next}`));
  const send = async () => {
    if (!asked) return;
    stop();
    const sent = await sendRequest({ draft, asked, request }).catch((error: unknown) => {
      // One that was answered or decided meanwhile is shown as it is now, with what was typed here.
      if (isGone(error)) (request ? onMoved : lose)();
      throw error;
    });
    keepNames(draft.files);
    forgetDraft(slot);
    tellNext(text.sent(sent.number));
    route(href(`/pengajuan?id=${sent.id}`));
  };
  const discard = () => {
    stop();
    forgetDraft(slot);
    route(href("/pengajuan"));
  };
  const isOnItsWay = evidence.waiting.length > 0;
  const view = viewOf({ step, hasContent: asked !== undefined, isOnItsWay });
  const title = common.pages.ownRequests;
  return (
    <>
      {draft.isElsewhere && <ElsewhereNotice {...{ part, parts, fields, discard }} goOn={renew} />}
      {view === "berkas" && (
        <FilesStep
          key={draft.key}
          {...{ title, evidence }}
          needed={part.needsFile(draft)}
          files={draft.files}
          onRemoved={(file) =>
            change(({ files }) => ({ files: files.filter((each) => each.file !== file) }))
          }
          goOn={() => goTo("periksa")}
        />
      )}
      {view === "periksa" && (
        <CheckStep
          key={draft.key}
          {...{ title, part, draft, address, send }}
          failures={request ? requests.failures : newFailures}
        />
      )}
      {view === "isian" && (
        <FieldsStep
          key={draft.key}
          {...{ title, part, draft, request, typedBefore }}
          onTyped={(typed) => change(() => typed)}
          goOn={() => goTo("berkas")}
        />
      )}
      <p class="hint" role="status">
        {saved && !draft.isElsewhere && (saved === "there" ? text.savedThere : text.savedHere)}
      </p>
    </>
  );
}

interface View {
  readonly step: string | undefined;
  readonly hasContent: boolean;
  readonly isOnItsWay: boolean;
}

/** An address of a later step than what was done leads back to what is missing. */
function viewOf({ step, hasContent, isOnItsWay }: View): "isian" | "berkas" | "periksa" {
  if (!hasContent || (step !== "berkas" && step !== "periksa")) return "isian";
  return isOnItsWay ? "berkas" : step;
}

interface Sent {
  readonly draft: Draft;
  readonly asked: AskedContent;
  readonly request: OwnRequest | undefined;
}

async function sendRequest({ draft, asked, request }: Sent): Promise<OwnRequest> {
  const files = sentFiles(draft);
  if (!request) {
    const body = { key: draft.key, files, ...asked };
    return await call("POST /api/requests/mine", { body });
  }
  const { id, version } = request;
  const body = { version, reason: draft.reply.trim(), files, content: asked.content };
  return await call("POST /api/requests/mine/{id}/revise", { params: { id }, body });
}
