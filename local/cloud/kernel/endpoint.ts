import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { reportFailure } from "./failure.ts";
import { portOf } from "./port-of.ts";
import type { Service } from "./service.ts";
import { signedService } from "./sigv4.ts";

/**
 * The one address all services share. A signed call goes to the service it is signed for; an unsigned one
 * to the first service that takes it (S3, the last in the list, takes what is left).
 * Listens on loopback only.
 */
export class Endpoint {
  readonly #server: Server;
  readonly #services: readonly Service[];

  constructor(services: readonly Service[]) {
    this.#services = services;
    this.#server = createServer((request, response) => this.handle(request, response));
    this.#server.keepAliveTimeout = 60_000;
  }

  /** Answers a call, also one that came another way. Its Host is what its signature was made for. */
  handle(request: IncomingMessage, response: ServerResponse): void {
    const service = this.#serviceFor(request);
    if (!service) {
      response.writeHead(404, { "content-type": "text/plain" });
      response.end(
        `The embedded cloud has no service for ${signedService({ url: request.url ?? "", headers: request.headers }) ?? "this call"}.`,
      );
      return;
    }
    service.handle(request, response).catch((error: unknown) => {
      reportFailure(service.name, error);
      response.destroy();
    });
  }

  #serviceFor(request: IncomingMessage): Service | undefined {
    const name = signedService({ url: request.url ?? "/", headers: request.headers });
    if (name) return this.#services.find((service) => service.name === name);
    return this.#services.find((service) => service.takesUnsigned?.(request));
  }

  /** @param port 0 for any free one. @returns the address, e.g. "http://127.0.0.1:4566". */
  async listen(port = 0): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once("error", reject);
      this.#server.listen(port, "127.0.0.1", resolve);
    });
    return `http://127.0.0.1:${portOf(this.#server)}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
    for (const service of this.#services) await service.close?.();
  }
}
