import { secretId } from "#shared/session/secret.ts";
import { askAgainFrom, maxAsks, maxAttempts, type Step } from "#shared/session/step.ts";
import type { StepTable } from "#shared/session/step-table.ts";

/** The steps without DynamoDB; runs the same contract test (step-table-contract.ts). */
export class StepsInMemory implements Pick<StepTable, keyof StepTable> {
  readonly #steps = new Map<string, Step>();

  get all(): readonly Step[] {
    return [...this.#steps.values()];
  }

  async add(step: Step): Promise<void> {
    if (this.#steps.has(step.id)) throw new Error("This step exists.");
    this.#steps.set(step.id, step);
  }

  async find(id: string): Promise<Step | undefined> {
    return this.#steps.get(id);
  }

  async countAttempt(id: string): Promise<boolean> {
    const step = this.#steps.get(id);
    if (!step || step.attempts >= maxAttempts) return false;
    this.#steps.set(id, { ...step, attempts: step.attempts + 1 });
    return true;
  }

  async keepKey(id: string, kept: { sealedKey: string; cognitoSession: string }): Promise<boolean> {
    const step = this.#steps.get(id);
    if (step?.kind !== "enrolment" || step.sealedKey) return false;
    this.#steps.set(id, { ...step, ...kept });
    return true;
  }

  async ask(id: string, email: string, now: Date): Promise<boolean> {
    const step = this.#steps.get(id);
    if (step?.kind !== "reset") return false;
    const { state, asks = 0, askedAt = "", askedFor } = step;
    const isAgain =
      state === "settled" &&
      askedFor === secretId(email) &&
      askedAt <= askAgainFrom(now) &&
      asks < maxAsks;
    if (state !== "checked" && !isAgain) return false;
    const asked = { askedAt: now.toISOString(), askedFor: secretId(email), asks: asks + 1 };
    this.#steps.set(id, { ...step, ...asked, state: "asked", email });
    return true;
  }

  async match(id: string): Promise<boolean> {
    const step = this.#steps.get(id);
    if (step?.kind !== "reset" || step.state !== "asked") return false;
    this.#steps.set(id, { ...step, matched: true });
    return true;
  }

  async settle(id: string): Promise<boolean> {
    const step = this.#steps.get(id);
    if (step?.kind !== "reset" || step.state !== "asked") return false;
    const { email: _, ...rest } = step;
    this.#steps.set(id, { ...rest, state: "settled" });
    return true;
  }

  async take(id: string): Promise<boolean> {
    return this.#steps.delete(id);
  }
}
