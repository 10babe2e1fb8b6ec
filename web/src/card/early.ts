/**
 * The card page's early script: asks for the card's words and front together, before any module of the page has arrived
 * (docs/decisions/0015-first-view.md). It is as small as possible, because everything else waits for it.
 */
import type { PathOf } from "../api/api-routes.ts";
import type { EarlyFace } from "./early-card.ts";
import { rememberedShape, reserveShape } from "./shape.ts";

const shape = rememberedShape();
reserveShape(shape);
// Modules from the browser's cache can be faster than this script: then the page has asked already (takeEarlyCard).
if (!("earlyCard" in globalThis)) {
  const patience = new AbortController();
  // The same time-out as the page's own, ms. The image may take longer.
  setTimeout(() => patience.abort(), 30_000);
  const answer = ask("/api/me/card", patience.signal);
  const face = readFace().catch(() => undefined);
  // A failure is thrown to those who take it. If nobody has taken it yet, it must not be an unhandled rejection.
  answer.catch(() => {});
  globalThis.earlyCard = { answer, face };
}

async function readFace(): Promise<EarlyFace | undefined> {
  const name = `front-${shape}` as const;
  const image = await ask(`/api/me/card/faces/${name}`);
  const version = image.headers.get("etag");
  if (image.ok && version)
    return { face: name, version, address: URL.createObjectURL(await image.blob()) };
  await image.body?.cancel();
  return undefined;
}

function ask(
  path: PathOf<"GET /api/me/card" | "GET /api/me/card/faces/{face}">,
  signal: AbortSignal | null = null,
): Promise<Response> {
  return fetch(path, { cache: "no-store", signal });
}
