/** Where a request can stand. Its own file, because pages need it without what checks what is stored. */

/** Waits for who asked. */
const statesOfAsker = ["draft", "clarifying"] as const;
/** Waits for who decides. `revised` is `submitted` again, after an answer. */
const statesOfDeciders = ["submitted", "verifying", "revised"] as const;
export const outcomes = ["approved", "rejected", "withdrawn", "expired"] as const;
export type Outcome = (typeof outcomes)[number];
export const requestStates = [...statesOfAsker, ...statesOfDeciders, ...outcomes] as const;
export type RequestState = (typeof requestStates)[number];

interface InState {
  readonly state: RequestState;
}

export function waitsForAsker({ state }: InState): boolean {
  return statesOfAsker.some((each) => each === state);
}

export function waitsForDeciders({ state }: InState): boolean {
  return statesOfDeciders.some((each) => each === state);
}

export function isClosed({ state }: InState): boolean {
  return outcomes.some((each) => each === state);
}

/** Sent, and without an end yet: of one person, kind and group there is one. */
export function isOnItsWay(request: InState): boolean {
  return request.state !== "draft" && !isClosed(request);
}
