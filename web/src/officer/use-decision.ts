import { useRef } from "preact/hooks";
import type { OfficerRequest } from "#shared/request-kinds/request-kind-answers.ts";
import type { BodyOf } from "../api/api-routes.ts";
import { Refusal } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { useReading } from "../components/use-reading.ts";
import { requestQueue as text } from "../messages/request-queue.ts";
import { requests } from "../messages/requests.ts";

export type Decision = BodyOf<"POST /api/requests/officer/{id}">["decision"];

export interface RequestTold {
  /** It is not this reader's turn any more. */
  readonly onDecided: (message: string) => void;
  /** As it is now, whoever changed it. */
  readonly onChanged: (message: string, now: OfficerRequest) => void;
}

/** Decides a request as it is shown; where somebody else was faster, it is shown as it is now. */
export function useDecision({
  item,
  onDecided,
  onChanged,
}: RequestTold & { readonly item: OfficerRequest }) {
  const { failure, busy, run } = useReading(requests.failures);
  const { id, version } = item;
  /** @throws Refusal, NoAnswer */
  const send = async (decision: Decision) => {
    try {
      const now = await call("POST /api/requests/officer/{id}", {
        params: { id },
        body: { version, decision },
      });
      const { act } = decision;
      if (act === "take" || act === "release") onChanged(text.done[act], now);
      else onDecided(doneText(act, now));
    } catch (error) {
      const why = error instanceof Refusal && changedCodes[error.problem.code];
      if (!why) throw error;
      onChanged(why, await call("GET /api/requests/officer/{id}", { params: { id } }));
    }
  };
  const last = useRef<Decision>(undefined);
  const decide = (decision: Decision) => {
    last.current = decision;
    return run(() => send(decision));
  };
  const again = () => last.current && decide(last.current);
  return { send, decide, again, failure, busy };
}

/** Who agrees to a step before the last has approved nothing yet. */
export function doneText(
  act: "agree" | "advise" | "clarify" | "reject",
  { name, turn }: Pick<OfficerRequest, "name" | "turn">,
): string {
  const isPassedOn = act === "advise" || (act === "agree" && turn !== "nobody");
  return text.done[isPassedOn ? "agreeFirst" : act](name);
}

/** By which it is seen that the page shows what was. */
const changedCodes: Readonly<Record<string, string | undefined>> = requests.failures;
