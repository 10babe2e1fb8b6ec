/** Colour and icon of what a code proves, the same as online where it means the same. */
import type { Refusal } from "#shared/signed-qr/envelope.ts";
import type { CardState } from "#shared/signed-qr/status-list.ts";
import { notYet, looks as online } from "../verify/answer-words.ts";
import { svgIcon } from "../verify/svg-icon.ts";

type Look = CardState | "upcoming" | "unclear" | Refusal;

const forged = ["bad", "M12 5v9M12 18v.3"] as const;

const looks: Readonly<Record<Look, readonly [colour: string, icon: string]>> = {
  valid: online.valid,
  suspended: online.suspended,
  ended: online.ended,
  replaced: online.superseded,
  upcoming: online.upcoming,
  "not-ours": online.unknown,
  unclear: notYet,
  unsigned: notYet,
  "not-yet-valid": notYet,
  expired: notYet,
  truncated: forged,
  "re-encoded": forged,
  damaged: forged,
  "wrong-alg": forged,
  "unknown-key": forged,
  "revoked-key": forged,
  malleable: forged,
  "bad-signature": forged,
};

export const lookOf = (look: Look): readonly [colour: string, icon: string] => looks[look];

export const icon = (look: Look): SVGElement => svgIcon(lookOf(look)[1]);
