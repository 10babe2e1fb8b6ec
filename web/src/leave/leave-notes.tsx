import type { OwnLeaveAnswer } from "#shared/leave/leave-answers.ts";
import { leave as text } from "../messages/leave.ts";

/** Section V of the form: what is left of each year's right, the oldest first. */
export function LeaveNotes({ year, notes }: Pick<OwnLeaveAnswer, "year" | "notes">) {
  const left = notes.reduce((sum, each) => sum + each.left, 0);
  return (
    <>
      <p>
        {text.balance(year)}: <strong>{text.total(left)}</strong>
      </p>
      <dl class="own-record">
        {notes.map(({ source, joint, ...days }) => (
          <div key={source}>
            <dt>{text.ofYear(source)}</dt>
            <dd>
              {text.noted(days)}
              {joint > 0 && `, ${text.joint(joint)}`}
            </dd>
          </div>
        ))}
      </dl>
      <p class="hint">{text.lapses(year)}</p>
    </>
  );
}
