import { once } from "node:events";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { demandFree, findFreePort } from "../../../local/start/free-ports.ts";

test("a port that is found is free, with the two after it", async () => {
  const port = await findFreePort();
  await expect(demandFree([port, port + 1, port + 2])).resolves.toBeUndefined();
});

test("a port that someone listens on is not free", async () => {
  const server = createServer().listen(await findFreePort(), "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  await expect(demandFree([port - 1, port])).rejects.toMatchObject({ code: "EADDRINUSE", port });
  server.close();
});
