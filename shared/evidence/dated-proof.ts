/** What the judge of a file said, handed on by a page: it is good on its day and the next one, for a page may lie open for months. */
import { type DerivedKeys, type KeyUse, keyedHash } from "#shared/runtime/keyed-hash.ts";

const dayMs = 86_400_000;

interface Proven {
  readonly keys: Pick<DerivedKeys, "derive">;
  readonly use: KeyUse;
  /** All that the proof is of. */
  readonly said: readonly unknown[];
}

/** The day, and what only who has the key can say of it. */
export async function datedProof(proven: Proven, now: Date): Promise<string> {
  return await proofOn(proven, dayOf(now));
}

/** "ended": it was right, and its time is over. */
export type ProofState = "holds" | "ended" | "wrong";

export async function judgeProof(proven: Proven, proof: string, now: Date): Promise<ProofState> {
  const day = Number(proof.split(".")[0]);
  if (!Number.isInteger(day) || proof !== (await proofOn(proven, day))) return "wrong";
  return [0, 1].includes(dayOf(now) - day) ? "holds" : "ended";
}

async function proofOn({ keys, use, said }: Proven, day: number): Promise<string> {
  return `${day}.${keyedHash(await keys.derive(use), JSON.stringify([...said, day]))}`;
}

function dayOf(at: Date): number {
  return Math.floor(at.getTime() / dayMs);
}
