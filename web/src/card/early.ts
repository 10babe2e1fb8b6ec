/**
 * The card page's early script: asks for the card's words and its front together, before any module of the page is there
 * (docs/decisions/0015-first-view.md). As small as can be, since all else waits for it.
 */
import type { EarlyFace } from "./early-card.ts";
import { rememberedShape, reserveShape } from "./shape.ts";

/** As long as the page itself waits for an answer. The image may take longer. */
const patienceMs = 30_000;

const shape = rememberedShape();
reserveShape(shape);
const patience = new AbortController();
setTimeout(() => patience.abort(), patienceMs);
const answer = ask("/api/me/card", patience.signal);
const face = readFace().catch(() => undefined);
// Who takes it hears of a failure. Nobody may have come to take it yet.
answer.catch(() => {});
globalThis.earlyCard = { answer, face };

async function readFace(): Promise<EarlyFace | undefined> {
  const name = `front-${shape}` as const;
  const image = await ask(`/api/me/card/faces/${name}`);
  const version = image.headers.get("etag");
  if (!image.ok || !version) return undefined;
  return { face: name, version, address: URL.createObjectURL(await image.blob()) };
}

function ask(path: string, signal?: AbortSignal): Promise<Response> {
  return fetch(path, { cache: "no-store", signal: signal ?? null });
}
