import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { vi } from "vitest";
import { type CognitoService, createCognito } from "../../cognito/cognito-service.ts";
import type { Mail } from "../../cognito/messages.ts";
import type { CloudContext } from "../../kernel/service.ts";
import { type ServicesUnderTest, startServices } from "../one-service.ts";

/** The code of every mail. */
export const fixedCode = "424242";

export interface CognitoOptions {
  readonly directory?: string;
  readonly authorize?: CloudContext["authorize"];
}

/**
 * Cognito on a port of its own, between `start` and `stop`. The machine's time stands still meanwhile, so that
 * locks and codes end when a story says so, however busy the machine is.
 */
export class EmbeddedCognito {
  readonly mails: Mail[] = [];
  readonly #options: CognitoOptions;
  #running:
    | { services: ServicesUnderTest; cognito: CognitoService; sdk: CognitoIdentityProviderClient }
    | undefined;

  constructor(options: CognitoOptions = {}) {
    this.#options = options;
  }

  async start(): Promise<void> {
    vi.useFakeTimers({ toFake: ["Date"] });
    const created: CognitoService[] = [];
    const services = await startServices((context) => {
      const deliver = (mail: Mail) => void this.mails.push(mail);
      created.push(createCognito(context, { deliver, makeCode: () => fixedCode, quotas: "none" }));
      return created;
    }, this.#options);
    const [cognito] = created;
    if (!cognito) throw new Error("No service was created.");
    const sdk = new CognitoIdentityProviderClient(services.client);
    this.#running = { services, cognito, sdk };
  }

  async stop(options?: { keep: boolean }): Promise<void> {
    this.sdk.destroy();
    await this.services.stop(options);
    vi.useRealTimers();
  }

  get services(): ServicesUnderTest {
    return this.#started().services;
  }

  get cognito(): CognitoService {
    return this.#started().cognito;
  }

  get sdk(): CognitoIdentityProviderClient {
    return this.#started().sdk;
  }

  #started() {
    if (!this.#running) throw new Error("Cognito has not been started.");
    return this.#running;
  }

  get now(): number {
    return this.services.clock.millis();
  }

  /** Moves the cloud's clock, and the one the SDK signs by. */
  advance(milliseconds: number): void {
    this.services.clock.advance(milliseconds);
    this.sdk.config.systemClockOffset += milliseconds;
  }

  /** An unsigned call as bytes. */
  async post(operation: string, input: unknown): Promise<{ status: number; body: string }> {
    const response = await fetch(this.services.endpoint, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": `AWSCognitoIdentityProviderService.${operation}`,
      },
      body: JSON.stringify(input),
    });
    return { status: response.status, body: await response.text() };
  }
}
