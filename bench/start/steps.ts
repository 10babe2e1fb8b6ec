/** Where a start's time goes: the same steps, none beside another, in a process of their own. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as z from "zod";

/** @returns milliseconds of each step, by its name */
export async function startInSteps(home: string): Promise<Readonly<Record<string, number>>> {
  const script = fileURLToPath(import.meta.url);
  const { stdout } = await promisify(execFile)(process.execPath, [script, home]);
  const lastLine = stdout.trim().split("\n").at(-1) ?? "";
  return z.record(z.string(), z.number()).parse(JSON.parse(lastLine));
}

async function takeSteps(home: string): Promise<Record<string, number>> {
  const times: Record<string, number> = {};
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const startedAt = performance.now();
    const result = await work();
    times[name] = performance.now() - startedAt;
    return result;
  };
  const { layerSources } = await import("../../infra/artifacts.ts");
  const [functions, web, layers] = [join(home, "functions"), join(home, "web"), layerSources];
  const { buildWeb } = await step("load pages' bundler", () => import("../../web/build.ts"));
  await step("bundle pages", () => buildWeb(web));
  const { buildFunctions } = await import("../../infra/build.ts");
  await step("bundle functions", () => buildFunctions(functions));
  const { synthesize } = await step("load CDK", () => import("../../infra/synth.ts"));
  const assembly = join(home, "assembly");
  const artifacts = { functions, web, layers };
  await step("synthesize", async () => synthesize({ outdir: assembly, artifacts }));
  const { startCloud } = await step("load cloud", () => import("../../local/cloud/cloud.ts"));
  const directory = join(home, "cloud");
  const cloud = await step("deploy to cloud", () => startCloud({ directory, assembly }));
  const { seedDemo } = await step("load demo", () => import("../../local/demo/seed.ts"));
  const { client, clock, services, siteUrl } = cloud;
  const settings = services.functions.settings();
  await step("named accounts", () =>
    seedDemo({ client, settings, clock, isOlder: false }, AbortSignal.abort()),
  );
  await step("first page", () => fetch(`${siteUrl}/masuk`));
  await step("first call of an API", () => fetch(`${siteUrl}/api/session/captcha`));
  await cloud.stop();
  return times;
}

if (import.meta.main) {
  console.log(JSON.stringify(await takeSteps(process.argv[2] ?? "")));
}
