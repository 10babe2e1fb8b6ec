import { useRef, useState } from "preact/hooks";
import type { ApprovalAnswer, RoleHolderAnswer } from "#shared/access/approval-answers.ts";
import { call } from "../api/member-client.ts";
import { nip as nipCheck, problemsOf } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { roles as text } from "../messages/roles.ts";
import { roleDraft } from "./role-draft.ts";
import { RoleForm } from "./role-form.tsx";

export interface Found {
  readonly nip: string;
  readonly person: RoleHolderAnswer;
}

/** Whose change was begun before a reload or a login. If the person cannot be read now, one looks by hand. */
export async function findBegun(): Promise<Found | undefined> {
  const begun = roleDraft.read();
  return begun && (await find(begun.nip).catch(() => undefined));
}

async function find(nip: string): Promise<Found> {
  const body = { nip };
  const search = { body, readsOnly: true } as const;
  return { nip, person: await call("POST /api/operator/role-holders/search", search) };
}

interface AskRoleChangeProps {
  readonly begun: Found | undefined;
  readonly onAsked: (asked: ApprovalAnswer) => void;
}

/** First whose roles, then what of them: one form in the place of the other, so that there is one thing to send. */
export function AskRoleChange({ begun, onAsked }: AskRoleChangeProps) {
  const [found, setFound] = useState(begun);
  const heading = useRef<HTMLHeadingElement>(null);
  const leave = () => {
    roleDraft.forget();
    setFound(undefined);
    heading.current?.focus();
  };
  return (
    <section class="panel" aria-labelledby="ask-title">
      <h2 id="ask-title" tabIndex={-1} ref={heading}>
        {text.askTitle}
      </h2>
      {found ? (
        <RoleForm
          key={found.person.id}
          {...found}
          findAgain={async () => setFound(await find(found.nip))}
          leave={leave}
          onAsked={(asked) => {
            roleDraft.forget();
            setFound(undefined);
            onAsked(asked);
          }}
        />
      ) : (
        <SearchForm
          find={async (nip) => {
            setFound(await find(nip));
            heading.current?.focus();
          }}
        />
      )}
    </section>
  );
}

function SearchForm({ find }: { find: (nip: string) => Promise<void> }) {
  return (
    <div class="narrow-form">
      <Form
        title={text.askTitle}
        names={["nip"]}
        check={(values) => problemsOf(values, { nip: nipCheck })}
        submit={text.search}
        send={({ nip }) => find(nip)}
      >
        <TextField
          name="nip"
          label="NIP *"
          hint={text.nipHint}
          inputMode="numeric"
          autoComplete="off"
        />
      </Form>
    </div>
  );
}
