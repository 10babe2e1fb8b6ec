/** What a form of one kind of request is made of. The steps know nothing else of it: another kind is another of these (kind-forms.ts). */
import type { ComponentType } from "preact";
import type { OwnFields, OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import type { BodyOf } from "../api/api-routes.ts";
import type { ProblemTexts } from "../forms/field-text.ts";
import type { FieldProblem } from "../forms/form.tsx";
import type { Draft } from "./request-draft.ts";

type NewRequest = BodyOf<"POST /api/requests/mine">;
type ContentOf<Body> = Body extends unknown
  ? Pick<Body, Extract<keyof Body, "kind" | "content">>
  : never;
/** As it is sent, with its kind. */
export type AskedContent = ContentOf<NewRequest>;

export interface FormPart {
  /** What its address and its draft on this device are called by. */
  readonly slot: string;
  readonly heading: string;
  readonly hint: string;
  /** The request of it that is on its way, instead of which there is no second one. */
  readonly open: OwnRequest["id"] | undefined;
  /** The names of its inputs, without the note. */
  readonly fields: readonly string[];
  readonly nameOf: (field: string) => string;
  /** What was typed, as the draft keeps it. */
  readonly keptOf: (field: string, typed: string) => string;
  readonly problemsOf: (draft: Typed, now: Date) => readonly FieldProblem[];
  /** Undefined while it says nothing that could be sent. */
  readonly askedOf: (draft: Typed) => AskedContent | undefined;
  readonly needsFile: (draft: Typed) => boolean;
  /** A field for more words, where the form has none of its own for them. */
  readonly note?: { readonly label: string; readonly hint: string };
  /** Who decides it; a form that does not say is decided by officers. */
  readonly decidedBy?: string;
  /** Its own words for what a rule refuses. */
  readonly problems?: ProblemTexts;
  readonly Inputs: ComponentType<{ readonly draft: Draft }>;
  /** All of it once more, before it is sent. */
  readonly Shown: ComponentType<{ readonly draft: Draft }>;
}

export type Typed = Pick<Draft, "values" | "note">;

/** How the parts of one kind are found. */
export interface KindParts {
  /** @param word of the address @returns undefined when this kind has none of that name */
  readonly named: (word: string, fields: OwnFields) => FormPart | undefined;
  /** What a request is about, and what it says already, to be typed on. */
  readonly about: (
    request: OwnRequest,
    fields: OwnFields,
  ) => { readonly part: FormPart; readonly typed: Typed } | undefined;
}
