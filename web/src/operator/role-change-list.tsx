import type { ApprovalAnswer } from "#shared/access/approval-answers.ts";
import { roles as text } from "../messages/roles.ts";
import { roleDifferences, roleText } from "./role-text.ts";

/** Old and new of somebody's roles, each with a word for what becomes of it: not by its colour alone. */
export function RoleChangeList({ approval }: { approval: ApprovalAnswer }) {
  const { old, subject } = approval;
  return (
    <ul class="role-changes">
      {roleDifferences(old, approval.new).map(({ change, span }) => {
        const role = roleText(span, subject.instansiId);
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
