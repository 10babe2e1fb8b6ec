import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";
import { synthesize } from "../../infra/synth.ts";
import { placeholderArtifacts } from "./placeholder-artifacts.ts";

export type Json = null | boolean | number | string | Json[] | { [member: string]: Json };
type JsonObject = { [member: string]: Json };

const resource = z.looseObject({
  Type: z.string(),
  Properties: z.record(z.string(), z.json()).default({}),
  DeletionPolicy: z.string().optional(),
  DependsOn: z.union([z.string(), z.array(z.string())]).optional(),
});
const template = z.looseObject({ Resources: z.record(z.string(), resource) });

export interface Resource extends Readonly<z.infer<typeof resource>> {
  readonly stack: string;
  readonly id: string;
}

export const stackNames = [
  "Kartu-Mail",
  "Kartu-Data",
  "Kartu-Service",
  "Kartu-Edge",
  "Kartu-Web",
  "Kartu-Watch",
] as const;

/** All resources of the app, synthesized with these settings over those of cdk.json. */
export function synthesizeResources(context: Record<string, unknown> = {}): Resource[] {
  const outdir = mkdtempSync(join(tmpdir(), "kartu-cdk-"));
  synthesize({ outdir, context, artifacts: placeholderArtifacts() });
  return stackNames.flatMap((stack) => readResources(outdir, stack));
}

export function readTemplate(outdir: string, stack: string): string {
  return readFileSync(join(outdir, `${stack}.template.json`), "utf8");
}

function readResources(outdir: string, stack: string): Resource[] {
  const { Resources } = template.parse(JSON.parse(readTemplate(outdir, stack)));
  return Object.entries(Resources).map(([id, each]) => ({ ...each, stack, id }));
}

/** Resources of one type. @throws when there are none, because such a test would prove nothing */
export function ofType(resources: readonly Resource[], type: string): Resource[] {
  const found = resources.filter(({ Type }) => Type === type);
  if (found.length === 0) throw new Error(`No ${type} in the templates.`);
  return found;
}

/** Functions of ours by name; CDK's own, which put the site into its bucket, have no such description. */
export function ourFunctions(resources: readonly Resource[]): Map<string, Resource> {
  const ours = ofType(resources, "AWS::Lambda::Function").flatMap((each) => {
    const [, name] = /^functions\/(.+)$/.exec(String(each.Properties.Description)) ?? [];
    return name ? [[name, each] as const] : [];
  });
  return new Map(ours);
}

/** What is at this path in a template; undefined when there is nothing. */
export function memberOf(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((at, name) => (isObject(at) ? at[name] : undefined), value);
}

/** The objects of a list. @throws when it is none, because such a test would prove nothing */
export function objectsOf(value: Json | undefined): JsonObject[] {
  if (!Array.isArray(value) || !value.every(isObject))
    throw new Error("This is no list of objects.");
  return value;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The logical id that a Ref or Fn::GetAtt names. */
export function refersTo(value: Json | undefined): string | undefined {
  if (!value || typeof value !== "object" || Array.isArray(value)) return undefined;
  const { Ref, "Fn::GetAtt": attribute } = value;
  return String(Ref ?? (Array.isArray(attribute) ? attribute[0] : ""));
}

export interface Statement {
  readonly actions: readonly string[];
  /** As text, with the templates' references in it. */
  readonly resources: readonly string[];
  readonly conditions: Json | undefined;
}

/** What each of our functions may do, by its name; but for writing traces, which all may (metrics.test.ts). */
export function permissionsOf(resources: readonly Resource[]): Map<string, Statement[]> {
  // Where CDK takes an inline policy for too long, by a guess of its tokens' lengths, the rest of it is a managed one.
  const policies = resources.filter(({ Type }) => /^AWS::IAM::(Managed)?Policy$/.test(Type));
  const permissions = [...ourFunctions(resources)].map(([name, { Properties }]) => {
    const role = refersTo(Properties.Role) ?? "";
    const statements = policies
      .filter(({ Properties: { Roles } }) =>
        objectsOf(Roles).some((each) => refersTo(each) === role),
      )
      .flatMap(({ Properties: { PolicyDocument } }) => statementsOf(PolicyDocument))
      .filter(({ actions }) => !actions.every((action) => tracing.has(action)));
    return [name, statements] as const;
  });
  return new Map(permissions);
}

const tracing = new Set(["xray:PutTraceSegments", "xray:PutTelemetryRecords"]);

function statementsOf(document: Json | undefined): Statement[] {
  return objectsOf(memberOf(document, "Statement")).map(({ Action, Resource, Condition }) => ({
    actions: [Action ?? []].flat().map(String),
    resources: [Resource ?? []]
      .flat()
      .map((each) => (typeof each === "string" ? each : JSON.stringify(each))),
    conditions: Condition,
  }));
}
