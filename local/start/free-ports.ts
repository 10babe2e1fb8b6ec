import { randomInt } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:net";

/** @throws the system's EADDRINUSE, EACCES if one of the ports of an address of this machine cannot be listened on */
export async function demandFree(ports: readonly number[], host = "127.0.0.1"): Promise<void> {
  for (const port of ports) {
    const server = createServer().listen(port, host);
    await once(server, "listening");
    server.close();
    await once(server, "close");
  }
}

/**
 * A port that is free together with the two after it. It is below 32768, because systems use higher ports for any new
 * connection.
 */
export async function findFreePort(): Promise<number> {
  const port = randomInt(10_000, 32_000);
  try {
    await demandFree([port, port + 1, port + 2]);
    return port;
  } catch {
    return findFreePort();
  }
}
