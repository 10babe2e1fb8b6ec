import { hydrate } from "preact";
import { App } from "./app.tsx";

const root = document.getElementById("app");
if (root) hydrate(<App />, root);
document.getElementById("not-started")?.remove();
