import type { OwnRequest } from "#shared/data-change/data-change-answers.ts";
import { ownRequests as text } from "../messages/own-requests.ts";
import { recordFields } from "../messages/record-fields.ts";

type Placed = Pick<OwnRequest, "state" | "turn" | "taken" | "chain" | "place" | "onCard">;

/** Who has it: «Petugas instansi Anda, sedang diperiksa»; undefined when nobody has it any more. */
export function holderText({ turn, taken }: Placed): string | undefined {
  if (turn === "nobody") return undefined;
  return taken ? `${text.holders[turn]}, ${text.taken}` : text.holders[turn];
}

/** What comes next. */
export function nextText({ state, turn, chain, place, onCard }: Placed): string {
  if (state === "approved" && onCard) return text.nexts.drawn;
  if (state !== "submitted" && state !== "verifying" && state !== "revised")
    return text.nexts[state];
  if (turn === "penyetuju") return text.nexts.approve;
  return place + 1 < chain.length ? text.nexts.verify : text.nexts.decide;
}

/** The fields that it is about: «Gelar belakang, Nama». */
export function aboutText({ content }: Pick<OwnRequest, "content">): string {
  const names: Readonly<Record<string, string>> = recordFields;
  return Object.keys(content.values)
    .map((field) => names[field] ?? field)
    .join(", ");
}

/** A draft that was thrown away is of no concern to anybody. */
export function isShown({ state, submittedAt }: Pick<OwnRequest, "state" | "submittedAt">) {
  return state !== "withdrawn" || submittedAt !== undefined;
}
