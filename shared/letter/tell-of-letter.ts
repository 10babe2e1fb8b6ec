/** Who hears of a letter, in the transaction of what happened to it (decision 0119). */
import { entryBeside } from "#shared/account/account-event.ts";
import type { letterNotices } from "#shared/audit/account-actions.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { aboutWhom, type Letter } from "./letter.ts";
import type { Letters } from "./letters.ts";

interface TellOfLetter {
  readonly letters: Pick<Letters, "telling">;
  readonly clock: Clock;
}

/** Whoever acts in its post now: it waits for them. */
export function tellingSigner(
  api: TellOfLetter,
  { id }: Pick<Letter, "id">,
  acting: { readonly person: EmployeeId } | undefined,
): readonly JoinedWrite[] {
  return acting ? [lineFor(api, { id, person: acting.person, action: "letter-waiting" })] : [];
}

/** Whom it is about, alone: a letter of many people is handed out by its officer. */
export function tellingPerson(
  api: TellOfLetter,
  { id, words }: Pick<Letter, "id" | "words">,
  action: "letter-signed" | "letter-ended",
): readonly JoinedWrite[] {
  const person = aboutWhom(words);
  return person === undefined ? [] : [lineFor(api, { id, person, action })];
}

function lineFor(
  { letters, clock }: TellOfLetter,
  {
    id,
    person: employeeId,
    action,
  }: {
    readonly id: Letter["id"];
    readonly person: EmployeeId;
    readonly action: (typeof letterNotices)[number];
  },
): JoinedWrite {
  const actor = { role: "system" } as const;
  return letters.telling(entryBeside({ employeeId, action, actor, at: clock.now() }, id));
}
