/** What the API finds wrong with a letter, told of each line and each person by itself. */
import type { LetterAnswer } from "#shared/letter/letter-answers.ts";
import { Refusal } from "../api/client.ts";
import { letterWords as text } from "../messages/letter-words.ts";

/** «people.2» stays whole: a form would look for the field «2». @throws Refusal with such fields; what else is thrown */
export async function withPlaces<Answer>(asked: Promise<Answer>): Promise<Answer> {
  try {
    return await asked;
  } catch (error) {
    const problems = error instanceof Refusal ? error.problem.problems : undefined;
    if (!(error instanceof Refusal) || !problems) throw error;
    throw new Refusal({
      ...error.problem,
      problems: problems.map((each) => ({
        ...each,
        field: each.field.replace(/^(words|details)\./, "").replaceAll(".", "-"),
      })),
    });
  }
}

/** What a part of a letter is called: «Kepada 3 (Sari Contoh)». */
export function partName(field: string, people: LetterAnswer["people"] = []): string | undefined {
  const [part = "", place] = field.split("-");
  const names: Readonly<Record<string, string>> = text.fields;
  const name = names[part];
  if (name === undefined || place === undefined) return name;
  const at = text.at(name, Number(place) + 1);
  const who = part === "people" ? people[Number(place)]?.name : undefined;
  return who === undefined ? at : `${at} (${who})`;
}
