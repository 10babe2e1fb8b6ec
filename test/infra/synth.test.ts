import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { App, Stack, Validations } from "aws-cdk-lib";
import { Bucket } from "aws-cdk-lib/aws-s3";
import { expect, test } from "vitest";
import * as z from "zod";
import { SolutionChecks } from "../../infra/checks.ts";
import { newApp, synthesize } from "../../infra/synth.ts";
import { functionNames, placeholderArtifacts } from "./placeholder-artifacts.ts";
import { readTemplate, stackNames } from "./templates.ts";

const artifacts = placeholderArtifacts();
const context = {
  domain: "kartu.example.go.id",
  mailFrom: "kartu@example.go.id",
  alarmEmail: "alarm@example.go.id",
  runbookUrl: "https://git.example.go.id/runbook.md",
  certificateArn:
    "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012",
};

function synthesizeForDeployment(): string {
  const outdir = mkdtempSync(join(tmpdir(), "kartu-cdk-"));
  synthesize({ outdir, context, artifacts, checks: [new SolutionChecks()] });
  return outdir;
}

const [first, second] = [synthesizeForDeployment(), synthesizeForDeployment()];

test("the checks of CDK and of AWS Solutions find nothing", () => {
  const report = JSON.parse(readFileSync(join(first, "validation-report.json"), "utf8"));
  expect(report).toMatchObject({ pluginReports: [] });
});

test("a finding stops a deployment's synthesis", () => {
  const outdir = mkdtempSync(join(tmpdir(), "kartu-cdk-"));
  const app = newApp({ outdir, context, artifacts, checks: [new SolutionChecks()] });
  new Bucket(new Stack(app, "Kartu-Careless"), "bucket");
  expect(() => app.synth()).toThrow("AwsSolutions-S1");
});

test("the shipped settings, with names nobody can own, are refused for a deployment in one sentence", () => {
  const shipped = () => newApp({ artifacts, checks: [new SolutionChecks()] });
  expect(shipped).toThrow(
    /^These settings in cdk\.json still hold examples: domain, mailFrom, alarmEmail, runbookUrl\. Fill them in as docs\/operations\.md says\.$/,
  );
  expect(() => newApp({ artifacts })).not.toThrow();
});

test("a deployment without a certificate is refused: nobody could log in", () => {
  const { certificateArn: _, ...others } = context;
  const app = () => newApp({ context: others, artifacts, checks: [new SolutionChecks()] });
  expect(app).toThrow(
    /^Setting certificateArn in cdk\.json is missing: [^.]*kartu\.example\.go\.id/,
  );
});

test.each([{}, { waf: false }, { cognitoPlan: "ESSENTIALS" }])(
  "with the settings %o, too, nothing is found and every acknowledgement is of something found",
  (settings) => {
    const outdir = mkdtempSync(join(tmpdir(), "kartu-cdk-"));
    const app = newApp({ outdir, context: settings, artifacts });
    app.synth();
    expect(new SolutionChecks().validateScope(app).violations).toEqual([]);
  },
);

test("the same sources make the same files, byte by byte", () => {
  expect(readdirSync(second)).toEqual(readdirSync(first));
  const files = readdirSync(first).filter((file) =>
    /^Kartu-.*(template|assets)\.json$|^manifest/.test(file),
  );
  expect(files.length).toBeGreaterThan(stackNames.length);
  for (const file of files) {
    expect(readFileSync(join(second, file), "utf8")).toBe(readFileSync(join(first, file), "utf8"));
  }
});

test("a deployment's templates are those that the embedded cloud runs", () => {
  const outdir = mkdtempSync(join(tmpdir(), "kartu-cdk-"));
  synthesize({ outdir, context, artifacts });
  for (const stack of stackNames) {
    const fast: unknown = JSON.parse(readTemplate(outdir, stack));
    const full: unknown = JSON.parse(readTemplate(first, stack));
    expect(withoutMetadata(fast)).toEqual(withoutMetadata(full));
  }
});

/** CDK notes asset paths beside the resources when it copies them. */
function withoutMetadata(template: unknown): unknown {
  return JSON.parse(
    JSON.stringify(template, (key, value) => (key === "Metadata" ? undefined : value)),
  );
}

test("what has not been built is named, with what to run", () => {
  const missing = { ...artifacts, web: join("dist", "nowhere") };
  expect(() =>
    synthesize({
      outdir: mkdtempSync(join(tmpdir(), "kartu-cdk-")),
      artifacts: missing,
    }),
  ).toThrow(`${join("dist", "nowhere", "index.html")} is missing: run "npm run build" first.`);
});

test("a finding fails the checks, and acknowledging it passes them", () => {
  const { bucket, check } = aBucketWithFindings();
  expect(check()).toContain("AwsSolutions-S1");
  Validations.of(bucket).acknowledge({ id: "AwsSolutions-S1", reason: "test" });
  expect(check()).not.toContain("AwsSolutions-S1");
});

test("an acknowledgement of what is no longer found fails the checks", () => {
  const { bucket, check } = aBucketWithFindings();
  Validations.of(bucket).acknowledge({ id: "AwsSolutions-SQS3", reason: "test" });
  expect(check()).toContain("stale-acknowledgement");
});

function aBucketWithFindings() {
  const stack = new Stack(new App(), "Test");
  const bucket = new Bucket(stack, "bucket");
  const check = () =>
    new SolutionChecks().validateScope(stack).violations.map(({ ruleName }) => ruleName);
  return { bucket, check };
}

const assets = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string() }) })),
});

test("bundles that are still being made are named by what they are made from, each by its own name", () => {
  const packed = (functionsFrom: string) => {
    const outdir = mkdtempSync(join(tmpdir(), "kartu-cdk-"));
    const functions = mkdtempSync(join(tmpdir(), "kartu-functions-"));
    synthesize({ outdir, context, artifacts: { ...artifacts, functions, functionsFrom } });
    const found = ["Kartu-Service", "Kartu-Web"].flatMap((stack) =>
      Object.entries(
        assets.parse(JSON.parse(readFileSync(join(outdir, `${stack}.assets.json`), "utf8"))).files,
      ),
    );
    return found.flatMap(([hash, { source }]) =>
      source.path.startsWith(functions) ? [{ hash, name: basename(source.path) }] : [],
    );
  };
  const [one, same, other] = [packed("sources 1"), packed("sources 1"), packed("sources 2")];

  expect(new Set(one.map(({ name }) => name))).toEqual(new Set(functionNames));
  expect(same).toEqual(one);
  const hashes = new Set(one.map(({ hash }) => hash));
  expect(hashes.size).toBe(functionNames.length);
  expect(other.filter(({ hash }) => hashes.has(hash))).toEqual([]);
});
