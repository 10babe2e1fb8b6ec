import { createHash, timingSafeEqual } from "node:crypto";
import {
  GetSecretValueCommand,
  ResourceNotFoundException,
  type SecretsManagerClient,
} from "@aws-sdk/client-secrets-manager";
import type { Clock } from "#shared/runtime/clock.ts";
import type { Edge } from "./edge.ts";

/** How long a process that met an unknown value waits before it reads the secret again, so that wrong values cost nothing. */
const rereadMs = 60_000;

/**
 * The value that CloudFront adds, in Secrets Manager. While it changes, the new and the last value hold («AWSCURRENT» and
 * «AWSPREVIOUS», Secrets Manager User Guide, "What's in a Secrets Manager secret?"). A process reads both at its first request, and
 * again when it meets a value that it does not know.
 */
export class EdgeKey implements Edge {
  readonly #secrets: Pick<SecretsManagerClient, "send">;
  readonly #secretId: string;
  readonly #clock: Clock;
  #digests: readonly Buffer[] = [];
  #readAt = Number.NEGATIVE_INFINITY;

  constructor(secrets: Pick<SecretsManagerClient, "send">, secretId: string, clock: Clock) {
    this.#secrets = secrets;
    this.#secretId = secretId;
    this.#clock = clock;
  }

  /** A failure of Secrets Manager is thrown, and the next request asks again: nobody is let in unchecked. */
  async sent(value: string | undefined): Promise<boolean> {
    if (!value) return false;
    if (this.#knows(value)) return true;
    const now = this.#clock.now().getTime();
    if (now - this.#readAt < rereadMs) return false;
    const values = await Promise.all([this.#read("AWSCURRENT"), this.#read("AWSPREVIOUS")]);
    this.#digests = values.flatMap((each) => (each ? [digestOf(each)] : []));
    this.#readAt = now;
    return this.#knows(value);
  }

  /** Digests have one length, as timingSafeEqual needs. It compares with each, so that the time tells nothing. */
  #knows(value: string): boolean {
    const digest = digestOf(value);
    return this.#digests.filter((each) => timingSafeEqual(each, digest)).length > 0;
  }

  /** @returns undefined when the secret has no such version: it was never changed */
  async #read(VersionStage: string): Promise<string | undefined> {
    try {
      const command = new GetSecretValueCommand({ SecretId: this.#secretId, VersionStage });
      return (await this.#secrets.send(command)).SecretString;
    } catch (error) {
      if (VersionStage === "AWSPREVIOUS" && error instanceof ResourceNotFoundException)
        return undefined;
      throw error;
    }
  }
}

function digestOf(value: string): Buffer {
  return createHash("sha256").update(value).digest();
}
