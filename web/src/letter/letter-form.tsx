/** What an officer writes of a letter: the parts that its kind has. */
import { useState } from "preact/hooks";
import type { LetterAnswer } from "#shared/letter/letter-answers.ts";
import {
  type LetterKind,
  type LetterPart,
  letterKindRules,
  secrecies,
  urgencies,
} from "#shared/letter/letter-kinds.ts";
import type { PostAnswer } from "#shared/post/post-answers.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { letterWords as words } from "../messages/letter-words.ts";
import { letters as text } from "../messages/letters.ts";
import { SelectField } from "../officer/select-field.tsx";
import { partName, withPlaces } from "./letter-problems.ts";
import { fieldNames, missingIn, type Typed, wordsOf } from "./letter-typed.ts";
import { Lines } from "./lines.tsx";
import { PeopleChoice } from "./people-choice.tsx";
import { RowsField } from "./rows-field.tsx";
import { SignerFields } from "./signer-fields.tsx";

export interface LetterFormProps {
  readonly title: string;
  readonly kind: LetterKind;
  readonly posts: readonly PostAnswer[];
  readonly people: LetterAnswer["people"];
  /** What was written before. */
  readonly begun: Partial<LetterAnswer["words"]>;
  /** @throws Refusal, NoAnswer */
  readonly save: (words: LetterAnswer["words"]) => Promise<void>;
}

const { fields } = words;
/** They have several inputs. */
const unlabelled: readonly string[] = ["people", "income", "items"];

/** Long: markup, in the order of the form. */
export function LetterForm({ title, kind, posts, begun, save, ...given }: LetterFormProps) {
  const [people, setPeople] = useState(given.people);
  const { people: many } = letterKindRules[kind];
  const typedOf = (values: Readonly<Record<string, string>>): Typed => ({ kind, values, people });
  return (
    <Form<string>
      title={title}
      names={fieldNames}
      check={(values) => missingIn(typedOf(values))}
      submit={text.save}
      failures={words.failures}
      problems={words.problems}
      nameOf={(field) => (unlabelled.includes(field) ? partName(field) : undefined)}
      send={(values) => withPlaces(save(wordsOf(typedOf(values))))}
    >
      <div class="narrow-form">
        <HeadFields begun={begun} />
      </div>
      {many !== "none" && (
        <PeopleChoice
          label={many === "many" ? fields.people : words.person}
          isMany={many === "many"}
          chosen={people}
          choose={setPeople}
        />
      )}
      <div class="narrow-form">
        {many === "many" && <LeaderField people={people} leader={begun.leader} />}
        <PartFields kind={kind} begun={begun} />
        <SignerFields posts={posts} post={begun.post} onBehalf={begun.onBehalf ?? []} />
        <Lines name="copies" label={fields.copies} hint={text.hints.copies} begun={begun.copies} />
      </div>
    </Form>
  );
}

type Begun = LetterFormProps["begun"];

function HeadFields({ begun }: { readonly begun: Begun }) {
  return (
    <>
      <TextField
        name="hal"
        label={`${fields.hal} *`}
        hint={text.hints.hal}
        autoComplete="off"
        defaultValue={begun.hal ?? ""}
      />
      <TextField
        name="classification"
        label={`${fields.classification} *`}
        hint={text.hints.classification}
        autoComplete="off"
        defaultValue={begun.classification ?? ""}
      />
      <SelectField
        name="urgency"
        label={fields.urgency}
        options={urgencies.map((each) => [each, words.urgencies[each]] as const)}
        value={begun.urgency ?? "biasa"}
      />
      <SelectField
        name="secrecy"
        label={fields.secrecy}
        options={secrecies.map((each) => [each, words.secrecies[each]] as const)}
        value={begun.secrecy ?? "B"}
      />
    </>
  );
}

interface LeaderFieldProps {
  readonly people: LetterAnswer["people"];
  readonly leader: string | undefined;
}

function LeaderField({ people, leader = "" }: LeaderFieldProps) {
  const [chosen, setChosen] = useState(leader);
  if (people.length < 2) return null;
  return (
    <SelectField
      name="leader"
      label={fields.leader}
      hint={text.hints.leader}
      options={[
        ["", text.noLeader],
        ...people.map(({ id, name = words.formerPerson }) => [id, name] as const),
      ]}
      value={chosen}
      onChoose={setChosen}
    />
  );
}

/** The parts of its kind. Long: markup, in the order of the paper. */
function PartFields({ kind, begun }: Pick<LetterFormProps, "kind" | "begun">) {
  const { needs, takes } = letterKindRules[kind];
  const has = (part: LetterPart) => needs.includes(part) || takes.includes(part);
  const star = (part: LetterPart) => (needs.includes(part) ? " *" : "");
  return (
    <>
      {has("to") && <Lines name="to" label={`${fields.to} *`} begun={begun.to} />}
      {has("grounds") && (
        <>
          <Lines name="considering" label={fields.considering} begun={begun.considering} />
          <Lines name="basis" label={`${fields.basis}${star("grounds")}`} begun={begun.basis} />
        </>
      )}
      {has("tasks") && <Lines name="tasks" label={`${fields.tasks} *`} begun={begun.tasks} />}
      {has("income") && (
        <RowsField
          name="income"
          legend={`${fields.income} *`}
          columns={[
            ["what", text.what],
            ["amount", text.amount],
          ]}
          hint={text.hints.amount}
          begun={begun.income?.map(({ what, amount }) => [what, String(amount)])}
        />
      )}
      {has("items") && (
        <RowsField
          name="items"
          legend={`${fields.items} *`}
          columns={[
            ["what", text.what],
            ["count", text.count],
            ["note", text.note],
          ]}
          begun={begun.items?.map(({ what, count, note }) => [what, count, note])}
        />
      )}
      {has("text") && (
        <Lines
          name="text"
          label={`${fields.text}${star("text")}`}
          hint={text.hints.text}
          begun={begun.text?.split("\n")}
        />
      )}
      {has("purpose") && (
        <TextField
          name="purpose"
          label={`${fields.purpose} *`}
          hint={text.hints.purpose}
          autoComplete="off"
          defaultValue={begun.purpose ?? ""}
        />
      )}
    </>
  );
}
