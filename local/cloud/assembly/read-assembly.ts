import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import * as z from "zod";

/** What CDK synthesized, read from its directory (cdk.out, or one stage's folder inside it). */
export interface Assembly {
  readonly stacks: readonly Stack[];
  /** Directory (or zip file) of an asset, by its key in the bootstrap bucket: "<hash>.zip" → path. */
  readonly assets: ReadonlyMap<string, string>;
}

export interface Stack {
  readonly name: string;
  /** Undefined for a stack that was not given one. */
  readonly region: string | undefined;
  readonly account: string | undefined;
  readonly template: Template;
}

export interface Template {
  readonly Parameters?: Readonly<Record<string, { Type: string; Default?: Json }>>;
  readonly Mappings?: Readonly<Record<string, Record<string, Record<string, Json>>>>;
  readonly Conditions?: Readonly<Record<string, Json>>;
  readonly Resources?: Readonly<Record<string, TemplateResource>>;
  readonly Outputs?: Readonly<
    Record<string, { Value: Json; Export?: { Name: Json }; Condition?: string }>
  >;
}

export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Json;
  readonly DependsOn?: string | string[];
  readonly Condition?: string;
}

export type Json = null | boolean | number | string | Json[] | { [member: string]: Json };

const manifestSchema = z.object({
  artifacts: z
    .record(
      z.string(),
      z.object({
        type: z.string(),
        environment: z.string().optional(),
        properties: z
          .object({
            templateFile: z.string(),
            stackName: z.string(),
            file: z.string(),
            directoryName: z.string(),
          })
          .partial()
          .optional(),
      }),
    )
    .default({}),
});

const assetManifest = z.object({
  files: z
    .record(
      z.string(),
      z.object({
        source: z.object({ path: z.string().optional() }),
        destinations: z.record(z.string(), z.object({ objectKey: z.string() })),
      }),
    )
    .default({}),
});

/** @throws Error when the directory holds no assembly, or several stages of which one must be chosen */
export function readAssembly(directory: string): Assembly {
  const manifest = manifestSchema.parse(readJson(directory, "manifest.json"));
  const artifacts = Object.entries(manifest.artifacts);
  const stacks = artifacts.flatMap(([id, artifact]): Stack[] => {
    if (artifact.type !== "aws:cloudformation:stack") return [];
    const { templateFile = `${id}.template.json`, stackName = id } = artifact.properties ?? {};
    const [account, region] = (artifact.environment ?? "").replace("aws://", "").split("/");
    return [
      {
        name: stackName,
        account: account === "unknown-account" ? undefined : account,
        region: region === "unknown-region" ? undefined : region,
        template: readJson(directory, templateFile) as Template,
      },
    ];
  });
  if (stacks.length === 0) return readOnlyStage(directory, artifacts);
  const assets = artifacts.flatMap(([, { type, properties }]) =>
    type === "cdk:asset-manifest" ? readAssets(directory, properties?.file ?? "") : [],
  );
  return { stacks, assets: new Map(assets) };
}

/** Where most of the assembly lives: the embedded cloud has one region and one account. */
export function placeOf({ stacks }: Assembly): { region: string; account: string } {
  const size = ({ template }: Stack) => Object.keys(template.Resources ?? {}).length;
  const largest = [...stacks].sort((a, b) => size(b) - size(a))[0];
  return {
    region: largest?.region ?? "ap-southeast-3",
    account: largest?.account ?? "000000000000",
  };
}

type Artifacts = [string, z.output<typeof manifestSchema>["artifacts"][string]][];

/** CDK puts each stage into an assembly of its own inside the application's. */
function readOnlyStage(directory: string, artifacts: Artifacts): Assembly {
  const stages = artifacts.flatMap(([, { type, properties }]) =>
    type === "cdk:cloud-assembly" && properties?.directoryName ? [properties.directoryName] : [],
  );
  const [only, ...others] = stages;
  if (!only) throw new Error(`There is no stack in the assembly ${directory}.`);
  if (others.length > 0) {
    throw new Error(`Choose one stage of the assembly ${directory}: ${stages.join(", ")}.`);
  }
  return readAssembly(join(directory, only));
}

function readAssets(directory: string, file: string): [string, string][] {
  const { files } = assetManifest.parse(readJson(directory, file));
  return Object.values(files).flatMap(({ source, destinations }) => {
    const { path } = source;
    if (path === undefined) return [];
    return Object.values(destinations).map(({ objectKey }): [string, string] => [
      objectKey,
      resolve(directory, path),
    ]);
  });
}

function readJson(directory: string, file: string): unknown {
  return JSON.parse(readFileSync(join(directory, file), "utf8"));
}
