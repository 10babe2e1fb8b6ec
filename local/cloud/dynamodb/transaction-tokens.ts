import type { CloudContext } from "../kernel/service.ts";
import type { Shelf } from "../kernel/store.ts";

/** A transaction that was committed under a client's token. */
export interface TokenUse {
  readonly token: string;
  /** Says whether a repeated request asks the same. */
  readonly requestHash: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** AWS: "a client request token is valid for 10 minutes after the first request that uses it is completed". */
const tenMinutes = 600_000;

export class TransactionTokens {
  readonly #shelf: Shelf<TokenUse>;
  readonly #clock: CloudContext["clock"];

  constructor({ store, clock }: Pick<CloudContext, "store" | "clock">) {
    this.#shelf = store.shelf("dynamodb.tokens");
    this.#clock = clock;
  }

  find(token: string): TokenUse | undefined {
    const use = this.#shelf.get(token);
    return use && this.#isValid(use) ? use : undefined;
  }

  remember(use: TokenUse): void {
    this.#shelf.set(use.token, use);
  }

  forgetExpired(): void {
    for (const [token, use] of this.#shelf.range()) {
      if (!this.#isValid(use)) this.#shelf.delete(token);
    }
  }

  #isValid({ at }: TokenUse): boolean {
    return this.#clock.millis() - at < tenMinutes;
  }
}
