import { globSync, readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect, test } from "vitest";
import { everyRoute } from "../../functions/every-route.ts";
import { openapiText } from "./openapi-text.ts";

const document = JSON.parse(openapiText());

test("docs/openapi.json is what the routes state (npm run openapi writes it)", () => {
  expect(readFileSync("docs/openapi.json", "utf8")).toBe(openapiText());
});

test("the document is one of OpenAPI 3.1, in which every reference leads somewhere", async () => {
  expect(await faultsOf(document)).toEqual([]);
});

const session = document.paths["/api/session"].get;
const answer = session.responses["200"].content["application/json"];
test.each([
  ["a parameter stands nowhere", session.parameters[0], { in: "nowhere" }],
  [
    "a path's parameter may be left out",
    parametersOf("/api/me/photos/{photoId}")[0],
    { required: false },
  ],
  ["an answer is not described", session.responses["200"], { description: undefined }],
  ["a reference leads nowhere", answer, { schema: { $ref: "#/components/schemas/Nobody" } }],
  ["a schema has a type that there is not", answer, { schema: { type: "text" } }],
])("a document in which %s would be refused", async (_, part, wrong) => {
  const right = { ...part };
  Object.assign(part, wrong);
  const faults = await faultsOf(document);
  Object.assign(part, right);

  expect(faults).not.toEqual([]);
});

test("every segment in braces is a parameter of its path, and no parameter is of another", () => {
  const paths = Object.keys(document.paths);
  const named = paths.map((path) => [...path.matchAll(/{(\w+)}/g)].map(([, name]) => name));

  expect(paths.map((path) => parametersOf(path).map(({ name }) => name))).toEqual(named);
  expect(named.flat().length).toBeGreaterThan(5);
});

test("every route of every function is in the list", () => {
  const stated = globSync("functions/*/**/*.ts").flatMap(
    (file) => readFileSync(file, "utf8").match(/^ *(return )?route\(\{$/gm) ?? [],
  );

  expect(stated.length).toBe(everyRoute.length);
});

test("every route stands in the document, with who may ask it and what it answers", () => {
  for (const { method, path, access, answers } of everyRoute) {
    const operation = document.paths[path][method.toLowerCase()];
    const roles = operation.security.flatMap((each: object) => Object.values(each).flat());

    expect(Object.keys(operation.responses)).toEqual([...Object.keys(answers), "default"]);
    expect(roles, path).toEqual(access.cookie ? access.who : []);
  }
  expect(everyRoute.length).toBe(
    Object.values<object>(document.paths).flatMap((path) => Object.keys(path)).length,
  );
});

test("a change of somebody who is signed in says for whom its page is", () => {
  const { patch, get } = document.paths["/api/officer/employees/{id}"];
  const headers = ({ parameters }: { parameters: { in: string; name: string }[] }) =>
    parameters.filter((each) => each.in === "header").map(({ name }) => name);

  expect(headers(patch)).toEqual(["x-kartu", "x-kartu-person"]);
  expect(headers(get)).toEqual([]);
  expect(headers(document.paths["/api/verify"].post)).toEqual(["x-kartu"]);
});

test("what is not stated may not be sent, nor is it answered", () => {
  const { requestBody, responses } = document.paths["/api/officer/employees/{id}"].patch;
  const sent = requestBody.content["application/json"].schema;
  const answered = responses["200"].content["application/json"].schema;

  expect([sent, sent.properties.changes, answered]).toMatchObject(
    Array(3).fill({ additionalProperties: false }),
  );
});

interface Parameter {
  readonly name: string;
  readonly in: string;
}

/** The parameters of a path that stand in it, the same for each of its operations. */
function parametersOf(path: string): Parameter[] {
  const operations = Object.values<{ parameters: Parameter[] }>(document.paths[path]);
  const [own = [], ...others] = operations.map(({ parameters }) =>
    parameters.filter((each) => each.in === "path"),
  );
  for (const other of others) expect(other).toEqual(own);
  return own;
}

/** OpenAPI's own schema takes any object for a JSON Schema, so each is held to JSON Schema's own. */
async function faultsOf(checked: object): Promise<unknown[]> {
  const copy = JSON.parse(JSON.stringify(checked));
  const { valid, errors } = await new Validator().validate(copy);
  const ajv = new Ajv2020();
  const schemas: object[] = [];
  JSON.stringify(checked, (key, value) => {
    if (key === "schema") schemas.push(value);
    return value;
  });
  return [...(valid ? [] : [errors]), ...schemas.filter((schema) => !ajv.validateSchema(schema))];
}
