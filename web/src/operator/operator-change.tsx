import type { ApprovalAnswer } from "#shared/access/approval-answers.ts";
import { roles as text } from "../messages/roles.ts";
import { roleDifferences, roleText, type Span } from "./role-text.ts";

/** Old and new of what operators decide. */
export function OperatorChange({ approval: { change, subject } }: { approval: ApprovalAnswer }) {
  if (change.kind === "roles")
    return <RoleChangeList {...change} instansiId={subject.instansiId} />;
  return (
    <ul class="role-changes">
      <li>
        <del>{text.accountBefore}</del>
      </li>
      <li>
        <ins>{text.accountAfter}</ins>
      </li>
    </ul>
  );
}

interface RoleChangeListProps {
  readonly from: readonly Span[];
  readonly to: readonly Span[];
  readonly instansiId: string;
}

/** Each with a word for what becomes of it: not by its colour alone. */
function RoleChangeList({ from, to, instansiId }: RoleChangeListProps) {
  return (
    <ul class="role-changes">
      {roleDifferences(from, to).map(({ change, span }) => {
        const role = roleText(span, instansiId);
        return (
          <li key={`${change} ${role}`}>
            {text[change]}:{" "}
            <span translate={false}>
              {change === "given" ? (
                <ins>{role}</ins>
              ) : change === "taken" ? (
                <del>{role}</del>
              ) : (
                role
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
