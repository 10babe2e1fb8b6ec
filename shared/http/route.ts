import type * as z from "zod";
import type { Answer } from "./answers.ts";
import type { HttpRequest } from "./http-request.ts";
import { readBody, readParams, readQuery } from "./read-input.ts";

/** Who may call a route, as data for tests and documents. */
interface AccessFacts {
  /** "anyone", "holder", an auth challenge on the way in, or the roles of which one is enough. */
  readonly who: readonly string[];
  /** The name of the cookie that says who calls; absent where anyone may. */
  readonly cookie?: string;
  /** Whether a change names the person its page is for (person.ts). */
  readonly isPersonal?: boolean;
}

/** Who may call a route. It is checked at each request, before the input is read. */
export interface Access<Principal> extends AccessFacts {
  /** @returns who calls @throws ExpectedError for a caller who may not */
  readonly admit: (request: HttpRequest) => Promise<Principal>;
}

/** Everybody who has the address. */
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

/** What a handler gets: the caller, and the input in the shapes that the route states. */
interface Input<Principal, Params, Query, Body> {
  readonly principal: Principal;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly request: HttpRequest;
}

/** The statement of a route, for the API handler, the OpenAPI document and the tests. */
interface RouteFacts<Params, Query, Body> {
  readonly method: "GET" | "POST" | "PATCH";
  /** "/api/me/photos/{photoId}": a name in braces stands for one segment. */
  readonly path: `/api/${string}`;
  /** It has a body but changes nothing, so it need not name the person its page is for. */
  readonly readsOnly?: true;
  /** What it is for, in one sentence. */
  readonly summary: string;
  /** The schema of the segments in braces; others are answered with 404. */
  readonly params?: z.ZodType<Params>;
  /** Strict: anything else is answered with 422. Without it the query is ignored. */
  readonly query?: z.ZodType<Query>;
  /** Strict: anything else is answered with 422. Without it the body is ignored. */
  readonly body?: z.ZodType<Body>;
  /** By status; refusals are problems and not named here. */
  readonly answers: AnswerShapes;
}

interface Declaration<Principal, Params, Query, Body, Shapes extends AnswerShapes>
  extends RouteFacts<Params, Query, Body> {
  readonly access: Access<Principal>;
  readonly answers: Shapes;
  // It is a method, so that a list can hold handlers of different inputs (TypeScript handbook, "Method parameter bivariance").
  handle(input: Input<Principal, Params, Query, Body>): Promise<AnswerOf<Shapes>>;
}

export interface Route extends RouteFacts<unknown, unknown, unknown> {
  readonly access: AccessFacts;
  /** Admits the caller, reads the input and calls the handler. @param segments the values of the names in the path */
  readonly respond: (request: HttpRequest, segments: Segments) => Promise<Answer>;
}

type Segments = Readonly<Record<string, string>>;

/**
 * An endpoint, stated once: the API handler, the types of the pages, docs/openapi.json and the tests of refusals read this.
 * A caller who may not is refused before the input is read.
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
