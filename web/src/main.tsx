import { hydrate } from "preact";
import { App } from "./app.tsx";
import { watchReturn } from "./session/watch-return.ts";

// Browsers of the last years have all of it and do not fetch the rest.
const needed = [
  [String.prototype, "replaceAll"],
  [Array.prototype, "at"],
  [Object, "hasOwn"],
  [AbortSignal, "timeout"],
  [crypto, "randomUUID"],
] as const;
if (needed.some(([owner, name]) => !(name in owner))) await import("./missing.ts");

const root = document.getElementById("app");
if (root) {
  watchReturn(root);
  hydrate(<App />, root);
}
document.getElementById("not-started")?.remove();
