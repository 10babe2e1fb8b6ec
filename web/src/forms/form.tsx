import type { ComponentChildren } from "preact";
import { createContext } from "preact";
import { useContext, useState } from "preact/hooks";
import type { FieldCode } from "#shared/runtime/codes.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { useListening } from "../components/use-listening.ts";
import { useTitle } from "../components/use-title.ts";
import type { Fields } from "../messages/id/fields.ts";
import { session } from "../messages/session.ts";
import { ErrorSummary, type SummaryLine } from "./error-summary.tsx";
import { type Failure, failureOf } from "./failure.ts";
import { fieldText, type ProblemTexts } from "./field-text.ts";

export interface FieldProblem<Name extends string = string> {
  readonly field: Name;
  readonly code: FieldCode | keyof Fields;
  readonly params?: Readonly<Record<string, string | number>>;
}

type Values<Name extends string> = Readonly<Record<Name, string>>;

interface FormProps<Name extends string> {
  /** The page's title, prefixed while something is wrong. */
  readonly title: string;
  /** The inputs are read at submit. They hold their values themselves, so nothing is lost by early typing or failures. */
  readonly names: readonly Name[];
  readonly check: (values: Values<Name>) => readonly FieldProblem<Name | "form">[];
  /** @throws Refusal, NoAnswer */
  readonly send: (values: Values<Name>) => Promise<void>;
  readonly submit: string;
  /** The style of its button where sending takes something away: it differs from others, not only by its colour. */
  readonly look?: "button" | "button button-danger" | "button button-quiet";
  /** What a field is called that this form asks about without having it, e.g. a review of what another one asked. */
  readonly nameOf?: (field: string) => string | undefined;
  /** The page's own words for refusals that only it can meet. */
  readonly failures?: Readonly<Record<string, string>>;
  /** And for problems with its fields. */
  readonly problems?: ProblemTexts;
  /** Runs after the API refused, e.g. to fetch a new captcha. */
  readonly onFailure?: (failure: Failure) => void;
  readonly children: ComponentChildren;
}

interface FieldErrors {
  readonly texts: ReadonlyMap<string, string>;
  readonly forget: (name: string) => void;
}

const FieldErrors = createContext<FieldErrors>({ texts: new Map(), forget: () => undefined });

/** The message at a field of the surrounding form, if something is wrong with it. */
export function useFieldError(name: string): string | undefined {
  return useContext(FieldErrors).texts.get(name);
}

/** Removes the message of a field, when it is filled in another way from now on. */
export function useForgetError(): (name: string) => void {
  return useContext(FieldErrors).forget;
}

/**
 * A form that validates on submit and tells everything at once, in a summary and at each field.
 * Long: markup, in the order of the page.
 */
export function Form<Name extends string>(props: FormProps<Name>) {
  const [errors, setErrors] = useState<ReadonlyMap<string, string>>(new Map());
  const [failure, setFailure] = useState<Failure>();
  const [busy, setBusy] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const listening = useListening();
  const failed = errors.size > 0 || failure !== undefined;
  useTitle(props.title, failed);

  const submit = async (event: SubmitEvent & { readonly currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    if (busy) return;
    const form = event.currentTarget;
    const values = valuesOf(form, props.names);
    const found = props.check(values);
    setAttempt((count) => count + 1);
    setFailure(undefined);
    setErrors(errorsOf(form, found, props));
    if (found.length > 0) return;
    setBusy(true);
    try {
      await props.send(values);
    } catch (error) {
      const refused = failureOf(error, { ...session.failures, ...props.failures });
      setFailure(refused);
      setErrors(errorsOf(form, refused.problems, props));
      props.onFailure?.(refused);
    } finally {
      setBusy(false);
    }
  };

  const forget = (name: string) =>
    setErrors((texts) => new Map([...texts].filter(([field]) => field !== name)));
  const lines: SummaryLine[] = [...errors].map(([field, text]) => ({
    field: props.names.some((name) => name === field) ? field : undefined,
    text,
  }));
  return (
    // With this, a submit before the script has arrived never puts typed text into the address.
    <form method="post" noValidate onSubmit={submit} aria-busy={busy}>
      {failed && <ErrorSummary lines={lines} failure={failure} attempt={attempt} />}
      <FieldErrors.Provider value={{ texts: errors, forget }}>
        {props.children}
      </FieldErrors.Provider>
      <button
        class={props.look ?? "button"}
        type="submit"
        disabled={!listening}
        {...(busy && { "aria-disabled": true })}
      >
        {props.submit}
      </button>
    </form>
  );
}

function valuesOf<Name extends string>(
  form: HTMLFormElement,
  names: readonly Name[],
): Values<Name> {
  const data = new FormData(form);
  return keyed(names, (name) => String(data.get(name) ?? ""));
}

/** What to say at each field, beginning with the field's own label so that the summary can be read by itself. */
function errorsOf(
  form: HTMLFormElement,
  problems: readonly FieldProblem[],
  { nameOf, problems: own }: Pick<FormProps<string>, "nameOf" | "problems">,
): ReadonlyMap<string, string> {
  return new Map(
    problems.map(({ field: path, code, params }) => {
      // A body calls it «changes.jabatan».
      const field = path.replace(/.*\./, "");
      const label = nameOf?.(field) ?? labelOf(form, field);
      const text = fieldText(code, params, own);
      return [field, label ? `${label}: ${text}` : text];
    }),
  );
}

function labelOf(form: HTMLFormElement, field: string): string | undefined {
  const label = form.querySelector(`label[for="${CSS.escape(field)}"]`);
  return label?.textContent?.replace(/ \*$/, "");
}
