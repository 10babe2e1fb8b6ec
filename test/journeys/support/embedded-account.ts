/** The operator's account: `cdk` deploys into the embedded cloud, `kartu` runs as it is, `aws` calls the real SDK. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { layerSources } from "../../../infra/artifacts.ts";
import { SolutionChecks } from "../../../infra/checks.ts";
import { newApp, synthesize } from "../../../infra/synth.ts";
import { type Cloud, startCloud } from "../../../local/cloud/cloud.ts";
import { findFreePort } from "../../../local/start/free-ports.ts";
import { productOfAll } from "./product.ts";

const manifest = z.looseObject({
  artifacts: z.record(z.string(), z.looseObject({ dependencies: z.array(z.string()).optional() })),
});

/** An empty account, until something is deployed. */
export class EmbeddedAccount {
  readonly directory = mkdtempSync(join(tmpdir(), "kartu-account-"));
  readonly #assembly = join(this.directory, "cdk.out");
  readonly #settings: Readonly<Record<string, unknown>>;
  #ports: { readonly sitePort: number; readonly endpointPort: number } | undefined;
  #cloud: Cloud | undefined;

  /** @param settings what the operator fills into cdk.json */
  constructor(settings: Readonly<Record<string, unknown>>) {
    this.#settings = settings;
  }

  get cloud(): Cloud {
    if (!this.#cloud) throw new Error("Nothing is deployed yet.");
    return this.#cloud;
  }

  /** `npm run synth` on cdk.json as it is shipped. @throws Error as it says it */
  synthesizeAsShipped(): void {
    newApp({ outdir: join(this.directory, "shipped"), checks: [new SolutionChecks()] });
  }

  /** `npm run synth` with the settings, and all its checks, of what the journeys have built. @param changed those that are another now */
  async synthesize(changed: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const built = join(await productOfAll(), "..");
    const [functions, web] = [join(built, "functions"), join(built, "web")];
    synthesize({
      outdir: this.#assembly,
      context: { ...this.#settings, ...changed },
      artifacts: { functions, web, layers: layerSources },
      checks: [new SolutionChecks()],
    });
  }

  /** Puts these stacks in place, on whatever state there is. Without names all of them. @throws Error when one is not there */
  async deploy(stacks: readonly string[]): Promise<void> {
    const { artifacts } = this.#manifest();
    const missing = stacks.filter((stack) => !Object.hasOwn(artifacts, stack));
    if (missing.length > 0) throw new Error(`There is no stack ${missing.join(", ")}.`);
    const isFirst = this.#cloud === undefined;
    const assembly = isFirst && stacks.length > 0 ? this.#only(stacks) : this.#assembly;
    await this.stop();
    this.#ports ??= { sitePort: await findFreePort(), endpointPort: await findFreePort() };
    const directory = join(this.directory, "state");
    this.#cloud = await startCloud({ directory, assembly, log: () => undefined, ...this.#ports });
  }

  /** As `cdk deploy --outputs-file`. */
  writeOutputs(file: string): void {
    writeFileSync(join(this.directory, file), JSON.stringify(this.cloud.outputs));
  }

  async stop(): Promise<void> {
    await this.#cloud?.stop();
    this.#cloud = undefined;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }

  /** An assembly of these stacks alone. @throws Error when one of them needs another one */
  #only(stacks: readonly string[]): string {
    const { artifacts, ...rest } = this.#manifest();
    const isKept = (id: string) => stacks.some((stack) => id === stack || id === `${stack}.assets`);
    const kept = Object.entries(artifacts).filter(([id]) => isKept(id));
    const needed = kept.flatMap(([, { dependencies = [] }]) => dependencies);
    const others = needed.filter((id) => !isKept(id));
    if (others.length > 0) throw new Error(`${stacks.join(", ")} needs ${others.join(", ")}.`);
    const folder = join(this.directory, "some.out");
    mkdirSync(folder, { recursive: true });
    for (const stack of stacks)
      for (const kind of ["template", "assets"])
        cpSync(
          join(this.#assembly, `${stack}.${kind}.json`),
          join(folder, `${stack}.${kind}.json`),
        );
    const content = { ...rest, artifacts: Object.fromEntries(kept) };
    writeFileSync(join(folder, "manifest.json"), JSON.stringify(content));
    return folder;
  }

  #manifest(): z.infer<typeof manifest> {
    return manifest.parse(JSON.parse(readFileSync(join(this.#assembly, "manifest.json"), "utf8")));
  }
}
