import { useCallback, useEffect, useState } from "preact/hooks";
import { call } from "../api/member-client.ts";
import { useLoad } from "../components/use-load.ts";

/** Longer nobody waits for what stands below. */
const patienceMs = 3_000;

/**
 * The first page of the own requests: the newest acts, so all that are open.
 * @param version of the card: with another one, a request may have been decided
 */
export function useOwnRequests(version?: string) {
  const load = useCallback(() => call("GET /api/requests/mine"), [version]);
  const { data, failure, reload } = useLoad(load);
  const isLate = useLate();
  return {
    requests: data?.items,
    campaigns: data?.campaigns,
    deciding: data?.deciding,
    balances: data?.balances,
    failure,
    reload,
    /** It is known what stands there, or takes too long: what is below need not wait any more, and else would move. */
    isSettled: isLate || data !== undefined || failure !== undefined,
  };
}

function useLate(): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  return isLate;
}
