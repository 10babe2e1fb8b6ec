/** What may be asked of the APIs and what they answer, read from the routes themselves: types only, so no page carries any of it. */
import type * as z from "zod";
import type { everyRoute } from "../../../functions/every-route.ts";

type EveryRoute = (typeof everyRoute)[number];
type Routes = { readonly [R in EveryRoute as `${R["method"]} ${R["path"]}`]: R };
type Nothing = Record<never, never>;

/** "GET /api/officer/employees/{id}" */
export type RouteName = keyof Routes;
type Named<Facts> = { [Name in RouteName]: Routes[Name] extends Facts ? Name : never }[RouteName];

/** Behind a login: a change says for whom its page is (member-client.ts). */
export type MemberRoute = Named<{ access: { isPersonal: true } }>;
/** Answers with an image, or sends the browser to a file: such a route is an address to the pages. */
export type FileRoute = Named<
  | {
      answers: {
        200: "image/webp" | "image/png" | "application/pdf" | "text/html" | "text/calendar";
      };
    }
  | { answers: { 200: "application/octet-stream" } }
  | { answers: { 302: "nothing" } }
>;
/** Tells with an ETag whether the answer has changed. */
export type TaggedRoute = Exclude<Named<{ answers: { 304: "nothing" } }>, FileRoute>;

/** What a route takes under this key; `unknown`, which adds nothing, where it states none. */
type Part<Key extends "params" | "query" | "body", Schema extends z.ZodType> = [Schema] extends [
  never,
]
  ? unknown
  : Nothing extends z.input<Schema>
    ? { readonly [K in Key]?: z.input<Schema> }
    : { readonly [K in Key]: z.input<Schema> };

type AddressParts<R extends EveryRoute> = Part<"params", NonNullable<R["params"]>> &
  Part<"query", NonNullable<R["query"]>>;
/** It is tried again when the connection is lost: a POST that changes nothing says so where it is called. */
type Repeatable<R extends EveryRoute> = [NonNullable<R["readsOnly"]>] extends [never]
  ? unknown
  : { readonly readsOnly: true };
type Parts<R extends EveryRoute> = AddressParts<R> &
  Part<"body", NonNullable<R["body"]>> &
  Repeatable<R>;

/** Left out where there is nothing that must be said. */
type Arguments<Input> = unknown extends Input
  ? []
  : Nothing extends Input
    ? [input?: Input]
    : [input: Input];
export type BodyOf<Name extends RouteName> = z.input<NonNullable<Routes[Name]["body"]>>;
export type CallArguments<Name extends RouteName> = Arguments<Parts<Routes[Name]>>;
export type AddressArguments<Name extends RouteName> = Arguments<AddressParts<Routes[Name]>>;

/** A path with something in the place of each name in braces. */
type Filled<Path extends string> = Path extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : Path;
/** The path of a reading, for the two scripts that are too small for the client. */
export type PathOf<Name extends RouteName> = Filled<Routes[Name]["path"]>;

type Success = 200 | 201 | 202 | 204;
type Json<Shape> = Shape extends z.ZodType ? z.output<Shape> : undefined;
/** The body of what the route answers when it does not refuse. */
export type AnswerOf<Name extends RouteName> = {
  [Status in keyof Routes[Name]["answers"] & Success]: Json<Routes[Name]["answers"][Status]>;
}[keyof Routes[Name]["answers"] & Success];
