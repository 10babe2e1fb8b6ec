import { usualEnd } from "#shared/employee/contract-term.ts";
import { dayText } from "../clock-text.ts";
import { contractTerm } from "../messages/contract-term.ts";

/** What to look at in the end of a contract, if anything; see `usualEnd`. */
export function termHint(...term: Parameters<typeof usualEnd>): string | undefined {
  const usual = usualEnd(...term);
  return usual && contractTerm(dayText(usual));
}
