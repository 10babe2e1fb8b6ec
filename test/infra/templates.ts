import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { synthesize } from "../../infra/synth.ts";
import { placeholderArtifacts } from "./placeholder-artifacts.ts";

export type Json = null | boolean | number | string | Json[] | { [member: string]: Json };

export interface Resource {
  readonly stack: string;
  readonly id: string;
  readonly Type: string;
  readonly Properties: { [member: string]: Json };
  readonly DeletionPolicy?: string;
  readonly DependsOn?: string | string[];
}

export const stackNames = [
  "Kartu-Mail",
  "Kartu-Data",
  "Kartu-Service",
  "Kartu-Edge",
  "Kartu-Web",
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
  const template = JSON.parse(readTemplate(outdir, stack)) as {
    Resources: Record<string, Omit<Resource, "stack" | "id">>;
  };
  return Object.entries(template.Resources).map(([id, resource]) => ({ stack, id, ...resource }));
}

/** Resources of one type. @throws when there are none: a test about nothing proves nothing */
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

/** What each of our functions may do, by its name. */
export function permissionsOf(resources: readonly Resource[]): Map<string, Statement[]> {
  const policies = ofType(resources, "AWS::IAM::Policy");
  const permissions = [...ourFunctions(resources)].map(([name, { Properties }]) => {
    const role = refersTo(Properties.Role) ?? "";
    const statements = policies
      .filter(({ Properties: { Roles } }) =>
        (Roles as Json[]).some((each) => refersTo(each) === role),
      )
      .flatMap(({ Properties: { PolicyDocument } }) => statementsOf(PolicyDocument));
    return [name, statements] as const;
  });
  return new Map(permissions);
}

function statementsOf(document: Json | undefined): Statement[] {
  const { Statement } = document as { Statement: { [member: string]: Json }[] };
  return Statement.map(({ Action, Resource, Condition }) => ({
    actions: [Action ?? []].flat().map(String),
    resources: [Resource ?? []]
      .flat()
      .map((each) => (typeof each === "string" ? each : JSON.stringify(each))),
    conditions: Condition,
  }));
}
