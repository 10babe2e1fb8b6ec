import { keysOf } from "#shared/runtime/keyed.ts";

/** The letter of each button, as it shows it. */
export const letters = { agree: "S", clarify: "K", reject: "T", take: "A", view: "B" } as const;
export type LetteredPress = keyof typeof letters;

const moves: Readonly<Record<string, "next" | "previous" | undefined>> = {
  ...{ J: "next", ArrowRight: "next", ArrowLeft: "previous" },
};

type PressedKey = Pick<
  KeyboardEvent,
  "key" | "repeat" | "ctrlKey" | "metaKey" | "altKey" | "target"
>;

/**
 * What a key asks for in a request of the queue. A key that is held asks once: its repetitions would meet the next request, which nobody has
 * looked at. What is typed into a field is a word.
 */
export function pressOf({ key, repeat, ctrlKey, metaKey, altKey, target }: PressedKey) {
  if (repeat || ctrlKey || metaKey || altKey || isField(target)) return undefined;
  const letter = key.length === 1 ? key.toUpperCase() : key;
  return moves[letter] ?? keysOf(letters).find((press) => letters[press] === letter);
}

const fields: ReadonlySet<string> = new Set(["INPUT", "TEXTAREA", "SELECT"]);

function isField(target: EventTarget | null): boolean {
  return target !== null && "tagName" in target && fields.has(String(target.tagName));
}
