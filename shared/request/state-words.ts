import type { DeciderRole, RequestAct } from "./request.ts";
import type { RequestState } from "./request-states.ts";

type OfRoles = Readonly<Record<DeciderRole, string>>;

interface StateWords {
  readonly states: Readonly<Record<RequestState, string>>;
  readonly roles: OfRoles;
  readonly waits: OfRoles;
  readonly passed: (role: string) => string;
}

interface Placed {
  readonly state: RequestState;
  readonly place: number;
  readonly turn: DeciderRole | "asker" | "nobody";
  readonly chain: readonly DeciderRole[];
  readonly trail: readonly { readonly act: RequestAct }[];
}

/** In which state a request is: where somebody has agreed and the next one has it, this, and not that it was sent. */
export function stateIn(words: StateWords, { state, place, turn, chain, trail }: Placed): string {
  const before = chain[place - 1];
  const isPassed = state === "submitted" && trail.some(({ act }) => act === "agreed");
  if (!isPassed || before === undefined || turn === "asker" || turn === "nobody")
    return words.states[state];
  return `${words.passed(words.roles[before])}, ${words.waits[turn]}`;
}
