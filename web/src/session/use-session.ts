/** The session of a member's page, as the server told it last. */
import { useCallback, useRef } from "preact/hooks";
import type { SessionAnswer } from "#shared/session/login-answers.ts";
import { sessionLook } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { useLoad } from "../components/use-load.ts";
import { setZone } from "./instant.tsx";

/** When it came is in `performance.now()`. */
export interface KnownSession {
  readonly answer: SessionAnswer;
  readonly receivedAt: number;
}

export function useSession() {
  const load = useCallback(() => known(call("GET /api/session")), []);
  const { data, reload, replace } = useLoad(load);
  /** Asks without prolonging: a page nobody looks at must not keep itself alive. @throws as `call` */
  const look = useRef(async () => replace(await known(call("GET /api/session", sessionLook))));
  return { data, stay: reload, look: look.current };
}

async function known(asked: Promise<SessionAnswer>): Promise<KnownSession> {
  const answer = await asked;
  setZone(answer.zone);
  return { answer, receivedAt: performance.now() };
}
