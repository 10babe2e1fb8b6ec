import { useCallback } from "preact/hooks";
import { useLocation } from "preact-iso";
import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useLoad } from "../components/use-load.ts";
import { useReading } from "../components/use-reading.ts";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { common } from "../messages/common.ts";
import { ownRequests as text } from "../messages/own-requests.ts";
import { requests, stateText } from "../messages/requests.ts";
import { Told } from "../officer/told.tsx";
import { KeptAnswer } from "./kept-answer.tsx";
import { aboutText } from "./kind-words.ts";
import { OwnProof } from "./own-proof.tsx";
import { PlaceFacts } from "./requests-list.tsx";
import { Said, Way } from "./said.tsx";
import { takeTold, tellNext } from "./told-next.ts";
import { Trail } from "./trail.tsx";

/** With the names of all codes; it comes with the request, so that nothing moves. */
const RequestContent = lazyPart(() =>
  import("./kind-contents.tsx").then((part) => part.RequestContent),
);

/** One of the own requests: who has it, and everything that happened to it. */
export function OneRequest({ id }: { readonly id: OwnRequest["id"] }) {
  const load = useCallback(() => read(id), [id]);
  const { data, failure, reload } = useLoad(load);
  return (
    <>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!data && !failure && <p role="status">{common.loading}</p>}
      {data && <Whole {...data} onChanged={reload} />}
    </>
  );
}

const read = async (id: OwnRequest["id"]) => {
  const asked = call("GET /api/requests/mine/{id}", { params: { id } });
  const [request] = await Promise.all([asked, RequestContent.preload()]);
  return { request, told: takeTold() };
};

interface WholeProps {
  readonly request: OwnRequest;
  readonly told: string | undefined;
  readonly onChanged: () => void;
}

function Whole({ request, told, onChanged }: WholeProps) {
  const { id, number, state, turn, files, widened, trail } = request;
  return (
    <>
      <Told message={told} />
      <section class="panel" aria-labelledby="place-title">
        <h2 id="place-title">{requests.number(number)}</h2>
        <p>
          <strong>{stateText(request)}</strong>: {aboutText(request)}
        </p>
        <PlaceFacts request={request} />
        {turn !== "asker" && <KeptAnswer id={id} />}
        {widened && <p class="notice notice-info">{text.widened}</p>}
        {state === "clarifying" && (
          <div class="notice notice-warning">
            <Said {...{ request, act: "clarification-asked" }} way={text.answer}>
              <strong>{text.question}:</strong>
            </Said>
          </div>
        )}
        {state === "rejected" && (
          <div class="notice notice-warning">
            <Said {...{ request, act: "rejected" }} way={text.again} />
          </div>
        )}
        {state === "expired" && <Way request={request}>{text.again}</Way>}
        {state === "draft" && <Way request={request}>{text.resume}</Way>}
        {state !== "draft" && <OwnProof request={request} onRevoked={onChanged} />}
        <Withdrawing request={request} onChanged={onChanged} />
      </section>
      {trail.length > 0 && <Trail trail={trail} />}
      <section class="panel" aria-labelledby="changes-title">
        <h2 id="changes-title">{text.changes}</h2>
        {files.length > 0 && <p>{requests.files(files.length)}</p>}
        {request.filesGone && <p>{requests.filesGone}</p>}
        <RequestContent request={request} />
      </section>
    </>
  );
}

function Withdrawing({ request, onChanged }: Omit<WholeProps, "told">) {
  const { id, version, turn, state } = request;
  const { route } = useLocation();
  const { failure, run } = useReading(requests.failures);
  if (turn === "nobody") return null;
  const isDraft = state === "draft";
  const withdraw = () =>
    run(async () => {
      await call("POST /api/requests/mine/{id}/withdraw", { params: { id }, body: { version } });
      // What this device typed of it would come back as a draft.
      if (isDraft) (await import("./request-draft.ts")).forgetThrownAway(id);
      tellNext(isDraft ? text.discarded : text.withdrawn);
      if (isDraft) route(href("/pengajuan"));
      else onChanged();
    });
  return (
    <details>
      <summary>{isDraft ? text.discard : text.withdraw}</summary>
      {!isDraft && <p>{text.withdrawSure}</p>}
      {failure && <FailureNotice failure={failure} retry={onChanged} />}
      <button class="button button-danger" type="button" onClick={withdraw}>
        {isDraft ? text.discard : text.withdraw}
      </button>
    </details>
  );
}
