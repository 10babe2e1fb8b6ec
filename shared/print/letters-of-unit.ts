import type { AccountRecords } from "#shared/account/account-record.ts";
import { remindable } from "#shared/account/reminders.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { type ActivationLetter, letterTo } from "./activation-letter.ts";
import type { Print } from "./print.ts";
import { byName, isActiveIn, type NoteDrawn, noted, type PrintContent } from "./print-content.ts";

export interface LettersOfUnit {
  readonly employees: Pick<Employees, "find">;
  readonly accountRecords: Pick<AccountRecords, "summary">;
  readonly history: Pick<AuditTrail, "noteReading">;
  /** Takes one letter after the other. */
  readonly drawLetters: (letters: AsyncIterable<ActivationLetter>) => AsyncIterable<Uint8Array>;
  readonly siteUrl: string;
  readonly clock: Clock;
}

/** Letters to the active people of a part who have not activated their account, by name. Accounts are asked at this moment. */
export async function lettersOfUnit(
  dependencies: LettersOfUnit,
  print: Print,
  ids: readonly EmployeeId[],
): Promise<PrintContent> {
  const { employees, accountRecords, drawLetters, clock } = dependencies;
  const now = clock.now();
  const people: Employee[] = [];
  let activated = 0;
  for (const id of ids) {
    const employee = await employees.find(id);
    if (!employee || !isActiveIn(print, employee, now)) continue;
    const account = await remindable(accountRecords, id);
    // Nobody knows whether it was activated; the others get their letters.
    if (account === "unreadable") continue;
    const { state = "not-activated" } = account ?? {};
    if (state === "not-activated") people.push(employee);
    else activated++;
  }
  people.sort(byName);
  return {
    total: people.length,
    leftOut: { activated },
    pdf: (note) => drawLetters(letters(dependencies, print, people, note)),
  };
}

/** The history records to whom a letter was printed, before it is in the file: it has number, name and unit. */
async function* letters(
  { history, siteUrl, clock }: LettersOfUnit,
  { officerId }: Pick<Print, "officerId">,
  people: readonly Employee[],
  note: NoteDrawn,
): AsyncGenerator<ActivationLetter> {
  for await (const employee of noted(people, note)) {
    await history.noteReading({
      subjectId: employee.id,
      at: clock.now().toISOString(),
      actor: { role: "officer", id: officerId },
      purpose: "letter-printed",
    });
    yield letterTo(employee, siteUrl);
  }
}
