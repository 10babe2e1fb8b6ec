import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { everyRoute } from "../../functions/every-route.ts";
import { openapiText } from "./openapi-text.ts";

const document = JSON.parse(openapiText());

test("docs/openapi.json is what the routes state (npm run openapi writes it)", () => {
  expect(readFileSync("docs/openapi.json", "utf8")).toBe(openapiText());
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
