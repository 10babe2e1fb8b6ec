/** A gate that reads codes without the network: by a list of keys that it may use for an hour, and by what it has read itself. */
import type { PublicKey } from "#shared/signed-qr/p256.ts";
import { isOnTime, isSignedBy, readCode } from "./presence-code.ts";

/** One device whose codes count. */
export interface GateKey extends PublicKey {
  /** The opaque id of whose it is: the service finds the key by it. No gate learns a name. */
  readonly person: string;
  /** ISO instant at which its session is over. */
  readonly endsAt: string;
}

export interface GateList {
  /** When the service told it, by the gate's own clock: ms since 1970. */
  readonly toldAt: number;
  /** By `deviceOf`. */
  readonly keys: ReadonlyMap<string, GateKey>;
}

/** What a gate has read, as it is told to the service. */
export interface GateReading {
  readonly code: string;
  readonly person: string;
  /** ISO instant, by the gate's clock. */
  readonly at: string;
}

/** How long a list may be used: who signs out is refused after this time at the latest, also by a gate without a network. */
export const listMinutes = 60;

/** Why a gate takes no code, in the order in which it is asked. */
export type GateRefusal =
  /** Something else than a code of this kind, also one that is damaged. */
  | "not-ours"
  | "list-old"
  /** No phone of the agency that is signed in. */
  | "unknown"
  /** Of another time than the gate's: a picture of a code, or a clock that is wrong. */
  | "off-time"
  | "bad-signature"
  /** The gate has read it before. */
  | "replay";

export type GateAnswer = { readonly taken: GateReading } | { readonly refusal: GateRefusal };

export const isListOld = ({ toldAt }: Pick<GateList, "toldAt">, now: number): boolean =>
  // Also one of the future: somebody has put the clock back.
  now < toldAt || now >= toldAt + listMinutes * 60_000;

/** Judges codes one by one. It remembers those that it took for as long as their time lasts. */
export class Gate {
  readonly #seen = new Map<string, number>();

  /** @param text what a QR says @param now the gate's clock, ms since 1970 */
  async judge(text: string, list: GateList, now: number): Promise<GateAnswer> {
    const code = readCode(text);
    if (!code) return { refusal: "not-ours" };
    if (isListOld(list, now)) return { refusal: "list-old" };
    const key = list.keys.get(code.device);
    if (!key || now >= Date.parse(key.endsAt)) return { refusal: "unknown" };
    if (!isOnTime(code.step, now)) return { refusal: "off-time" };
    if (!(await isSignedBy(code, key))) return { refusal: "bad-signature" };
    if (!this.#isNew(`${code.device} ${code.step}`, code.step, now)) return { refusal: "replay" };
    return { taken: { code: text, person: key.person, at: new Date(now).toISOString() } };
  }

  #isNew(name: string, step: number, now: number): boolean {
    for (const [each, its] of this.#seen) if (!isOnTime(its, now)) this.#seen.delete(each);
    if (this.#seen.has(name)) return false;
    this.#seen.set(name, step);
    return true;
  }
}
