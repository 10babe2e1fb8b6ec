import { useRef, useState } from "preact/hooks";
import type {
  ApprovalAnswer,
  RoleChangeRequest,
  RoleHolderAnswer,
} from "#shared/access/approval-answers.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { Refusal } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { problemsOf } from "../forms/checks.ts";
import { Form } from "../forms/form.tsx";
import { recordFields } from "../messages/record-fields.ts";
import { roles as text } from "../messages/roles.ts";
import { dayOrNone } from "../officer/day-field.tsx";
import { reasonProblem } from "../officer/employee-change.ts";
import { WayOut } from "../officer/way-out.tsx";
import { type RoleField, roleDraft, roleFields, roleNames } from "./role-draft.ts";
import { RoleFields } from "./role-fields.tsx";
import { roleText } from "./role-text.ts";

interface RoleFormProps {
  readonly nip: string;
  readonly person: RoleHolderAnswer;
  /** The roles are not what the operator saw: they are read again. */
  readonly findAgain: () => Promise<void>;
  readonly onAsked: (asked: ApprovalAnswer) => void;
}

type Values = Readonly<Record<RoleField, string>>;

/** Somebody's roles as they are, and what of them is to change. */
export function RoleForm({ leave, ...asking }: RoleFormProps & { readonly leave: () => void }) {
  const { person } = asking;
  return (
    <>
      <PersonFacts person={person} />
      {person.isSelf ? <p class="notice notice-info">{text.self}</p> : <ChangeForm {...asking} />}
      <WayOut leave={leave}>{text.searchAgain}</WayOut>
    </>
  );
}

/** What was typed survives a reload and a login. */
function ChangeForm(props: RoleFormProps) {
  const { nip } = props;
  const [begun, setBegun] = useState(() => draftFor(nip));
  const ask = useAsk(props);
  const discard = () => {
    roleDraft.forget();
    setBegun(undefined);
  };
  return (
    <>
      {begun && <RestoredNotice discard={discard} />}
      <div
        key={begun ? "begun" : "anew"}
        class="narrow-form"
        onInput={({ currentTarget }) => {
          const form = currentTarget.querySelector("form");
          if (form) roleDraft.keep({ nip, values: valuesOf(form) });
        }}
      >
        <Form
          title={text.askTitle}
          names={roleFields}
          check={(values) => [
            ...(values.action === "grant" ? problemsOf(values, { until: dayOrNone }) : []),
            ...problemsOf(values, { reason: reasonProblem }),
          ]}
          submit={text.submit}
          failures={text.failures}
          send={ask}
        >
          <RoleFields begun={begun} />
        </Form>
      </div>
    </>
  );
}

/** Asks, and reads the roles again when they are not what was seen: the form keeps what was typed. */
function useAsk({ person, findAgain, onAsked }: RoleFormProps) {
  // The same until it is answered: a request whose answer was lost does not ask twice. Another question under it is another one.
  const requestId = useRef<string>(undefined);
  return async (values: Values) => {
    requestId.current ??= crypto.randomUUID();
    try {
      onAsked(await ask(person, values, requestId.current));
    } catch (error) {
      const isStale = error instanceof Refusal && error.problem.code === "roles-changed";
      // Without the newest roles the refusal is still true.
      if (isStale) await findAgain().catch(() => undefined);
      throw error;
    }
  };
}

function ask(person: RoleHolderAnswer, values: Values, requestId: string): Promise<ApprovalAnswer> {
  if (values.action !== "freeze")
    return call("POST /api/operator/role-changes", { body: requestOf(person, values, requestId) });
  const body = { id: person.id, reason: values.reason.trim(), requestId };
  return call("POST /api/operator/account-freezes", { body });
}

function RestoredNotice({ discard }: { discard: () => void }) {
  return (
    <div class="notice notice-info">
      <p>{text.restored}</p>
      <button class="button button-quiet" type="button" onClick={discard}>
        {text.discard}
      </button>
    </div>
  );
}

function PersonFacts({ person }: { person: RoleHolderAnswer }) {
  const { name, maskedNip, unitKerja, instansi, instansiId, roles } = person;
  return (
    <dl class="record-facts">
      <div>
        <dt>{text.name}</dt>
        <dd translate={false}>
          {name}
          <span class="fact-hint">{maskedNip}</span>
        </dd>
      </div>
      <div>
        <dt>{recordFields.unitKerja}</dt>
        <dd translate={false}>
          {unitKerja}
          <span class="fact-hint">{instansi}</span>
        </dd>
      </div>
      <div>
        <dt>{text.rolesNow}</dt>
        {roles.length === 0 && <dd>{text.noRoles}</dd>}
        {roles.map((span) => {
          const role = roleText(span, instansiId);
          return (
            <dd key={role} translate={false}>
              {role}
            </dd>
          );
        })}
      </div>
    </dl>
  );
}

function draftFor(nip: string): Values | undefined {
  const begun = roleDraft.read();
  return begun?.nip === nip ? begun.values : undefined;
}

function valuesOf(form: HTMLFormElement): Values {
  const data = new FormData(form);
  return keyed(roleFields, (field) => String(data.get(field) ?? ""));
}

function requestOf(
  { id, revision }: RoleHolderAnswer,
  { action, role, unitKerja, until, reason }: Values,
  requestId: string,
): RoleChangeRequest {
  const unit = unitKerja.trim();
  return {
    ...{ requestId, id, revision },
    action: action === "revoke" ? "revoke" : "grant",
    role: roleNames.find((name) => name === role) ?? "petugas",
    ...(unit && { unitKerja: unit }),
    ...(until && action === "grant" && { until }),
    reason: reason.trim(),
  };
}
