/** What a scanned code proves without the network, by the keys and the status list that this device has. */
import { latestDay } from "#shared/runtime/zone.ts";
import type { Opened, Refusal } from "#shared/signed-qr/envelope.ts";
import type { SignedPayload } from "#shared/signed-qr/payload.ts";
import type { CardState } from "#shared/signed-qr/status-list.ts";
import type { KnownPart } from "./known-lists.ts";

/** A signature alone says that the card was right once; whether it still is says the list. */
export type Finding =
  | {
      readonly kind: "card";
      readonly state: CardState | "upcoming" | "unclear";
      readonly payload: SignedPayload;
      /** Of when the list is; undefined where this device has none. */
      readonly listedAt: Date | undefined;
    }
  | { readonly kind: "refused"; readonly refusal: Refusal };

interface Believing {
  readonly now: Date;
  /** How old the lists may be for «sah»; a card that is told to be over stays over, however old the list is. */
  readonly hours: number;
  /** When the list of keys was last had of the site. */
  readonly keysAt: Date;
}

export function findingOf(
  opened: Opened,
  known: KnownPart | undefined,
  { now, hours, keysAt }: Believing,
): Finding {
  if (!opened.ok) return { kind: "refused", refusal: opened.refusal };
  const { payload } = opened;
  const listedAt = known?.issuedAt;
  const told = known?.stateOf?.(payload.status);
  const isPast = (then: Date) => now.getTime() - then.getTime() > hours * 3_600_000;
  // A key that was stolen since is known to who has the later list of keys alone.
  const isOld = !listedAt || isPast(listedAt) || isPast(keysAt);
  const standing = told === undefined || (told === "valid" && isOld) ? "unclear" : told;
  // As online: a card that nobody may use yet is told so, unless it is over already.
  const isOver = standing === "ended" || standing === "replaced";
  const state = payload.tmt > latestDay(now) && !isOver ? "upcoming" : standing;
  return { kind: "card", state, payload, listedAt };
}
