import { useCallback, useLayoutEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { OwnFields, OwnRequest } from "#shared/data-change/data-change-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { ownRequests as text } from "../messages/own-requests.ts";
import type { PageQuery } from "../officer/page-query.ts";
import { adopt } from "./adopt-draft.ts";
import { BeginRequest } from "./begin-request.tsx";
import { CheckStep } from "./check-step.tsx";
import { FieldsStep, type Group } from "./fields-step.tsx";
import { FilesStep } from "./files-step.tsx";
import { askedIn, changedIn, type Draft, forgetDraft, keepNames } from "./request-draft.ts";
import { tellNext } from "./told-next.ts";
import { useDraft } from "./use-draft.ts";
import { useEvidence } from "./use-evidence.ts";

interface RequestFormProps {
  readonly query: PageQuery;
  /** The one that is answered, or a draft that is gone on with. */
  readonly id: OwnRequest["id"] | undefined;
}

/** What is to be changed, the papers behind it, and all of it once more: one after the other, each with an address of its own. */
export function RequestForm({ query, id }: RequestFormProps) {
  const load = useCallback(() => read(id), [id]);
  const { data, failure, reload } = useLoad(load);
  return (
    <>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && <Begun {...data} query={query} onMoved={reload} />}
    </>
  );
}

async function read(id: OwnRequest["id"] | undefined) {
  const [fields, request] = await Promise.all([
    call("GET /api/requests/mine/fields"),
    id && call("GET /api/requests/mine/{id}", { params: { id } }),
  ]);
  const resumed = request && (await adopt(request, fields));
  return { fields, request: resumed === undefined ? request : undefined, resumed };
}

interface BegunProps {
  readonly fields: OwnFields;
  /** An officer asks about it. */
  readonly request: OwnRequest | undefined;
  /** The part of the record that a draft is about. */
  readonly resumed: Group["group"] | undefined;
  readonly query: PageQuery;
  readonly onMoved: () => void;
}

function Begun({ fields, request, resumed, query, onMoved }: BegunProps) {
  const { route } = useLocation();
  const elsewhere = resumed
    ? `/pengajuan?baru=${resumed}`
    : request && request.state !== "clarifying" && `/pengajuan?id=${request.id}`;
  useLayoutEffect(() => {
    if (elsewhere) route(href(elsewhere), true);
  }, [elsewhere]);
  if (elsewhere) return null;
  const group = fields.groups.find((each) =>
    request ? isAbout(request, each) : each.group === query.baru,
  );
  if (!group || (!request && group.open)) return <BeginRequest groups={fields.groups} />;
  return (
    <Steps
      key={request?.id ?? group.group}
      {...{ fields, group, request, onMoved }}
      step={query.langkah}
    />
  );
}

interface StepsProps extends Pick<BegunProps, "fields" | "request" | "onMoved"> {
  readonly group: Group;
  readonly step: string | undefined;
}

/** Long: the three steps, each with what it needs. */
function Steps({ fields, group, request, onMoved, step }: StepsProps) {
  const { route } = useLocation();
  const slot = request?.id ?? group.group;
  const address = request ? `/pengajuan?id=${request.id}` : `/pengajuan?baru=${group.group}`;
  const { draft, change, saved, stop } = useDraft({ slot, group, request });
  const evidence = useEvidence({
    draftKey: draft.key,
    onFiles: (after) => change((before) => ({ files: after(before.files) })),
  });
  const changed = changedIn(draft, group.fields);
  const old = Object.fromEntries(group.fields.map(({ field, value }) => [field, value]));
  const needed = group.fields.some(({ field, ofTwo }) => ofTwo && changed[field] !== undefined);
  const goTo = (next: string) => route(href(`${address}&langkah=${next}`));
  const send = async () => {
    stop();
    const sent = await sendRequest({ draft, changed, request });
    keepNames(draft.files);
    forgetDraft(slot);
    tellNext(text.sent(sent.number));
    route(href(`/pengajuan?id=${sent.id}`));
  };
  const hasChanges = Object.keys(changed).length > 0;
  const view = viewOf({ step, hasChanges, isOnItsWay: evidence.waiting.length > 0 });
  const title = common.pages.ownRequests;
  return (
    <>
      {view === "berkas" && (
        <FilesStep
          {...{ title, evidence, needed }}
          files={draft.files}
          onRemoved={(file) =>
            change(({ files }) => ({ files: files.filter((each) => each.file !== file) }))
          }
          goOn={() => goTo("periksa")}
        />
      )}
      {view === "periksa" && (
        <CheckStep
          {...{ title, draft, changed, old, address, send }}
          onFailed={(code) => code === "request-moved" && onMoved()}
        />
      )}
      {view === "isian" && (
        <FieldsStep
          {...{ title, fields, group, draft, request }}
          onTyped={(typed) => change(() => typed)}
          goOn={() => goTo("berkas")}
        />
      )}
      <p class="hint" role="status">
        {saved && (saved === "there" ? text.savedThere : text.savedHere)}
      </p>
    </>
  );
}

interface View {
  readonly step: string | undefined;
  readonly hasChanges: boolean;
  readonly isOnItsWay: boolean;
}

/** An address of a later step than what was done leads back to what is missing. */
function viewOf({ step, hasChanges, isOnItsWay }: View): "isian" | "berkas" | "periksa" {
  if (!hasChanges || (step !== "berkas" && step !== "periksa")) return "isian";
  return isOnItsWay ? "berkas" : step;
}

interface Sent {
  readonly draft: Draft;
  readonly changed: Readonly<Record<string, string>>;
  readonly request: OwnRequest | undefined;
}

async function sendRequest({ draft, changed, request }: Sent): Promise<OwnRequest> {
  const asked = askedIn(draft, changed);
  if (!request) {
    const body = { key: draft.key, kind: "data-change" as const, ...asked };
    return await call("POST /api/requests/mine", { body });
  }
  const { id, version } = request;
  const body = { version, reason: draft.reply.trim(), ...asked };
  return await call("POST /api/requests/mine/{id}/revise", { params: { id }, body });
}

function isAbout({ content }: OwnRequest, { fields }: Group): boolean {
  return fields.some(({ field }) => content.values[field] !== undefined);
}
