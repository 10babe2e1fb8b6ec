import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { OfficerRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { Refusal } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { requestQueue as text } from "../messages/request-queue.ts";
import { requestTogether as words } from "../messages/request-together.ts";
import { requests } from "../messages/requests.ts";
import { RequestReason, type TypedReasons } from "./request-reason.tsx";
import { type Decision, doneText } from "./use-decision.ts";
import { fieldName, valueText } from "./value-text.ts";
import { WayOut } from "./way-out.tsx";

interface RequestTogetherProps {
  /** Of one group of fields, each of which one petugas decides. */
  readonly items: readonly OfficerRequest[];
  readonly onDecided: (id: OfficerRequest["id"]) => void;
  readonly leave: () => void;
}

interface Outcome {
  readonly id: OfficerRequest["id"];
  readonly said: string;
}

/**
 * Many requests alike, chosen and decided for one reason: one after the other, each by itself, as it was shown. What fails says why and stays in
 * the queue; whoever leaves on the way has decided what is told. Long: markup, in the order of the page.
 */
export function RequestTogether({ items, onDecided, leave }: RequestTogetherProps) {
  const [shown] = useState(items);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([]);
  const [isRejecting, setRejecting] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const typed = useRef<TypedReasons>({});
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  const left = shown.filter(({ id }) => !outcomes.some((each) => each.id === id));
  const marked = left.filter(({ id }) => chosen.has(id));
  const [first] = marked;
  const decideAll = async (decision: Decision) => {
    setBusy(true);
    for (const item of marked) {
      const { said, isDone } = await decideOne(item, decision);
      setOutcomes((before) => [...before, { id: item.id, said }]);
      if (isDone) onDecided(item.id);
    }
    setRejecting(false);
    setBusy(false);
    title.current?.focus();
  };
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    choose(next);
  };
  return (
    <section class="panel" aria-labelledby="together-title">
      <h2 id="together-title" tabIndex={-1} ref={title}>
        {text.together}
      </h2>
      <p class="hint">{words.hint}</p>
      <ul aria-live="polite">
        {outcomes.map(({ id, said }) => (
          <li key={id}>{said}</li>
        ))}
      </ul>
      {left.length > 0 && (
        <fieldset>
          <legend>{words.choose}</legend>
          <div class="check-row">
            <input
              type="checkbox"
              id="together-all"
              checked={marked.length === left.length}
              disabled={isBusy}
              onChange={({ currentTarget: { checked } }) =>
                choose(new Set(checked ? left.map(({ id }) => id) : []))
              }
            />
            <label for="together-all">{words.all(left.length)}</label>
          </div>
          {left.map((item) => (
            <div class="check-row" key={item.id}>
              <input
                type="checkbox"
                id={item.id}
                checked={chosen.has(item.id)}
                disabled={isBusy}
                onChange={() => toggle(item.id)}
              />
              <label for={item.id}>
                <span translate={false}>{item.name}</span>: {changesText(item)}
                <span class="fact-hint" translate={false}>
                  {`${item.nip}, ${item.unitKerja}`}
                </span>
              </label>
            </div>
          ))}
        </fieldset>
      )}
      {isRejecting && first && (
        <RequestReason
          step="reject"
          // One reason for all of them: none that one of them may not have.
          of={marked.find(({ files }) => files.length === 0) ?? first}
          typed={typed.current}
          send={decideAll}
          leave={() => setRejecting(false)}
        />
      )}
      {!isRejecting && left.length > 0 && (
        <p class="button-row">
          <button
            class="button"
            type="button"
            aria-disabled={isBusy || marked.length === 0}
            onClick={() => !isBusy && marked.length > 0 && decideAll({ act: "agree" })}
          >
            {words.agreeTo(marked.length)}
          </button>
          <button
            class="button button-quiet"
            type="button"
            aria-disabled={isBusy || marked.length === 0}
            onClick={() => !isBusy && marked.length > 0 && setRejecting(true)}
          >
            {words.rejectAll(marked.length)}
          </button>
        </p>
      )}
      {!isBusy && <WayOut leave={leave}>{words.oneByOne}</WayOut>}
    </section>
  );
}

async function decideOne(item: OfficerRequest, decision: Decision) {
  const { id, version, name } = item;
  try {
    const body = { version, decision, together: true as const };
    const now = await call("POST /api/requests/officer/{id}", { params: { id }, body });
    const { act } = decision;
    return { said: act === "agree" || act === "reject" ? doneText(act, now) : name, isDone: true };
  } catch (error) {
    const known: Readonly<Record<string, string | undefined>> = requests.failures;
    const why = error instanceof Refusal ? known[error.problem.code] : undefined;
    return { said: `${name}: ${why ?? words.failed}`, isDone: false };
  }
}

/** Of another kind, its number: none is decided so yet. */
function changesText(item: OfficerRequest): string {
  if (item.kind !== "data-change") return item.number;
  const { values, old } = item.content;
  const before: Readonly<Record<string, string>> = old;
  return Object.entries(values)
    .map(([field, to]) => {
      const [from, now] = [valueText(field, before[field] ?? ""), valueText(field, to)];
      return `${fieldName(field)}: ${from} → ${now}`;
    })
    .join("; ");
}
