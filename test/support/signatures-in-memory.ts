import type { RevokedKeys } from "#shared/card/revoked-keys.ts";
import type { CardSignature, DueSignature, Signatures } from "#shared/card/signature.ts";

/** The signature table without DynamoDB; runs the same contract test (signature-table-contract.ts). */
export class SignaturesInMemory implements Signatures {
  readonly kept = new Map<string, CardSignature>();
  readonly #numbers: string[] = [];
  readonly #places: string[] = [];

  async find(contentHash: string): Promise<CardSignature | undefined> {
    return this.kept.get(contentHash);
  }

  async keep(
    contentHash: string,
    signature: CardSignature,
    found: CardSignature | undefined,
  ): Promise<CardSignature> {
    const now = this.kept.get(contentHash);
    if (now && now.signature !== found?.signature) return now;
    this.kept.set(contentHash, signature);
    return signature;
  }

  async takePlace({ contentHash }: { contentHash: string }): Promise<number> {
    if (!this.#places.includes(contentHash)) this.#places.push(contentHash);
    return this.#places.indexOf(contentHash);
  }

  async numberOf(instansiId: string): Promise<number> {
    if (!this.#numbers.includes(instansiId)) this.#numbers.push(instansiId);
    return this.#numbers.indexOf(instansiId);
  }

  async numbered(): Promise<readonly string[]> {
    return this.#numbers;
  }

  async due(day: string, most: number): Promise<DueSignature[]> {
    return [...this.kept]
      .flatMap(([contentHash, { employeeId, renewOn }]) =>
        renewOn && renewOn <= day ? [{ contentHash, employeeId, renewOn }] : [],
      )
      .toSorted((a, b) => a.renewOn.localeCompare(b.renewOn))
      .slice(0, most);
  }

  async claim({ contentHash, renewOn }: DueSignature): Promise<boolean> {
    const { renewOn: now, ...signature } = this.kept.get(contentHash) ?? {};
    if (now !== renewOn) return false;
    this.kept.set(contentHash, aSignature(signature));
    return true;
  }
}

/** The revoked keys without DynamoDB; runs the same contract test (revoked-keys-contract.ts). */
export class RevokedKeysInMemory implements RevokedKeys {
  readonly #kids = new Set<string>();

  async all(): Promise<ReadonlySet<string>> {
    return new Set(this.#kids);
  }

  async add(kid: string): Promise<void> {
    this.#kids.add(kid);
  }
}

export function aSignature(
  { renewOn, ...change }: Partial<CardSignature> = { renewOn: "2028-09-22" },
): CardSignature {
  return {
    employeeId: "emp_siti",
    place: 7,
    instansi: 0,
    issued: "2026-11-21",
    expires: "2028-11-21",
    kid: "0a1b2c3d",
    signature: "ab".repeat(64),
    signed: "cd".repeat(32),
    ...change,
    ...(renewOn && { renewOn }),
  };
}
