import { once } from "node:events";
import { createServer } from "node:net";

/** @throws the system's EADDRINUSE, EACCES if one of the ports of this machine cannot be listened on */
export async function demandFree(ports: readonly number[]): Promise<void> {
  for (const port of ports) {
    const server = createServer().listen(port, "127.0.0.1");
    await once(server, "listening");
    server.close();
    await once(server, "close");
  }
}
