import type { CloudClock } from "../kernel/clock.ts";
import type { FunctionLog } from "./function-log.ts";
import { type FunctionDefinition, LambdaFunction } from "./lambda-function.ts";
import { OrphanWatch } from "./orphan-watch.ts";

interface FunctionsOptions {
  readonly clock: CloudClock;
  readonly log: FunctionLog;
  readonly projectDirectory: string;
  /** Resolves when the functions' code is there: their state is Pending until then. */
  readonly codeReady: Promise<void> | undefined;
  /** The whole environment of a function; asked when a worker starts. */
  readonly environment: (definition: FunctionDefinition) => Readonly<Record<string, string>>;
}

/** All functions and layers of the assembly. */
export class Functions {
  readonly #options: FunctionsOptions;
  readonly #orphans = new OrphanWatch();
  readonly #byName = new Map<string, LambdaFunction>();
  readonly #layers = new Map<string, readonly string[]>();

  constructor(options: FunctionsOptions) {
    this.#options = options;
  }

  add(definition: FunctionDefinition): void {
    const { clock, log, projectDirectory, codeReady, environment } = this.#options;
    const worker = {
      ...{ clock, log, projectDirectory, orphans: this.#orphans },
      environment: () => environment(definition),
    };
    this.#byName.set(definition.name, new LambdaFunction(definition, worker, codeReady));
  }

  addLayer(arn: string, packages: readonly string[]): void {
    this.#layers.set(arn, packages);
  }

  /** Names of the packages a layer brings. */
  packagesOf(layerArn: string): readonly string[] {
    const packages = this.#layers.get(layerArn);
    if (!packages) throw new Error(`There is no layer ${layerArn}.`);
    return packages;
  }

  /** @param name or ARN. @throws Error when there is none */
  named(name: string): LambdaFunction {
    const found = this.#byName.get(name.split(":function:").at(-1) ?? name);
    if (!found) throw new Error(`There is no function ${name}.`);
    return found;
  }

  all(): LambdaFunction[] {
    return [...this.#byName.values()];
  }

  /** The settings of all functions together: one setting has one value everywhere. */
  settings(): Readonly<Record<string, string>> {
    return Object.assign(
      {},
      ...[...this.#byName.values()].map((each) => each.definition.environment),
    );
  }

  /** Functions that work on something. */
  busy(): string[] {
    return [...this.#byName.values()]
      .filter(({ inFlight }) => inFlight > 0)
      .map(({ definition }) => definition.name);
  }

  async close(): Promise<void> {
    await Promise.all([...this.#byName.values()].map((each) => each.close()));
    this.#orphans.close();
  }
}
