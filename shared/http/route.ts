import type * as z from "zod";
import type { Answer } from "./answers.ts";
import type { EvenTime } from "./even-time.ts";
import type { HttpRequest } from "./http-request.ts";
import type { Problem } from "./problem-body.ts";
import { readBody, readForm, readParams, readQuery } from "./read-input.ts";

/** Who may call a route, as data for tests and documents. */
interface AccessFacts<Personal extends boolean = boolean> {
  /** "anyone", "holder", an auth challenge on the way in, or the roles of which one is enough. */
  readonly who: readonly string[];
  /** The name of the cookie that says who calls; absent where anyone may. */
  readonly cookie?: string;
  /** Whether a change names the person its page is for (person.ts). */
  readonly isPersonal: Personal;
}

/** Who may call a route. It is checked at each request, before the input is read. */
export interface Access<Principal, Personal extends boolean = boolean>
  extends AccessFacts<Personal> {
  /** @returns who calls @throws ExpectedError for a caller who may not */
  readonly admit: (request: HttpRequest) => Promise<Principal>;
}

/** Everybody who has the address. */
export const anyone: Access<undefined, false> = {
  who: ["anyone"],
  isPersonal: false,
  admit: async () => undefined,
};

const mediaTypes = [
  "image/webp",
  "image/png",
  "audio/wav",
  "application/pdf",
  "text/calendar",
  /** A file in the format that was asked for; its answer says which. */
  "application/octet-stream",
] as const;
type MediaType = (typeof mediaTypes)[number];

export function isMedia(shape: AnswerShape): shape is MediaType {
  return mediaTypes.some((type) => type === shape);
}

/** What an answer of one status holds: JSON of this shape, an image or a reading, a page that is whole, or nothing. */
type AnswerShape = z.ZodType | MediaType | "text/html" | "nothing";
type AnswerShapes = Readonly<Record<number, AnswerShape>>;

type BodyOf<Shape> = Shape extends z.ZodType
  ? z.output<Shape>
  : Shape extends MediaType
    ? Buffer
    : Shape extends "text/html"
      ? string
      : undefined;

/** One of the answers that are declared. */
type AnswerOf<Shapes extends AnswerShapes> = {
  [Status in keyof Shapes & number]: Answer<Status, BodyOf<Shapes[Status]>>;
}[keyof Shapes & number];

type Method = "GET" | "POST" | "PATCH";
type Path = `/api/${string}`;
type MaybeSchema = z.ZodType | undefined;
type Parsed<Schema extends MaybeSchema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

/** A route that browsers ask without a script: its body is a form's, and what it refuses is told by a page as well. */
interface PlainPages {
  /** Of each of its answers. */
  readonly headers: Readonly<Record<string, string>>;
  /** Draws a refusal. */
  readonly refusal: (problem: Problem, request: HttpRequest) => Promise<string>;
}

/** The statement of a route, for the API handler, the OpenAPI document, the tests and, as types, the pages (web/src/api). */
interface RouteFacts {
  readonly method: Method;
  /** "/api/me/photos/{photoId}": a name in braces stands for one segment. */
  readonly path: Path;
  /** It has a body but changes nothing, so it need not name the person its page is for. */
  readonly readsOnly?: true | undefined;
  /** Answers that take the same time whether a number has an account or not; see even-time.ts. */
  readonly evenTime?: EvenTime | undefined;
  /** Absent where a script of our pages asks. */
  readonly plain?: PlainPages;
  /** What it is for, in one sentence. */
  readonly summary: string;
  /** The schema of the segments in braces; others are answered with 404. */
  readonly params?: MaybeSchema;
  /** Strict: anything else is answered with 422. Without it the query is ignored. */
  readonly query?: MaybeSchema;
  /** Strict: anything else is answered with 422. Without it the body is ignored. */
  readonly body?: MaybeSchema;
  readonly access: AccessFacts;
  /** By status; refusals are problems and not named here. */
  readonly answers: AnswerShapes;
}

/** What a handler gets: the caller, and the input in the shapes that the route states. */
interface Input<Principal, Params, Query, Body> {
  readonly principal: Principal;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly request: HttpRequest;
}

export interface Route extends RouteFacts {
  /** Admits the caller, reads the input and calls the handler. @param segments the values of the names in the path */
  readonly respond: (request: HttpRequest, segments: Segments) => Promise<Answer>;
}

type Segments = Readonly<Record<string, string>>;

/** The statement of one route, with its own types. */
interface Stated<
  Verb extends Method,
  Address extends Path,
  Personal extends boolean,
  ReadsOnly extends true | undefined,
  Params extends MaybeSchema,
  Query extends MaybeSchema,
  Body extends MaybeSchema,
  Shapes extends AnswerShapes,
> extends RouteFacts {
  readonly method: Verb;
  readonly path: Address;
  readonly access: AccessFacts<Personal>;
  readonly readsOnly?: ReadsOnly;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly answers: Shapes;
}

/**
 * An endpoint, stated once: the API handler, the types of the pages, docs/openapi.json and the tests of refusals read this.
 * A caller who may not is refused before the input is read.
 */
export function route<
  Principal,
  Verb extends Method,
  Address extends Path,
  Personal extends boolean,
  const Shapes extends AnswerShapes,
  ReadsOnly extends true | undefined = undefined,
  Params extends MaybeSchema = undefined,
  Query extends MaybeSchema = undefined,
  Body extends MaybeSchema = undefined,
>(
  declaration: Stated<Verb, Address, Personal, ReadsOnly, Params, Query, Body, Shapes> & {
    readonly access: Access<Principal, Personal>;
    // It is a method, so that a list can hold handlers of different inputs (TypeScript handbook, "Method parameter bivariance").
    handle(
      input: Input<Principal, Parsed<Params>, Parsed<Query>, Parsed<Body>>,
    ): Promise<AnswerOf<Shapes>>;
  },
): Stated<Verb, Address, Personal, ReadsOnly, Params, Query, Body, Shapes> & Pick<Route, "respond">;
export function route({
  access,
  handle,
  ...facts
}: RouteFacts & {
  readonly access: Access<unknown>;
  handle(input: Input<unknown, unknown, unknown, unknown>): Promise<Answer>;
}): Route {
  return {
    ...facts,
    access,
    respond: async (request, segments) => {
      request.readsOnly = facts.readsOnly === true;
      const principal = await access.admit(request);
      return await handle({
        principal,
        params: facts.params && readParams(segments, facts.params),
        query: facts.query && readQuery(request, facts.query),
        body: facts.body && (facts.plain ? readForm : readBody)(request, facts.body),
        request,
      });
    },
  };
}
