import { useCallback, useLayoutEffect } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { OwnFields, OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Loading } from "../components/page-lost.tsx";
import { useLoad } from "../components/use-load.ts";
import { href } from "../language.ts";
import type { PageQuery } from "../officer/page-query.ts";
import { adopt } from "./adopt-draft.ts";
import { BeginRequest } from "./begin-request.tsx";
import { kindOfWord, partsOf } from "./kind-forms.ts";
import { noticeGone } from "./notice-gone.ts";
import { draftOf } from "./request-draft.ts";
import { StepsOf } from "./request-steps.tsx";

interface RequestFormProps {
  readonly query: PageQuery;
  /** The one that is answered, or a draft that is gone on with. */
  readonly id: OwnRequest["id"] | undefined;
}

/** What is asked, the papers behind it, and all of it once more: one after the other, each with an address of its own. */
export function RequestForm({ query, id }: RequestFormProps) {
  const { baru: word } = query;
  const load = useCallback(() => read(id, word), [id, word]);
  const { data, failure, reload } = useLoad(load);
  return (
    <>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <Loading />}
      {data && <Begun {...data} query={query} onMoved={reload} />}
    </>
  );
}

async function read(id: OwnRequest["id"] | undefined, word: string | undefined) {
  const [fields, request] = await Promise.all([
    call("GET /api/requests/mine/fields"),
    id && call("GET /api/requests/mine/{id}", { params: { id } }),
  ]);
  if (!id && word) await takeOver(word, fields);
  const resumed = request && (await adopt(request, fields));
  return { fields, request: resumed === undefined ? request : undefined, resumed };
}

/** What another device began of this goes on here, instead of a second draft beside it; what was begun here may have gone on there. Without an answer this device begins anew. */
async function takeOver(word: string, fields: OwnFields): Promise<void> {
  const parts = await partsOf(kindOfWord(word));
  const part = parts.named(word, fields);
  if (!part || part.open) return;
  if (draftOf(part.slot)) return await noticeGone(part.slot);
  try {
    const { items } = await call("GET /api/requests/mine");
    const begun = items.find(
      (each) => each.state === "draft" && parts.about(each, fields)?.part.slot === part.slot,
    );
    if (begun) await adopt(begun, fields);
  } catch {
    // The draft stays in the list.
  }
}

interface BegunProps {
  readonly fields: OwnFields;
  /** An officer asks about it. */
  readonly request: OwnRequest | undefined;
  /** The word of the form that a draft is gone on with in. */
  readonly resumed: string | undefined;
  readonly query: PageQuery;
  readonly onMoved: () => void;
}

function Begun({ fields, request, resumed, query, onMoved }: BegunProps) {
  const { route } = useLocation();
  const elsewhere =
    resumed === undefined
      ? request && request.state !== "clarifying" && `/pengajuan?id=${request.id}`
      : `/pengajuan?baru=${resumed}`;
  useLayoutEffect(() => {
    if (elsewhere) route(href(elsewhere), true);
  }, [elsewhere]);
  if (elsewhere) return <Loading />;
  const { baru: word = "", langkah: step } = query;
  if (!request && word === "") return <BeginRequest fields={fields} />;
  const kind = request?.kind ?? kindOfWord(word);
  return <OfKind key={kind} kind={kind} {...{ fields, request, word, step, onMoved }} />;
}

interface OfKindProps extends Omit<Parameters<typeof StepsOf>[0], "parts"> {
  readonly kind: OwnRequest["kind"];
}

/** Its form is brought only to who needs it. */
function OfKind({ kind, ...props }: OfKindProps) {
  const load = useCallback(() => partsOf(kind), [kind]);
  const { data: parts, failure, reload } = useLoad(load);
  return (
    <>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!parts && !failure && <Loading />}
      {parts && <StepsOf {...props} parts={parts} />}
    </>
  );
}
