import type { ComponentChildren } from "preact";
import { useRef } from "preact/hooks";
import type { OwnRequest, OwnRequests } from "#shared/request-kinds/request-kind-answers.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import type { Failure } from "../forms/failure.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { ownHome as text } from "../messages/own-home.ts";
import { stateText } from "../messages/requests.ts";
import { holderText } from "../request/place-text.ts";
import { Instant } from "../session/instant.tsx";
import { TurnedDownList, useTurnedDown } from "./turned-down-list.tsx";
import {
  nameOf,
  type Waiting,
  waitingOfCampaigns,
  waitingOfDeciding,
  waitingOfRequests,
} from "./waiting.ts";

interface OwnPlaceProps {
  /** The first page of the own requests; undefined while unknown. */
  readonly requests: readonly OwnRequest[] | undefined;
  /** That wait for an answer. */
  readonly campaigns?: OwnRequests["campaigns"];
  /** How much waits for the reader in posts, by kind. */
  readonly deciding?: OwnRequests["deciding"];
  readonly failure: Failure | undefined;
  readonly reload: () => void;
  /** What else waits. */
  readonly others?: readonly Waiting[] | undefined;
  /** What waits and is told at length. */
  readonly children?: ComponentChildren;
  /** Something of that is there, or stands elsewhere on the page. */
  readonly isTold?: boolean;
}

/** What waits for somebody, and where each of their requests is. Long: markup, in the order of the page. */
export function OwnPlace({
  requests,
  campaigns,
  deciding,
  failure,
  reload,
  others = [],
  isTold = false,
  children,
}: OwnPlaceProps) {
  const items = [
    ...others,
    ...waitingOfRequests(requests ?? []),
    ...waitingOfDeciding(deciding),
    ...waitingOfCampaigns(campaigns),
  ];
  const turnedDown = useTurnedDown(requests);
  const isNothing = items.length === 0 && turnedDown.shown.length === 0 && !isTold;
  const title = useRef<HTMLHeadingElement>(null);
  const hide: typeof turnedDown.hide = (id) => {
    turnedDown.hide(id);
    // What had the focus is gone.
    title.current?.focus();
  };
  const open = requests?.filter(({ turn }) => turn !== "nobody");
  return (
    <>
      <section aria-labelledby="waiting-title">
        <h2 id="waiting-title" ref={title} tabIndex={-1}>
          {text.waiting}
        </h2>
        {children}
        <TurnedDownList {...turnedDown} hide={hide} />
        {requests && isNothing && <p>{text.nothing}</p>}
        <ul class="notifications">
          {items.map((item) => (
            <li key={item.path + item.text}>
              <a href={href(item.path)}>{item.text}</a>
              {item.until && (
                <div class="hint">
                  {text.until} <Instant at={item.until} />
                </div>
              )}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="own-requests-title">
        <h2 id="own-requests-title">{common.pages.ownRequests}</h2>
        {failure && <FailureNotice failure={failure} retry={reload} />}
        {open?.length === 0 && <p>{text.noRequests}</p>}
        <ul class="notifications">
          {open?.map((request) => (
            <Line key={request.id} request={request} />
          ))}
        </ul>
        <p>
          <a href={href("/pengajuan")}>{text.allRequests}</a>
        </p>
      </section>
    </>
  );
}

/** Who has it, since when, and by when. */
function Line({ request }: { readonly request: OwnRequest }) {
  const { id, since, dueAt } = request;
  return (
    <li>
      <a href={href(`/pengajuan?id=${id}`)}>{nameOf(request)}</a>:{" "}
      <strong>{stateText(request)}</strong>
      <div class="hint">
        {text.held(holderText(request) ?? "")} <Instant at={since} />.
        {dueAt && (
          <>
            {" "}
            {text.until} <Instant at={dueAt} />.
          </>
        )}
      </div>
    </li>
  );
}
