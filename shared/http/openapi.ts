/** Makes the OpenAPI document from the statements of the routes. No function loads this file. */
import * as z from "zod";
import { personHeader } from "./person.ts";
import { problem } from "./problem-body.ts";
import { isMedia, type Route } from "./route.ts";

type Json = Readonly<Record<string, unknown>>;

/** JSON Schema of an object, as zod writes it. */
const objectSchema = z.looseObject({
  properties: z.record(z.string(), z.unknown()),
  required: z.array(z.string()).default([]),
});
type ObjectSchema = z.infer<typeof objectSchema>;

/** @param routes of all functions; each path and method once */
export function openapi(routes: readonly Route[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = paths[route.path] ?? {};
    path[route.method.toLowerCase()] = operation(route);
    paths[route.path] = path;
  }
  const cookies = new Set(routes.flatMap(({ access: { cookie } }) => cookie ?? []));
  const schemes = [...cookies].map((name) => [name, { type: "apiKey", in: "cookie", name }]);
  return {
    openapi: "3.1.1",
    info: { title: "Kartu ASN Virtual", version: "1" },
    servers: [{ url: "/" }],
    paths,
    components: {
      securitySchemes: Object.fromEntries(schemes),
      schemas: { Problem: schemaOf(problem, "output") },
    },
  };
}

function operation({ summary, access, answers, body, ...route }: Route): Json {
  const responses = Object.entries(answers).map(([status, shape]) => [status, response(shape)]);
  const refusal = { $ref: "#/components/schemas/Problem" };
  return {
    summary,
    security: securityOf(access),
    parameters: parametersOf({ access, ...route }),
    ...(body && {
      requestBody: {
        required: true,
        content: {
          [route.plain ? "application/x-www-form-urlencoded" : "application/json"]: {
            schema: schemaOf(body, "input"),
          },
        },
      },
    }),
    responses: {
      ...Object.fromEntries(responses),
      default: {
        description: "A refusal",
        content: route.plain
          ? { "text/html": {} }
          : { "application/problem+json": { schema: refusal } },
      },
    },
  };
}

/** One of the roles is enough. OpenAPI 3.1.1, "Security Requirement Object": roles may be named for a cookie too. */
function securityOf({ cookie, who }: Route["access"]): Json[] {
  return cookie ? who.map((role) => ({ [cookie]: [role] })) : [];
}

type Parametrised = Pick<
  Route,
  "method" | "path" | "access" | "params" | "query" | "readsOnly" | "plain"
>;

function parametersOf(route: Parametrised) {
  const hasBody = route.method !== "GET";
  const header = (name: string, schema: Json) => ({ name, in: "header", required: true, schema });
  return [
    ...pathParameters(route),
    ...(route.query ? queryParameters(schemaOf(route.query, "input")) : []),
    ...(hasBody && !route.plain ? [header("x-kartu", { const: "1" })] : []),
    ...(hasBody && !route.readsOnly && route.access.isPersonal
      ? [header(personHeader, { type: "string" })]
      : []),
  ];
}

function pathParameters({ path, params }: Pick<Route, "path" | "params">): Json[] {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const { properties } = objectSchema.parse(
    params ? schemaOf(params, "input") : { properties: {} },
  );
  if (names.toSorted().join() !== Object.keys(properties).toSorted().join())
    throw new Error(`${path} does not say what its segments are.`);
  return names.map((name) => ({ name, in: "path", required: true, schema: properties[name] }));
}

/** A query with several shapes has the parameters of all of them. */
function queryParameters(schema: Json): Json[] {
  const variants = z.array(objectSchema).parse(schema.anyOf ?? [schema]);
  const names = new Set(variants.flatMap(({ properties }) => Object.keys(properties)));
  return [...names].map((name) => ({ name, in: "query", ...queryParameter(name, variants) }));
}

function queryParameter(name: string, variants: readonly ObjectSchema[]): Json {
  const schemas = variants.map(({ properties }) => properties[name]);
  return {
    required: variants.every(({ required }) => required.includes(name)),
    schema: schemas.length === 1 ? schemas[0] : { anyOf: schemas },
  };
}

function response(shape: Route["answers"][number]): Json {
  if (shape === "nothing") return { description: "Without a body" };
  if (shape === "text/html") return { description: "A page", content: { [shape]: {} } };
  if (isMedia(shape))
    return {
      description: shape.startsWith("image/") ? "An image" : "A reading",
      content: { [shape]: {} },
    };
  return {
    description: "As asked",
    content: { "application/json": { schema: schemaOf(shape, "output") } },
  };
}

/** @throws Error for what JSON Schema cannot say, so that nothing is left out of the document */
function schemaOf(schema: z.ZodType, io: "input" | "output"): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "throw" });
  return rest;
}
