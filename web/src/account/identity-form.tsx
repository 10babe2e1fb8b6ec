import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { WorkAnswer } from "#shared/captcha/captcha.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { digitsOf, required, sixDigits } from "../forms/checks.ts";
import { CodeField } from "../forms/field.tsx";
import { type FieldProblem, Form } from "../forms/form.tsx";
import { PasswordField } from "../forms/password-field.tsx";
import { common } from "../messages/common.ts";
import { identity as text } from "../messages/identity.ts";
import { DelayText } from "../session/delay-text.tsx";
import { type LoginDelay, withWork } from "../session/with-work.ts";

/** Both factors, as `identityProof` takes them. */
interface Proof {
  readonly password: string;
  readonly code: string;
  readonly work: WorkAnswer | undefined;
}

interface IdentityFormProps<Name extends string> {
  /** Begins the names of its two inputs, because a page has several such forms: "email" has "emailPassword". */
  readonly about: string;
  /** Of the other inputs, which are its children. */
  readonly names?: readonly Name[];
  readonly check?: (values: Readonly<Record<Name, string>>) => readonly FieldProblem<Name>[];
  readonly submit: string;
  readonly look?: "button button-danger" | "button button-quiet";
  /** Called again with the work that the service asked for. @throws Refusal, NoAnswer */
  readonly send: (proof: Proof, values: Readonly<Record<Name, string>>) => Promise<void>;
  readonly children?: ComponentChildren;
}

/**
 * A form that asks for password and code once more, after the fields of what they are for. What was typed stays while a lock or
 * work is waited for. Long: markup, in the order of the page.
 */
export function IdentityForm<Name extends string = never>({
  about,
  names = [],
  check = () => [],
  submit,
  look,
  send,
  children,
}: IdentityFormProps<Name>) {
  const [delay, setDelay] = useState<LoginDelay>();
  const [password, code] = [`${about}Password`, `${about}Code`] as const;
  return (
    <Form<string>
      title={common.pages.account}
      names={[...names, password, code]}
      check={(values) => [
        ...check(ofNames(values, names)),
        ...problemOf(password, required(values[password] ?? "")),
        ...problemOf(code, sixDigits(values[code] ?? "")),
      ]}
      submit={submit}
      failures={text.failures}
      // The API calls it so, in whatever form it stands.
      nameOf={(field) => (field === "code" ? text.code : undefined)}
      {...(look && { look })}
      send={async (values) => {
        const proof = { password: values[password] ?? "", code: digitsOf(values[code] ?? "") };
        await withWork(
          (work) => send({ ...proof, work }, ofNames(values, names)),
          setDelay,
        ).finally(() => setDelay(undefined));
      }}
    >
      {children}
      <PasswordField name={password} label={text.password} autoComplete="current-password" />
      <CodeField name={code} label={text.code} hint={text.codeHint} />
      <p role="status">{delay && <DelayText delay={delay} />}</p>
    </Form>
  );
}

function ofNames<Name extends string>(
  values: Readonly<Record<string, string>>,
  names: readonly Name[],
): Readonly<Record<Name, string>> {
  return keyed(names, (name) => values[name] ?? "");
}

function problemOf(field: string, code: FieldProblem["code"] | undefined): FieldProblem[] {
  return code ? [{ field, code }] : [];
}
