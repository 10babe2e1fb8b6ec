/** The least that any API of ours could take: Node's server, middy, an empty answer. */

import { once } from "node:events";
import { createServer } from "node:http";
import middy from "@middy/core";
import { portOf } from "../../local/cloud/kernel/port-of.ts";
import { aContext } from "../../test/support/lambda-events.ts";

interface BareHandler {
  /** Milliseconds of one round trip. */
  readonly roundTrip: () => Promise<number>;
  readonly stop: () => void;
}

export async function serveBareHandler(): Promise<BareHandler> {
  const handler = middy().handler(async () => ({ statusCode: 200, body: "{}" }));
  const server = createServer(async (_, response) => {
    const { statusCode, body } = await handler({}, aContext);
    response.writeHead(statusCode, { "content-type": "application/json" }).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = `http://localhost:${portOf(server)}/`;
  return {
    async roundTrip() {
      const startedAt = performance.now();
      await (await fetch(address)).json();
      return performance.now() - startedAt;
    },
    stop: () => server.close(),
  };
}
