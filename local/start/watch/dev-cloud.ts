/** `npm run dev`: a demo cloud that follows the sources. Docs: docs/decisions/0021-development-mode.md. */
import { renameSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import { layerSources } from "../../../infra/artifacts.ts";
import type { CloudOptions } from "../../cloud/cloud.ts";
import { CloudClock } from "../../cloud/kernel/clock.ts";
import type { LambdaFunction } from "../../cloud/lambda/lambda-function.ts";
import { type DemoCloud, type RunningCloud, startDemoCloud } from "../demo-cloud.ts";
import { followedCode } from "../product.ts";
import { Builder } from "./builder.ts";
import { followSources } from "./changed-files.ts";
import { FunctionBuilds } from "./function-builds.ts";
import { isReadByPages, pathsIn } from "./pages.ts";
import { Reload, withReload } from "./reload.ts";
import { templateChanges } from "./template-changes.ts";
import { tellError } from "./told-errors.ts";

interface DevCloudOptions extends CloudOptions {
  /** Where the product was built: functions, web and assembly. */
  readonly built: string;
}

/** @returns when the product is up, as `npm start` has it; from then on it follows the sources */
export async function startDevCloud(options: DevCloudOptions): Promise<RunningCloud> {
  const reload = new Reload();
  const origin = await reload.listen(0);
  const names = new Map<string, string>();
  // One clock for all clouds, so that a moved time stays moved after an update.
  const clock = options.clock ?? new CloudClock();
  const start = async (assembly: string): Promise<DemoCloud> => {
    const cloud = await startDemoCloud({
      ...{ ...options, assembly, clock },
      // A phone cannot reach loopback.
      ...(!options.lan && {
        decorateHtml: (html) => withReload(html, origin),
        decorationOrigin: origin,
      }),
      onLogLine({ functionName, text }) {
        const told = tellError(names.get(functionName) ?? functionName, text);
        if (told) console.error(told);
      },
    });
    for (const { definition } of cloud.services.functions.all())
      names.set(definition.name, basename(definition.codeDirectory));
    return cloud;
  };
  const first = await start(options.assembly);
  const dev = new DevCloud(first, { ...options, reload, start });
  const { siteUrl, extraUrl, client, outputs, seeded } = first;
  return { siteUrl, extraUrl, client, outputs, seeded, stop: () => dev.stop() };
}

interface Dependencies {
  readonly built: string;
  readonly assembly: string;
  readonly reload: Reload;
  readonly start: (assembly: string) => Promise<DemoCloud>;
}

class DevCloud {
  readonly #dependencies: Dependencies;
  readonly #functions: FunctionBuilds;
  readonly #builder = new Builder();
  readonly #stopFollowing: () => void;
  #cloud: DemoCloud;
  #assembly: string;
  #assemblies = 0;
  /** Files whose change could not be built: they are tried again with the next. */
  #unfinished: readonly string[] = [];
  #working: Promise<void> = Promise.resolve();

  constructor(cloud: DemoCloud, dependencies: Dependencies) {
    this.#cloud = cloud;
    this.#dependencies = dependencies;
    this.#assembly = dependencies.assembly;
    this.#functions = new FunctionBuilds(join(dependencies.built, "functions"));
    // It waits until the demo's people are made.
    void cloud.seeded.then(() => this.#builder.make({ make: "nothing" })).catch(() => undefined);
    this.#stopFollowing = followSources((files, firstAt) => {
      this.#working = this.#working.then(() => this.#follow(files, firstAt));
    });
  }

  async stop(): Promise<void> {
    this.#stopFollowing();
    await this.#working;
    await this.#builder.close();
    await this.#functions.close();
    this.#dependencies.reload.close();
    await this.#cloud.stop();
  }

  async #follow(changed: readonly string[], firstAt: number): Promise<void> {
    const files = [...new Set([...this.#unfinished, ...changed])];
    this.#unfinished = [];
    const inside = (...folders: string[]) =>
      files.filter((file) => folders.some((folder) => file.startsWith(folder)));
    try {
      await this.#replaceFunctions(inside("functions/", "shared/"), firstAt);
      const newPaths = await this.#replacePages(inside("web/", "shared/"), firstAt);
      if (newPaths || inside("infra/", "cdk.json").length > 0) await this.#updateStack(firstAt);
    } catch (error) {
      this.#unfinished = files;
      console.error(`✗ ${error instanceof Error ? error.message : error}`);
    }
  }

  /** Functions in use are bundled first; one that is invoked in the meantime is bundled at once. */
  async #replaceFunctions(files: readonly string[], firstAt: number): Promise<void> {
    if (files.length === 0) return;
    const names = await this.#functions.affectedBy(files);
    const affected = this.#cloud.services.functions
      .all()
      .filter(({ definition }) => names.includes(basename(definition.codeDirectory)))
      .sort((a, b) => b.invocations - a.invocations);
    const waits = affected.map((each) => this.#replaceFunction(each, firstAt));
    if (affected.length > 0) this.#dependencies.reload.now();
    const failures: unknown[] = [];
    for (const { served, failed } of waits) {
      await served();
      failures.push(...failed);
    }
    if (failures.length > 0) throw failures[0];
  }

  #replaceFunction(target: LambdaFunction, firstAt: number) {
    const name = basename(target.definition.codeDirectory);
    const failed: unknown[] = [];
    const served = target.updateCode(async () => {
      try {
        await this.#functions.bundle(name);
        say(`function ${name} replaced`, firstAt);
      } catch (error) {
        // The old code is still there, and still serves.
        failed.push(error);
      }
    });
    return { served, failed };
  }

  /** @returns whether pages were added or removed, which changes the template */
  async #replacePages(files: readonly string[], firstAt: number): Promise<boolean> {
    const isOfPages = files.some((file) => file.startsWith("web/"));
    if (!isOfPages && !(await isReadByPages(files))) return false;
    const web = join(this.#dependencies.built, "web");
    const next = `${web}-next`;
    await this.#builder.make({ make: "pages", web: next });
    const before = pathsIn(web).join();
    rmSync(web, { recursive: true, force: true });
    renameSync(next, web);
    if (before !== pathsIn(web).join()) return true;
    await this.#cloud.hotswap("Custom::CDKBucketDeployment");
    this.#dependencies.reload.now();
    say("pages replaced", firstAt);
    return false;
  }

  /**
   * Synthesizes, and starts the cloud again with the new template and the existing state. Requests wait in the meantime, as during
   * an update of a stack. If AWS could not make a change in place, it is printed and the stack stays as it was.
   */
  async #updateStack(firstAt: number): Promise<void> {
    const { built } = this.#dependencies;
    const artifacts = {
      ...{ functions: join(built, "functions"), functionsFrom: followedCode },
      ...{ web: join(built, "web"), layers: layerSources },
    };
    const next = join(built, `assembly-${++this.#assemblies}`);
    rmSync(next, { recursive: true, force: true });
    await this.#builder.make({ make: "assembly", outdir: next, artifacts });
    const changes = templateChanges(this.#assembly, next);
    if (changes.length === 0) {
      say("stack unchanged", firstAt);
      return;
    }
    await this.#cloud.stop();
    try {
      this.#cloud = await this.#dependencies.start(next);
    } catch (error) {
      this.#cloud = await this.#dependencies.start(this.#assembly);
      throw new Error(`the stack stays as it was: ${messageOf(error)}`, { cause: error });
    }
    if (this.#assembly !== this.#dependencies.assembly)
      rmSync(this.#assembly, { recursive: true, force: true });
    this.#assembly = next;
    this.#dependencies.reload.now();
    say("stack updated", firstAt, changes);
  }
}

function say(what: string, since: number, details: readonly string[] = []): void {
  const line = `✓ ${what}, ${Math.round(performance.now() - since)} ms`;
  console.log([line, ...details.map((detail) => `    ${detail}`)].join("\n"));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
