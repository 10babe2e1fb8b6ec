import { expect, test } from "vitest";
import { memberOf, objectsOf, ofType, synthesizeResources } from "./templates.ts";

const resources = synthesizeResources();
const [distribution] = ofType(resources, "AWS::CloudFront::Distribution");

test("the edge proves itself to the API, and to nobody else, by a value that stands in no template", () => {
  const origins = objectsOf(memberOf(distribution?.Properties.DistributionConfig, "Origins"));
  const added = origins.flatMap(({ OriginCustomHeaders }) => OriginCustomHeaders ?? []);
  const [secret, ...others] = ofType(resources, "AWS::SecretsManager::Secret");
  expect(others).toEqual([]);
  expect(secret?.Properties).toMatchObject({
    GenerateSecretString: { PasswordLength: 48, ExcludePunctuation: true },
  });
  expect(secret?.Properties).not.toHaveProperty("SecretString");
  expect(added).toEqual([
    {
      HeaderName: "X-Kartu-Edge",
      HeaderValue: {
        "Fn::Join": [
          "",
          [
            "{{resolve:secretsmanager:",
            { "Fn::ImportValue": expect.stringContaining("edgekeyvalue") },
            ":SecretString:::}}",
          ],
        ],
      },
    },
  ]);
  const toApi = origins.filter(({ OriginCustomHeaders }) => OriginCustomHeaders);
  expect(JSON.stringify(toApi)).toContain(".execute-api.");
  expect(JSON.stringify(toApi)).not.toContain("S3OriginConfig");
});

test("a new version of that value is a change of the distribution", () => {
  const edgeKeyVersion = "0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f";
  const [changed] = ofType(
    synthesizeResources({ edgeKeyVersion }),
    "AWS::CloudFront::Distribution",
  );
  expect(JSON.stringify(changed)).toContain(`:SecretString:::${edgeKeyVersion}}}`);
});
