import { conditionHolds, resolve, type Scope } from "./intrinsics.ts";
import type { Assembly, Json, Stack, TemplateResource } from "./read-assembly.ts";

/** A resource of a template, ready to be made. */
export interface Resource {
  readonly stackName: string;
  readonly logicalId: string;
  readonly type: string;
  /** "Stack-LogicalId": derived, so that state made by an earlier run is found again. */
  readonly physicalName: string;
  /** Its properties with all intrinsic functions resolved. */
  readonly properties: Readonly<Record<string, Json>>;
}

/** What Ref gives, and the attributes that Fn::GetAtt may ask for. */
export interface Deployed {
  readonly ref: string;
  readonly attributes?: Readonly<Record<string, Json>>;
}

interface DeployOptions {
  readonly region: string;
  /** Twelve digits. */
  readonly account: string;
  /** A version of a secret, for dynamic references. */
  readonly secret: Scope["secret"];
  /** Makes or updates one resource. Called once per resource, after those it needs. */
  readonly deploy: (resource: Resource) => Promise<Deployed> | Deployed;
}

/** Outputs by stack and name. */
export type Outputs = Readonly<Record<string, Readonly<Record<string, Json>>>>;

/**
 * Makes every resource of an assembly, each after the resources it refers to.
 * @throws Error that names the resource, when one cannot be made
 */
export async function deployAssembly(assembly: Assembly, options: DeployOptions): Promise<Outputs> {
  const deployment = new Deployment(assembly, options);
  for (const stack of assembly.stacks) {
    for (const logicalId of Object.keys(stack.template.Resources ?? {})) {
      await deployment.ensure(stack, logicalId);
    }
  }
  return Object.fromEntries(
    assembly.stacks.map((stack) => [stack.name, deployment.outputs(stack)]),
  );
}

/** A value refers to a resource that is not deployed yet. */
class NotYetDeployed extends Error {
  readonly owner: Stack;
  readonly logicalId: string;
  constructor(owner: Stack, logicalId: string) {
    super(`${owner.name}/${logicalId} is not deployed: is its condition false?`);
    this.owner = owner;
    this.logicalId = logicalId;
  }
}

class Deployment {
  readonly #assembly: Assembly;
  readonly #options: DeployOptions;
  readonly #deployed = new Map<string, Deployed>();
  readonly #inProgress = new Set<string>();

  constructor(assembly: Assembly, options: DeployOptions) {
    this.#assembly = assembly;
    this.#options = options;
  }

  async ensure(stack: Stack, logicalId: string): Promise<void> {
    const path = `${stack.name}/${logicalId}`;
    const resource = stack.template.Resources?.[logicalId];
    if (!resource) throw new Error(`There is no resource ${path}.`);
    if (this.#deployed.has(path)) return;
    if (resource.Condition && !conditionHolds(resource.Condition, this.#scope(stack))) return;
    if (this.#inProgress.has(path)) {
      throw new Error(`Resources need each other: ${[...this.#inProgress, path].join(" → ")}.`);
    }
    this.#inProgress.add(path);
    for (const needed of [resource.DependsOn ?? []].flat()) await this.ensure(stack, needed);
    const properties = await this.#properties(stack, logicalId, resource);
    this.#deployed.set(path, await this.#deploy(stack, logicalId, resource.Type, properties));
    this.#inProgress.delete(path);
  }

  outputs(stack: Stack): Record<string, Json> {
    const scope = this.#scope(stack);
    return Object.fromEntries(
      Object.entries(stack.template.Outputs ?? {})
        .filter(([, { Condition }]) => !Condition || conditionHolds(Condition, scope))
        .map(([name]) => [name, this.#output(stack, name)]),
    );
  }

  async #deploy(
    stack: Stack,
    logicalId: string,
    type: string,
    properties: Resource["properties"],
  ): Promise<Deployed> {
    const physicalName = `${stack.name}-${logicalId}`;
    const resource = { stackName: stack.name, logicalId, type, physicalName, properties };
    try {
      return await this.#options.deploy(resource);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`${stack.name}/${logicalId} (${type}): ${reason}`, { cause: error });
    }
  }

  /** Resolves the properties. A resource that they refer to is deployed first. */
  async #properties(
    stack: Stack,
    logicalId: string,
    { Type, Properties = {} }: TemplateResource,
  ): Promise<Resource["properties"]> {
    for (;;) {
      try {
        return resolve(Properties, this.#scope(stack)) as Record<string, Json>;
      } catch (error) {
        if (!(error instanceof NotYetDeployed)) {
          const reason = error instanceof Error ? error.message : String(error);
          throw new Error(`${stack.name}/${logicalId} (${Type}): ${reason}`, { cause: error });
        }
        await this.ensure(error.owner, error.logicalId);
        if (!this.#deployed.has(`${error.owner.name}/${error.logicalId}`)) throw error;
      }
    }
  }

  #scope(stack: Stack): Scope {
    return {
      template: stack.template,
      ref: (name) =>
        name.startsWith("AWS::") ? this.#pseudoParameter(stack, name) : this.#ref(stack, name),
      attribute: (logicalId, name) => this.#attribute(stack, logicalId, name),
      importValue: (name) => this.#exported(name),
      stackOutput: (stackName, name) => this.#output(this.#stackNamed(stackName), name),
      secret: this.#options.secret,
    };
  }

  #pseudoParameter(stack: Stack, name: string): Json | undefined {
    const region = stack.region ?? this.#options.region;
    const account = stack.account ?? this.#options.account;
    switch (name) {
      case "AWS::Region":
        return region;
      case "AWS::AccountId":
        return account;
      case "AWS::Partition":
        return "aws";
      case "AWS::URLSuffix":
        return "amazonaws.com";
      case "AWS::StackName":
        return stack.name;
      case "AWS::StackId":
        return `arn:aws:cloudformation:${region}:${account}:stack/${stack.name}/local`;
      case "AWS::NoValue":
        return undefined;
      default:
        throw new Error(`The embedded cloud does not know the pseudo parameter ${name}.`);
    }
  }

  #ref(stack: Stack, name: string): Json {
    if (stack.template.Resources?.[name]) return this.#find(stack, name).ref;
    const parameter = stack.template.Parameters?.[name];
    if (parameter?.Default === undefined || parameter.Type.startsWith("AWS::SSM::")) {
      throw new Error(`The parameter ${name} of ${stack.name} has no value of its own.`);
    }
    return parameter.Default;
  }

  #attribute(stack: Stack, logicalId: string, name: string): Json {
    const value = this.#find(stack, logicalId).attributes?.[name];
    if (value === undefined) {
      throw new Error(`The embedded cloud does not know ${logicalId}.${name} of ${stack.name}.`);
    }
    return value;
  }

  #find(stack: Stack, logicalId: string): Deployed {
    const deployed = this.#deployed.get(`${stack.name}/${logicalId}`);
    if (!deployed) throw new NotYetDeployed(stack, logicalId);
    return deployed;
  }

  #stackNamed(name: string): Stack {
    const stack = this.#assembly.stacks.find((each) => each.name === name);
    if (!stack) throw new Error(`There is no stack ${name}.`);
    return stack;
  }

  #output(stack: Stack, name: string): Json {
    const output = stack.template.Outputs?.[name];
    const value = output && resolve(output.Value, this.#scope(stack));
    if (value === undefined) throw new Error(`There is no output ${name} of ${stack.name}.`);
    return value;
  }

  #exported(name: string): Json {
    for (const stack of this.#assembly.stacks) {
      for (const [output, { Export }] of Object.entries(stack.template.Outputs ?? {})) {
        if (Export && resolve(Export.Name, this.#scope(stack)) === name) {
          return this.#output(stack, output);
        }
      }
    }
    throw new Error(`No stack exports ${name}.`);
  }
}
