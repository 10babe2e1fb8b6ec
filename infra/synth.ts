import { readFileSync } from "node:fs";
import { App, type IPolicyValidationPlugin, Validations } from "aws-cdk-lib";
import type { CloudAssembly } from "aws-cdk-lib/cx-api";
import recommendedFlags from "aws-cdk-lib/recommended-feature-flags.json" with { type: "json" };
import * as z from "zod";
import { type Artifacts, builtArtifacts } from "./artifacts.ts";
import { readSettings, requireDeployable, type Settings } from "./settings.ts";
import { DataStack } from "./stacks/data-stack.ts";
import { EdgeStack } from "./stacks/edge-stack.ts";
import { MailStack } from "./stacks/mail-stack.ts";
import { ServiceStack } from "./stacks/service-stack.ts";
import { WatchStack } from "./stacks/watch-stack.ts";
import { WebStack } from "./stacks/web-stack.ts";

export interface SynthesisOptions {
  /** Where the assembly goes; by default where the CDK command line says. */
  readonly outdir?: string;
  /** Settings that replace those of cdk.json. */
  readonly context?: Readonly<Record<string, unknown>>;
  readonly artifacts?: Artifacts;
  /**
   * Checks of a deployment, besides CDK's own validation. Without any, nothing is validated and no asset is copied: so the
   * embedded cloud starts much faster.
   */
  readonly checks?: readonly IPolicyValidationPlugin[];
}

const cdkJson = z.object({ context: z.record(z.string(), z.unknown()) });

/** Synthesizes all stacks. Runs in the repository's root folder; throws as `newApp` does. */
export function synthesize(options: SynthesisOptions = {}): CloudAssembly {
  return newApp(options).synth();
}

/**
 * The app with all its stacks, before synthesis.
 * @throws Error in one sentence when a setting is wrong, or something has not been built
 */
export function newApp({
  outdir,
  context = {},
  artifacts = builtArtifacts,
  checks = [],
}: SynthesisOptions = {}): App {
  const forDeployment = checks.length > 0;
  const { context: given } = cdkJson.parse(JSON.parse(readFileSync("cdk.json", "utf8")));
  const app = new App({
    ...(outdir && { outdir }),
    context: {
      ...recommendedFlags,
      // Merged statements are sorted by numbers that depend on earlier syntheses, so the result would not be reproducible.
      "@aws-cdk/aws-iam:minimizePolicies": false,
      // CloudFormation refuses to replace what another stack uses, instead of leaving that stack with the old name (decision 0029).
      "@aws-cdk/core:defaultCrossStackReferences": "strong",
      ...given,
      "aws:cdk:disable-asset-staging": !forDeployment,
      "@aws-cdk/core:annotationsInValidationReport": forDeployment,
      ...context,
    },
    builtinCloudFormationValidation: forDeployment,
    treeMetadata: forDeployment,
    stackTraces: forDeployment,
    analyticsReporting: false,
  });
  Validations.of(app).addPlugins(...checks);
  const settings = readSettings(app.node);
  if (forDeployment) requireDeployable(settings);
  addStacks(app, settings, artifacts);
  return app;
}

function addStacks(app: App, settings: Settings, artifacts: Artifacts): void {
  const home = { env: { region: settings.region } };
  const mail = new MailStack(app, "Kartu-Mail", { ...home, settings });
  const { mailer } = mail;
  const data = new DataStack(app, "Kartu-Data", { ...home, settings, mailer });
  data.addStackDependency(mail);
  const service = new ServiceStack(app, "Kartu-Service", {
    ...home,
    settings,
    artifacts,
    data,
    mailer,
  });
  const edge = new EdgeStack(app, "Kartu-Edge", { env: { region: "us-east-1" }, settings });
  const web = new WebStack(app, "Kartu-Web", {
    ...home,
    settings,
    artifacts,
    data,
    service,
    edge,
  });
  new WatchStack(app, "Kartu-Watch", { env: { region: "us-east-1" }, settings, web });
}
