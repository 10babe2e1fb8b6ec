/** A form about one person that was begun to be typed: see tab-draft.ts. */
import { tabDraft } from "../tab-draft.ts";

/** What was typed, by the names of the form's fields. */
export type TypedTexts = Readonly<Record<string, string>>;

/** A chosen file cannot be kept; once it has arrived, the texts name it. */
export function typedIn(form: HTMLFormElement): TypedTexts {
  const texts = [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value]] : [],
  );
  return Object.fromEntries(texts);
}

interface Way<Args extends unknown[]> {
  readonly leave: () => void;
  readonly onAsked: (...args: Args) => void;
}

export type FormDraft = ReturnType<typeof formDraft>;

function formDraft(key: string) {
  const kept = tabDraft<{ readonly employeeId: string; readonly typed: TypedTexts }>(key);
  /** @returns what does `next` once what was typed is forgotten, because it is sent or dropped */
  const over =
    <Args extends unknown[]>(next: (...args: Args) => void) =>
    (...args: Args): void => {
      kept.forget();
      next(...args);
    };
  return {
    /** @returns what was begun about this person; nothing of another one */
    of(employeeId: string): TypedTexts {
      const begun = kept.read();
      return begun?.employeeId === employeeId ? begun.typed : {};
    },
    keep(employeeId: string, form: HTMLFormElement): void {
      kept.keep({ employeeId, typed: typedIn(form) });
    },
    forget: kept.forget,
    over,
    /** Both ends of a form that asks a second person, `over` each. */
    way: <Args extends unknown[]>({ leave, onAsked }: Way<Args>): Way<Args> => ({
      leave: over(leave),
      onAsked: over(onAsked),
    }),
  };
}

export const decreeDraft = formDraft("kartu-decree");
export const statusDraft = formDraft("kartu-status");
export const transferDraft = formDraft("kartu-transfer");
/** Of the forms with few fields, of which one at a time is typed; the id begins with the form's name. */
export const askDraft = formDraft("kartu-ask");
