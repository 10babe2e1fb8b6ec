import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { ownRequests as text } from "../messages/own-requests.ts";
import { approvedText } from "./kind-words.ts";

type Placed = Pick<OwnRequest, "state" | "turn" | "taken" | "chain" | "kind" | "place" | "onCard">;

/** Who has it: «Petugas instansi Anda, sedang diperiksa»; undefined when nobody has it any more. */
export function holderText({ turn, taken }: Placed): string | undefined {
  if (turn === "nobody") return undefined;
  return taken ? `${text.holders[turn]}, ${text.taken}` : text.holders[turn];
}

/** What comes next. */
export function nextText({ kind, state, turn, chain, place, onCard }: Placed): string {
  if (state === "approved" && onCard) return text.nexts.drawn;
  if (state === "approved") return approvedText({ kind });
  if (state !== "submitted" && state !== "verifying" && state !== "revised")
    return text.nexts[state];
  if (turn === "penyetuju") return text.nexts.approve;
  if (turn === "superior") return text.nexts.advise;
  if (turn === "authority") return text.nexts.grant;
  return place + 1 < chain.length ? text.nexts.verify : text.nexts.decide;
}

/** A draft that was thrown away is of no concern to anybody. */
export function isShown({ state, submittedAt }: Pick<OwnRequest, "state" | "submittedAt">) {
  return state !== "withdrawn" || submittedAt !== undefined;
}
