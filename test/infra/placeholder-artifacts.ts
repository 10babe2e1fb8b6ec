import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Artifacts } from "../../infra/artifacts.ts";
import { layerNames } from "../../infra/layers.ts";

export const functionNames = [
  "account-recovery",
  "accounts-api",
  "agency-api",
  "bulk-worker",
  "calendar",
  "canary",
  "card-renderer",
  "contact-changer",
  "evidence-api",
  "history-guard",
  "history-sealer",
  "holder-api",
  "import-judge",
  "leaver-eraser",
  "list-exporter",
  "mail-feedback",
  "mail-sender",
  "notifier",
  "operator-api",
  "person-api",
  "photo-intake",
  "reconciler",
  "records-api",
  "request-api",
  "role-follower",
  "session-api",
  "status-publisher",
  "unit-printer",
  "verify-api",
] as const;

const pages = ["index.html", "404.html", "v/index.html", "kartu/index.html"];

/** Stands for what other commands build: the templates are the same whatever the bundles hold. */
export function placeholderArtifacts(): Artifacts {
  const root = mkdtempSync(join(tmpdir(), "kartu-artifacts-"));
  const write = (path: string, content: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  };
  for (const name of functionNames) write(`functions/${name}/index.cjs`, `// ${name}\n`);
  for (const name of layerNames) write(`layers/${name}/nodejs/package.json`, "{}\n");
  for (const page of pages.flatMap((each) => [each, `en/${each}`]))
    write(`web/${page}`, `<title>${page}</title>\n`);
  write("web/assets/page-12345678.js", "\n");
  write("web/robots.txt", "User-agent: *\n");
  return {
    functions: join(root, "functions"),
    layers: join(root, "layers"),
    web: join(root, "web"),
  };
}
