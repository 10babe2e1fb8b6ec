import { useEffect, useState } from "preact/hooks";
import type { SessionAnswer } from "#shared/session/login-answers.ts";
import { call } from "../api/client.ts";

/** Who is signed in already, for pages that invite people to do so; undefined while unknown, and when nobody is. */
export function useSignedIn(): SessionAnswer | undefined {
  const [answer, setAnswer] = useState<SessionAnswer>();
  useEffect(() => {
    // That nobody is, and that the server cannot be reached, is the same to these pages.
    call("GET /api/session", { query: { look: "guest" } }).then(setAnswer, () => {});
  }, []);
  return answer;
}
