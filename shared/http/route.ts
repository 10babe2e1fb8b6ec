import type * as z from "zod";
import type { Answer } from "./answers.ts";
import type { HttpRequest } from "./http-request.ts";
import { readBody, readParams, readQuery } from "./read-input.ts";

/** What everybody may know of who may ask a route. */
interface AccessFacts {
  /** "anyone", "holder", an auth challenge on the way in, or the roles of which one is enough. */
  readonly who: readonly string[];
  /** The name of the cookie that says who asks; without one, nobody is asked. */
  readonly cookie?: string;
  /** Whether a change says for whom its page is (person.ts). */
  readonly isPersonal?: boolean;
}

/** Who may ask a route: asked at each request, before anything of it is read. */
export interface Access<Principal> extends AccessFacts {
  /** @returns who asks @throws ExpectedError for who may not */
  readonly admit: (request: HttpRequest) => Promise<Principal>;
}

/** Whoever has the address. */
export const anyone: Access<undefined> = { who: ["anyone"], admit: async () => undefined };

/** What an answer of one status holds: JSON of this shape, an image, or nothing. */
type AnswerShape = z.ZodType | "image/webp" | "nothing";
type AnswerShapes = Readonly<Record<number, AnswerShape>>;

type BodyOf<Shape> = Shape extends z.ZodType
  ? z.output<Shape>
  : Shape extends "image/webp"
    ? Buffer
    : undefined;

/** One of the answers that are declared. */
type AnswerOf<Shapes extends AnswerShapes> = {
  [Status in keyof Shapes & number]: Answer<Status, BodyOf<Shapes[Status]>>;
}[keyof Shapes & number];

/** What a handler is given: who asks, and the input in the shapes that the route states. */
interface Input<Principal, Params, Query, Body> {
  readonly principal: Principal;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly request: HttpRequest;
}

/** What everybody may know of a route: the API handler, the OpenAPI document, the tests. */
interface RouteFacts<Params, Query, Body> {
  readonly method: "GET" | "POST" | "PATCH";
  /** "/api/me/photos/{photoId}": a name in braces stands for one segment. */
  readonly path: `/api/${string}`;
  /** It changes nothing, although its input travels in a body, so it need not say for whom its page is. */
  readonly readsOnly?: true;
  /** What it is for, in one sentence. */
  readonly summary: string;
  /** Of the segments in braces; another one is nobody's address (404). */
  readonly params?: z.ZodType<Params>;
  /** Strict: 422 for anything else. Without it the query is not looked at. */
  readonly query?: z.ZodType<Query>;
  /** Strict: 422 for anything else. Without it the body is not looked at. */
  readonly body?: z.ZodType<Body>;
  /** By status; refusals are problems and not named here. */
  readonly answers: AnswerShapes;
}

interface Declaration<Principal, Params, Query, Body, Shapes extends AnswerShapes>
  extends RouteFacts<Params, Query, Body> {
  readonly access: Access<Principal>;
  readonly answers: Shapes;
  // A method, so that a route's own handler is one of any input (TypeScript handbook, "Method parameter bivariance").
  handle(input: Input<Principal, Params, Query, Body>): Promise<AnswerOf<Shapes>>;
}

export interface Route extends RouteFacts<unknown, unknown, unknown> {
  readonly access: AccessFacts;
  /** Admits, reads the input and handles. @param segments what the names in the path stand for */
  readonly respond: (request: HttpRequest, segments: Segments) => Promise<Answer>;
}

type Segments = Readonly<Record<string, string>>;

/**
 * An endpoint, stated once: the API handler, the types of the pages, docs/openapi.json and the tests of refusals read this.
 * Who may not ask is refused before the input is looked at.
 */
export function route<
  Principal,
  const Shapes extends AnswerShapes,
  Params = undefined,
  Query = undefined,
  Body = undefined,
>(declaration: Declaration<Principal, Params, Query, Body, Shapes>): Route;
export function route(
  declaration: Declaration<unknown, unknown, unknown, unknown, AnswerShapes>,
): Route {
  const { access, ...facts } = declaration;
  return {
    ...facts,
    access,
    respond: async (request, segments) => {
      request.readsOnly = facts.readsOnly === true;
      const principal = await access.admit(request);
      return await declaration.handle({
        principal,
        params: facts.params && readParams(segments, facts.params),
        query: facts.query && readQuery(request, facts.query),
        body: facts.body && readBody(request, facts.body),
        request,
      });
    },
  };
}
