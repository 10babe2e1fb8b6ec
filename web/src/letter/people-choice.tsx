import { useRef, useState } from "preact/hooks";
import type { EmployeeRow } from "#shared/employee/record-answers.ts";
import type { LetterAnswer } from "#shared/letter/letter-answers.ts";
import { ruleOf } from "#shared/letter/letter-rules.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { FieldFrame, useFieldWiring } from "../forms/field.tsx";
import { useForgetError } from "../forms/form.tsx";
import { letterWords } from "../messages/letter-words.ts";
import { letters as text } from "../messages/letters.ts";
import { UnitField } from "../officer/unit-field.tsx";

type People = LetterAnswer["people"];

interface PeopleChoiceProps {
  readonly label: string;
  readonly isMany: boolean;
  readonly chosen: People;
  readonly choose: (people: People) => void;
}

const most = ruleOf("people");

/** Whom a letter is about: found by name, NIP or unit, one by one or all that match. Long: markup, in the order of the field. */
export function PeopleChoice({ label, isMany, chosen, choose }: PeopleChoiceProps) {
  const wiring = useFieldWiring({ name: "people", hint: text.hints.people });
  const box = useRef<HTMLFieldSetElement>(null);
  const told = useRef<HTMLParagraphElement>(null);
  const { found, asked, failure, find, findAll, forget } = useFound(box);
  const others = found?.items.filter(({ id }) => !chosen.some((each) => each.id === id)) ?? [];
  const forgetError = useForgetError();
  const put = (people: readonly EmployeeRow[]) => {
    forgetError("people");
    const all = isMany ? [...chosen, ...people.map(named)] : people.slice(0, 1).map(named);
    choose(all.slice(0, most));
    if (!isMany || people.length > 1) forget();
    // What was pressed is gone.
    told.current?.focus();
  };
  return (
    <fieldset
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || !(event.target instanceof HTMLInputElement)) return;
        // It would send the form.
        event.preventDefault();
        void find();
      }}
    >
      <legend>{`${label} *`}</legend>
      <div class="narrow-form">
        <FieldFrame name="people" label={text.person} hint={text.hints.people}>
          <input {...wiring} type="search" autoComplete="off" />
        </FieldFrame>
        <UnitField name="unit" unit="" label={text.unit} hint={text.unitHint} />
      </div>
      <p class="button-row">
        <button class="button button-quiet" type="button" onClick={() => void find()}>
          {text.find}
        </button>
      </p>
      {failure && <FailureNotice failure={failure} retry={asked} />}
      <p role="status" tabIndex={-1} ref={told}>
        {found ? text.found(others.length, found.cursor !== undefined) : text.chosen(chosen.length)}
      </p>
      {found && isMany && others.length > 1 && (
        <p class="button-row">
          <button
            class="button button-quiet"
            type="button"
            onClick={async () => {
              const all = found.cursor === undefined ? others : await findAll(most);
              if (all) put(all.filter(({ id }) => !chosen.some((each) => each.id === id)));
            }}
          >
            {found.cursor === undefined ? text.addAll(others.length) : text.allFound}
          </button>
        </p>
      )}
      {found && <Found items={others} put={(person) => put([person])} />}
      {chosen.length > 0 && (
        <Chosen
          chosen={chosen}
          drop={(id) => {
            choose(id === undefined ? [] : chosen.filter((each) => each.id !== id));
            told.current?.focus();
          }}
        />
      )}
    </fieldset>
  );
}

const named = ({ id, name }: EmployeeRow) => ({ id, name });

function Found({
  items,
  put,
}: {
  readonly items: readonly EmployeeRow[];
  readonly put: (person: EmployeeRow) => void;
}) {
  return (
    <ul class="unit-list">
      {items.map((person) => (
        <li key={person.id}>
          <button class="link-button" type="button" onClick={() => put(person)}>
            {text.add} <span translate={false}>{person.name}</span>
          </button>
          <span class="fact-hint" translate={false}>
            {person.nip} · {person.unitKerja}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Chosen({
  chosen,
  drop,
}: {
  readonly chosen: People;
  readonly drop: (id: People[number]["id"] | undefined) => void;
}) {
  return (
    <>
      <h3>{text.chosen(chosen.length)}</h3>
      <ol>
        {chosen.map(({ id, name = letterWords.formerPerson }) => (
          <li key={id}>
            <span translate={false}>{name}</span>{" "}
            <button
              class="link-button"
              type="button"
              aria-label={text.dropOf(name)}
              onClick={() => drop(id)}
            >
              {text.drop}
            </button>
          </li>
        ))}
      </ol>
      {chosen.length > 1 && (
        <p>
          <button class="button button-quiet" type="button" onClick={() => drop(undefined)}>
            {text.dropAll}
          </button>
        </p>
      )}
    </>
  );
}

interface FoundPeople {
  readonly items: readonly EmployeeRow[];
  readonly cursor?: string;
}

/** Those whose card has ended have left. */
function useFound(box: { readonly current: HTMLFieldSetElement | null }) {
  const [found, setFound] = useState<FoundPeople>();
  const { failure, run } = useReading();
  const textIn = (id: string) => {
    const input = box.current?.querySelector(`#${id}`);
    return input instanceof HTMLInputElement ? input.value.trim() : "";
  };
  const search = async (cursor?: string): Promise<FoundPeople> => {
    const [q, unit] = [textIn("people"), textIn("unit")];
    const answer = await call("POST /api/officer/employees/search", {
      body: { q, ...(unit !== "" && { unit }), ...(cursor !== undefined && { cursor }) },
      readsOnly: true,
    });
    const items = answer.items.filter(({ status }) => status !== "ended");
    return { items, ...(answer.cursor !== undefined && { cursor: answer.cursor }) };
  };
  const find = () =>
    run(async () => {
      if (textIn("people") + textIn("unit") !== "") setFound(await search());
    });
  /** All pages, until there are so many. */
  const findAll = async (enough: number): Promise<readonly EmployeeRow[] | undefined> => {
    let all: FoundPeople | undefined = found;
    await run(async () => {
      while (all?.cursor !== undefined && all.items.length < enough) {
        const next: FoundPeople = await search(all.cursor);
        all = { ...next, items: [...all.items, ...next.items] };
      }
      setFound(all);
    });
    return all?.items;
  };
  return { found, failure, find, findAll, asked: find, forget: () => setFound(undefined) };
}
