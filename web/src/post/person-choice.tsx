import { useRef, useState } from "preact/hooks";
import type { EmployeeRow } from "#shared/employee/record-answers.ts";
import type { NamedPerson } from "#shared/post/post-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { type Failure, failureOf } from "../forms/failure.ts";
import { FieldFrame, useFieldWiring } from "../forms/field.tsx";
import { posts as text } from "../messages/posts.ts";
import { personName } from "./post-list.tsx";

interface PersonChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly chosen: NamedPerson | undefined;
  readonly choose: (person: NamedPerson | undefined) => void;
}

/** Somebody of the agency, found by name or NIP inside a form. Long: markup, in the order of the field. */
export function PersonChoice({ name, label, hint, chosen, choose }: PersonChoiceProps) {
  const wiring = useFieldWiring({ name, hint });
  const input = useRef<HTMLInputElement>(null);
  const { found, failure, find, forget } = useFound();
  const look = () => find(input.current?.value.trim() ?? "");
  const take = (person: NamedPerson | undefined) => {
    choose(person);
    forget();
    if (input.current) input.current.value = "";
    // What was pressed is gone.
    input.current?.focus();
  };
  return (
    <div>
      <FieldFrame name={name} label={label} hint={hint}>
        <input
          {...wiring}
          ref={input}
          type="search"
          autoComplete="off"
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            // It would send the form.
            event.preventDefault();
            void look();
          }}
        />
      </FieldFrame>
      <p class="button-row">
        <button class="button button-quiet" type="button" onClick={look}>
          {text.find}
        </button>
        {chosen && (
          <button class="button button-quiet" type="button" onClick={() => take(undefined)}>
            {text.drop}
          </button>
        )}
      </p>
      {failure && <FailureNotice failure={failure} retry={look} />}
      <p role="status">
        {found ? text.found(found.length) : chosen && `${text.chosen}: ${personName(chosen)}`}
      </p>
      {found && <Found items={found} take={take} />}
    </div>
  );
}

function Found({
  items,
  take,
}: {
  readonly items: readonly EmployeeRow[];
  readonly take: (person: NamedPerson) => void;
}) {
  return (
    <ul class="unit-list">
      {items.map(({ id, name, nip, unitKerja }) => (
        <li key={id}>
          <button class="link-button" type="button" onClick={() => take({ id, name })}>
            {text.choose} <span translate={false}>{name}</span>
          </button>
          <span class="fact-hint" translate={false}>
            {nip} · {unitKerja}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Those whose card has ended have left. */
function useFound() {
  const [found, setFound] = useState<readonly EmployeeRow[]>();
  const [failure, setFailure] = useState<Failure>();
  const find = async (q: string) => {
    if (q === "") return;
    setFailure(undefined);
    try {
      const answer = await call("POST /api/officer/employees/search", {
        body: { q },
        readsOnly: true,
      });
      setFound(answer.items.filter(({ status }) => status !== "ended"));
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return { found, failure, find, forget: () => setFound(undefined) };
}
