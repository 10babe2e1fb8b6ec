import type { Server } from "node:net";

/** The TCP port that a server listens at. @throws Error when it listens at none */
export function portOf(server: Pick<Server, "address">): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It listens at no port.");
  return address.port;
}
