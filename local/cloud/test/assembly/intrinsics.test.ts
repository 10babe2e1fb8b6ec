// biome-ignore-all lint/suspicious/noTemplateCurlyInString: `${…}` is how CloudFormation writes substitutions.
import { expect, test } from "vitest";
import { resolve, type Scope } from "../../assembly/intrinsics.ts";
import type { Json } from "../../assembly/read-assembly.ts";

const scope: Scope = {
  template: {
    Mappings: { Plans: { small: { memory: 128 } } },
    Conditions: {
      IsLocal: { "Fn::Equals": [{ Ref: "Place" }, "here"] },
      IsElsewhere: { "Fn::Not": [{ Condition: "IsLocal" }] },
      Either: { "Fn::Or": [{ Condition: "IsElsewhere" }, { Condition: "IsLocal" }] },
      Both: { "Fn::And": [{ Condition: "IsElsewhere" }, { Condition: "IsLocal" }] },
    },
  },
  ref: (name) => (name === "AWS::NoValue" ? undefined : { Place: "here", List: ["a", "b"] }[name]),
  attribute: (id, name) => `${id}/${name}`,
  importValue: (name) => `imported ${name}`,
  stackOutput: (stack, name) => `${name} of ${stack}`,
  secret: (id, { stage, versionId }) => `secret ${id} ${stage} ${versionId}`,
};

test.each<[string, Json, Json]>([
  ["Ref", { Ref: "Place" }, "here"],
  ["GetAtt with a list", { "Fn::GetAtt": ["Table", "Arn"] }, "Table/Arn"],
  ["GetAtt with a path", { "Fn::GetAtt": "Table.Stream.Arn" }, "Table/Stream.Arn"],
  ["Join", { "Fn::Join": ["-", ["a", { Ref: "Place" }]] }, "a-here"],
  ["Join of a list", { "Fn::Join": [",", { Ref: "List" }] }, "a,b"],
  ["Split and Select", { "Fn::Select": [1, { "Fn::Split": ["/", "x/y"] }] }, "y"],
  ["Sub", { "Fn::Sub": "${Place}:${Table.Arn}:${!Kept}" }, "here:Table/Arn:${Kept}"],
  ["Sub with names", { "Fn::Sub": ["${Own}", { Own: { Ref: "Place" } }] }, "here"],
  ["If", { "Fn::If": ["IsLocal", "yes", "no"] }, "yes"],
  ["If not", { "Fn::If": ["IsElsewhere", "yes", "no"] }, "no"],
  ["If or", { "Fn::If": ["Either", "yes", "no"] }, "yes"],
  ["If and", { "Fn::If": ["Both", "yes", "no"] }, "no"],
  ["FindInMap", { "Fn::FindInMap": ["Plans", "small", "memory"] }, 128],
  ["ImportValue", { "Fn::ImportValue": { "Fn::Sub": "${Place}:x" } }, "imported here:x"],
  ["GetStackOutput", { "Fn::GetStackOutput": { StackName: "A", OutputName: "B" } }, "B of A"],
  [
    "a secret",
    {
      "Fn::Join": [
        "",
        [
          "{{resolve:secretsmanager:",
          "arn:aws:secretsmanager:r:1:secret:x-1",
          ":SecretString:::v1}}",
        ],
      ],
    },
    "secret arn:aws:secretsmanager:r:1:secret:x-1  v1",
  ],
  ["what is in it", { a: [{ b: { Ref: "Place" } }] }, { a: [{ b: "here" }] }],
  ["nothing for NoValue", { a: { Ref: "AWS::NoValue" }, b: [{ Ref: "AWS::NoValue" }] }, { b: [] }],
])("%s is resolved", (_, value, resolved) => {
  expect(resolve(value, scope)).toEqual(resolved);
});

test.each<[string, Json]>([
  ["Fn::GetAZs", { "Fn::GetAZs": "" }],
  ["Fn::Cidr", { "Fn::Cidr": ["10.0.0.0/16", 1, 8] }],
  ["{{resolve:secretsmanager:x}}", "{{resolve:secretsmanager:x}}"],
  ["{{resolve:ssm:/x}}", "{{resolve:ssm:/x}}"],
])("%s fails with its name", (name, value) => {
  expect(() => resolve(value, scope)).toThrow(`does not know`);
  expect(() => resolve(value, scope)).toThrow(name);
});
