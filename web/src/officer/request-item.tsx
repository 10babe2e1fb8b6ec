import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { OfficerRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { keysOf } from "#shared/runtime/keyed.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { requestQueue as text } from "../messages/request-queue.ts";
import { requests } from "../messages/requests.ts";
import { Instant } from "../session/instant.tsx";
import { RequestFacts } from "./request-facts.tsx";
import { type LetteredPress, letters, pressOf } from "./request-keys.ts";
import { RequestAsked, RequestFiles } from "./request-kinds.tsx";
import type { ReasonStep, TypedReasons } from "./request-reason.tsx";
import { type RequestTold, useDecision } from "./use-decision.ts";
import { WaitWithWayOut } from "./way-out.tsx";

/** Only who asks or says no needs a form. */
export const RequestReason = lazyPart(
  () => import("./request-reason.tsx").then((part) => part.RequestReason),
  WaitWithWayOut,
);

/** Only one that is opened by itself tells of its proofs. */
export const ProofRevocation = lazyPart(() =>
  import("./proof-revocation.tsx").then((part) => part.ProofRevocation),
);

interface RequestItemProps extends RequestTold {
  readonly item: OfficerRequest;
  /** «Pengajuan 2 dari 25+». */
  readonly place: string;
  /** Absent where no other one is shown. */
  readonly move?: ((by: 1 | -1) => void) | undefined;
}

/**
 * One request of the queue: what is asked beside its papers, and what is done with it. Its keys work while the focus is inside, and not where
 * something is typed: so nothing is decided from elsewhere (WCAG 2.1.4). Long: markup, in the order of the page.
 */
export function RequestItem({ item, place, move, onDecided, onChanged }: RequestItemProps) {
  const { employeeId, kind, name, nip, unitKerja, own, yours, outdated, held, mine, proofs } = item;
  const [step, goTo] = useState<ReasonStep>();
  const typed = useRef<TypedReasons>({});
  const box = useRef<HTMLElement>(null);
  const takeFocus = () => box.current?.querySelector<HTMLElement>("h2")?.focus();
  const leave = () => {
    goTo(undefined);
    takeFocus();
  };
  const { decide, send, busy, failure, again } = useDecision({
    item,
    onDecided,
    onChanged: (message, now) => {
      onChanged(message, now);
      // What had the focus may be gone, and the keys go on.
      leave();
    },
  });
  const mayDecide = yours === true && !own;
  const mayAgree = !outdated && !held;
  // Who did not sign in reads no question.
  const asks = kind !== "contact" && !item.unasked && !held && !item.heldAsk;
  const onKeyDown = (event: KeyboardEvent) => {
    if (step && event.key === "Escape" && !event.isComposing) leave();
    const press = pressOf(event);
    if (step || busy || !press) return;
    event.preventDefault();
    if (press === "next" || press === "previous") move?.(press === "next" ? 1 : -1);
    else box.current?.querySelector<HTMLElement>(`[data-decision="${press}"]`)?.click();
  };
  useLayoutEffect(takeFocus, []);
  return (
    <section class="panel" aria-labelledby="request-title" ref={box} onKeyDown={onKeyDown}>
      <h2 id="request-title" tabIndex={-1} translate={false}>
        {name}
      </h2>
      <p class="hint">
        {place} · <span translate={false}>{`${nip}, ${unitKerja}`}</span> ·{" "}
        <a href={href(`/petugas/pegawai?id=${employeeId}`)}>{text.open}</a>
      </p>
      <RequestFacts item={item} />
      <AskedWithPapers item={item}>
        {failure && <FailureNotice failure={failure} retry={again} />}
        {mayDecide && step && (
          <div>
            <RequestReason {...{ step, send, leave }} of={item} typed={typed.current} />
          </div>
        )}
        {mayDecide && !step && (
          <>
            <p class="button-row after-form decides">
              {mayAgree && (
                <Decide press="agree" busy={busy} go={() => decide({ act: "agree" })} isFirst />
              )}
              {asks && <Decide press="clarify" busy={busy} go={() => goTo("clarify")} />}
              <Decide press="reject" busy={busy} go={() => goTo("reject")} />
              {mine ? (
                <Decide press="release" busy={busy} go={() => decide({ act: "release" })} />
              ) : (
                <Decide press="take" busy={busy} go={() => decide({ act: "take" })} />
              )}
            </p>
            {hasKeyboard() && (
              <KeysHint
                {...{ agree: mayAgree, reject: true, clarify: asks, take: !mine }}
                {...{ view: item.files.length > 0, move: move !== undefined }}
              />
            )}
          </>
        )}
      </AskedWithPapers>
      {/* Not beside a decision that is still the reader's: two forms would ask for a reason. */}
      {proofs && (proofs.revokedAt || !mayDecide) && (
        <ProofRevocation id={item.id} proofs={proofs} />
      )}
    </section>
  );
}

interface DecideProps {
  readonly press: Exclude<LetteredPress, "view"> | "release";
  readonly busy: boolean;
  readonly go: () => void;
  readonly isFirst?: boolean;
}

function Decide({ press, busy, go, isFirst = false }: DecideProps) {
  return (
    <button
      class={isFirst ? "button" : "button button-quiet"}
      type="button"
      data-decision={press}
      {...(busy && { "aria-disabled": true })}
      onClick={() => !busy && go()}
    >
      {text[press]}
      {press !== "release" && hasKeyboard() && ` (${letters[press]})`}
    </button>
  );
}

/** Each key that does something here, and no other one. */
function KeysHint(works: Readonly<Record<keyof typeof text.keys, boolean>>) {
  const named = keysOf(text.keys).filter((key) => works[key]);
  return <p class="hint">{text.keyboard(named.map((key) => text.keys[key]).join(", "))}</p>;
}

/** What officers and the person said to one another. */
function Said({ item: { trail } }: { readonly item: OfficerRequest }) {
  const said = trail.filter(({ reason }) => reason !== undefined);
  if (said.length === 0) return null;
  return (
    <ul>
      {said.map(({ act, at, code, reason }) => (
        <li key={`${at} ${act}`}>
          {requests.acts[act]}, <Instant at={at} />:{" "}
          {code && `${(act === "rejected" ? requests.reasons : text.about)[code]}. `}
          <span translate={false}>{reason}</span>
        </li>
      ))}
    </ul>
  );
}

/** As far as a page can know: what has a mouse mostly has keys. */
const hasKeyboard = () => matchMedia("(hover: hover) and (pointer: fine)").matches;

interface AskedWithPapersProps extends Pick<RequestItemProps, "item"> {
  /** What is done with it: below the papers, so that it never lies over what is asked. */
  readonly children: ComponentChildren;
}

/** What is asked, and beside it the papers. */
function AskedWithPapers({ item, children }: AskedWithPapersProps) {
  const { employeeId, files, filesGone } = item;
  const hasFiles = files.length > 0;
  return (
    <div class={hasFiles ? "record-page with-papers" : "record-side"}>
      <div>
        <RequestAsked item={item} />
        <Said item={item} />
      </div>
      <div>
        <h3>{text.evidence}</h3>
        {!hasFiles && <p>{filesGone ? text.evidenceGone : text.noEvidence}</p>}
        {hasFiles && (
          <RequestFiles
            employeeId={employeeId}
            files={files}
            hint={hasKeyboard() ? ` (${letters.view})` : ""}
          />
        )}
        {children}
      </div>
    </div>
  );
}
