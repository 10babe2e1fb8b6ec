import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { synthesize } from "../../infra/synth.ts";
import { placeholderArtifacts } from "./placeholder-artifacts.ts";
import { ofType, readTemplate, refersTo, stackNames, synthesizeResources } from "./templates.ts";

const template = z.looseObject({
  Resources: z.record(z.string(), z.looseObject({ Type: z.string() })),
  Outputs: z
    .record(
      z.string(),
      z.object({ Value: z.json(), Export: z.object({ Name: z.string() }).optional() }),
    )
    .default({}),
});

const outdir = mkdtempSync(join(tmpdir(), "kartu-cdk-"));
const assembly = synthesize({ outdir, artifacts: placeholderArtifacts() });
const texts = stackNames.map((stack) => ({ stack, text: readTemplate(outdir, stack) }));

/** What another stack uses of a resource, with who uses it. */
const references = texts.flatMap(({ stack, text }) => {
  const { Resources, Outputs } = template.parse(JSON.parse(text));
  return Object.values(Outputs).flatMap(({ Value, Export }) => {
    if (!Export) return [];
    const id = refersTo(Value) ?? "";
    const imported = `"Fn::ImportValue": "${Export.Name}"`;
    const users = texts
      .filter((other) => other.text.includes(imported))
      .map((other) => other.stack);
    const attribute = Export.Name.replace(/^.*ExportsOutput(Ref|FnGetAtt)/, "$1");
    return [{ stack, id, type: Resources[id]?.Type, attribute, users }];
  });
});

test.each(references)(
  "$id ($type) of $stack is used by $users: CloudFormation refuses to replace it",
  ({ type, users }) => {
    // «Fn::ImportValue», CloudFormation: an exported value that is imported cannot be modified.
    expect(type).toMatch(/^AWS::/);
    expect(users.length).toBeGreaterThan(0);
  },
);

test("the records, their history, photos, cards and accounts are among them", () => {
  const ids = references.map(({ id }) => id).join();
  for (const noun of ["employee", "marker", "audit", "role", "session", "photo", "card", "user"])
    expect(ids).toContain(noun);
});

test("what a setting replaces is used by no other stack, because it could never be changed: the domain of mails", () => {
  expect(references.map(({ type }) => type)).not.toContain("AWS::SES::EmailIdentity");
});

test("only from region to region a reference is weak, and what it names is replaced by nothing that we set", () => {
  const weakly = texts.flatMap(({ stack, text }) =>
    [...text.matchAll(/"Fn::GetStackOutput": (\{[^}]*\})/g)].map(([, reference = "{}"]) => ({
      stack,
      ...z.object({ StackName: z.string(), OutputName: z.string() }).parse(JSON.parse(reference)),
    })),
  );
  const weak = new Map(weakly.map((each) => [`${each.stack} ${each.OutputName}`, each]));
  expect([...weak.values()]).toEqual([
    {
      stack: "Kartu-Web",
      StackName: "Kartu-Edge",
      OutputName: expect.stringContaining("webaclArn"),
    },
    {
      stack: "Kartu-Watch",
      StackName: "Kartu-Web",
      OutputName: expect.stringMatching(/Refdistribution/),
    },
  ]);
  const [acl] = ofType(synthesizeResources(), "AWS::WAFv2::WebACL");
  // «AWS::WAFv2::WebACL», CloudFormation: Name and Scope are replaced, all else is updated in place.
  expect(acl?.Properties).toMatchObject({ Scope: "CLOUDFRONT" });
  expect(acl?.Properties).not.toHaveProperty("Name");
  // «AWS::CloudFront::Distribution», CloudFormation: each of its properties is updated in place. Who deletes Kartu-Web deletes
  // Kartu-Watch first (docs/operations.md, Updating): nothing would refuse the other order.
  expect(texts.map(({ text }) => text).join()).not.toContain("Custom::CrossRegion");
});

test("what is named weakly is deployed first all the same", () => {
  const before = (name: string) => assembly.getStackByName(name).dependencies.map(({ id }) => id);
  expect(before("Kartu-Watch")).toContain("Kartu-Web");
  expect(before("Kartu-Web")).toContain("Kartu-Edge");
});
