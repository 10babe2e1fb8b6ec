import { changedValues, problemsOfDecided } from "#shared/employee/record-change.ts";
import type { OwnFields } from "#shared/request-kinds/request-kind-answers.ts";
import { jakartaDay } from "#shared/runtime/clock.ts";
import type { ProblemTexts } from "../forms/field-text.ts";
import type { FieldProblem } from "../forms/form.tsx";
import { evidence } from "../messages/evidence.ts";
import { recordForms } from "../messages/record-forms.ts";
import { requestForm as text } from "../messages/request-form.ts";
import { changedIn, type Draft } from "./request-draft.ts";

/** Officers know BKN's rules by their codes; who asks about the own record reads what is wrong. */
const withoutCode = (text: string) => text.replace(/^[A-Z]{3}_\d+: /, "");
const recordProblems: ProblemTexts = Object.fromEntries(
  Object.entries<ProblemTexts[string]>(recordForms.problems).map(([code, text]) => [
    code,
    typeof text === "function"
      ? (params: Parameters<typeof text>[0]) => withoutCode(text(params))
      : withoutCode(text),
  ]),
);

/** What a refused field is told by. */
export const problemTexts: ProblemTexts = {
  ...recordProblems,
  ...evidence.problems,
  "nothing-changed": text.nothingChanged,
};

/** All that is wrong with what was typed, by the rules of the service. @param group of `fields`, the part that is asked about */
export function problemsOfTyped(
  { values }: Pick<Draft, "values">,
  { groups, ...number }: OwnFields,
  group: OwnFields["groups"][number],
  now: Date,
): readonly FieldProblem[] {
  const told = groups.flatMap(({ fields }) => fields);
  const record = Object.fromEntries(told.map(({ field, value }) => [field, value]));
  const before = { ...record, ...number };
  const changed = changedValues(changedIn({ values }, group.fields), record);
  if (Object.keys(changed).length === 0) return [{ field: "form", code: "nothing-changed" }];
  return problemsOfDecided(changed, before, jakartaDay(now));
}
