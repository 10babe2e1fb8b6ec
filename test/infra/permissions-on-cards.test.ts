import { expect, test } from "vitest";
import { abilities, permissions, rightsOf, whoMay } from "./permissions.ts";
import { permissionsOf, synthesizeResources } from "./templates.ts";

/** The holder's own card, and the card on the page of a record. */
const viewers = ["holder-api", "person-api"];

test("cards are stored by the renderer alone, and seen through two functions alone", () => {
  expect(whoMay("s3:PutObject", "/cards/*")).toEqual(["card-renderer"]);
  expect(whoMay("s3:GetObject", "/cards/*").sort()).toEqual(["card-renderer", ...viewers]);
});

test("whoever asks for a file of a card makes none; holder-api writes of one only what was viewed, person-api nothing", () => {
  // Roles follow a unit by a function that reads the approval itself.
  expect(whoMay("lambda:InvokeFunction", "rolefollower")).toEqual(["bulk-worker"]);
  expect(whoMay("lambda:InvokeFunction", "cardrenderer").sort()).toEqual(viewers);
  expect(whoMay("s3:PutObject", "/backs/*")).toEqual(["card-renderer"]);
  expect(whoMay("s3:GetObject", "/backs/*").sort()).toEqual(["card-renderer", ...viewers]);
  const written = (permissions.get("person-api") ?? []).filter(
    ({ actions, resources: targets }) =>
      actions.some((each) => /:(Put|Update|Delete)/.test(each)) &&
      targets.join().includes("cardtable"),
  );
  expect(written).toEqual([]);
  const [view, ...others] = (permissions.get("holder-api") ?? []).filter(
    ({ actions, resources: targets }) =>
      actions.some((each) => /:(Put|Update|Delete)/.test(each)) &&
      targets.join().includes("cardtable"),
  );
  expect(others).toEqual([]);
  expect(view?.actions).toEqual(["dynamodb:UpdateItem"]);
  expect(view?.conditions).toMatchObject({
    "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["card#*"] },
    "ForAllValues:StringEquals": { "dynamodb:Attributes": ["id", "viewed"] },
  });
});

test.each([
  ["first", /signingkey(?!second|status)/],
  ["second", /signingkeysecond/],
])(
  "with the %s signing key only the renderer signs cards, with that key, in the form of cards",
  (signingKey, key) => {
    const signed = permissionsOf(synthesizeResources({ signingKey }));
    const signing = [...signed].flatMap(([name, statements]) =>
      statements
        .filter(({ actions }) => actions.includes("kms:Sign"))
        .map(({ resources: targets, conditions }) => ({ name, targets, conditions })),
    );
    expect(signing).toEqual([
      {
        name: "card-renderer",
        targets: [expect.stringMatching(key)],
        conditions: {
          StringEquals: { "kms:SigningAlgorithm": "ECDSA_SHA_256", "kms:MessageType": "RAW" },
        },
      },
      expect.objectContaining({
        name: "history-sealer",
        targets: [expect.stringContaining("sealkey")],
      }),
      {
        name: "status-publisher",
        targets: [expect.stringMatching(/signingkeystatus/)],
        conditions: {
          StringEquals: { "kms:SigningAlgorithm": "ECDSA_SHA_256", "kms:MessageType": "DIGEST" },
        },
      },
    ]);
  },
);

test("who publishes the status lists reads records and places, signs with one key, and writes into one folder", () => {
  expect(rightsOf("status-publisher")).toEqual([
    "BatchGetItem employeetable",
    // The count of places and the list of keys alone.
    "GetItem cardtable",
    "GetObject bucket/.well-known/kartu-asn/*",
    "GetPublicKey signingkeystatus",
    "ListBucket bucket",
    "PutObject bucket/.well-known/kartu-asn/status/*",
    "Query cardtable/index/by-part",
    "Sign signingkeystatus",
  ]);
});

test("who checks cards asks Cognito nothing, tells nobody, and of KMS gets the key of hashes alone", () => {
  const asked = abilities("verify-api").filter((each) => !/^(dynamodb|s3|logs|xray):/.test(each));
  expect(asked.filter((each) => !/^secretsmanager:GetSecretValue /.test(each))).toEqual([
    expect.stringMatching(/^kms:GenerateMac \S*hmackey/i),
  ]);
});
