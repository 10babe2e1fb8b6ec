import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { portOf } from "../../cloud/kernel/port-of.ts";

/** Tells open pages to load again, with server-sent events on another port, so that the product's origin is not changed. */
export class Reload {
  readonly #open = new Set<ServerResponse>();
  readonly #server = createServer((request, response) => {
    // Every page of the browser can reach loopback; the events are no secret.
    response.writeHead(200, {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "access-control-allow-origin": "*",
    });
    response.write(": waiting\n\n");
    this.#open.add(response);
    request.once("close", () => this.#open.delete(response));
  });

  /** @param port 0 for any free one. @returns the origin it is at */
  async listen(port: number): Promise<string> {
    this.#server.listen(port, "127.0.0.1");
    await once(this.#server, "listening");
    return `http://localhost:${portOf(this.#server)}`;
  }

  /** Every page that is open loads again. */
  now(): void {
    for (const response of this.#open) response.write("data: reload\n\n");
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}

/** A page that listens. */
export function withReload(html: string, origin: string): string {
  const script = `<script>new EventSource("${origin}").onmessage=()=>location.reload()</script>`;
  return html.replace("</head>", () => `${script}</head>`);
}
