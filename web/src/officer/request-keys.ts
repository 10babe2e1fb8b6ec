import { keysOf } from "#shared/runtime/keyed.ts";

/** The letter of each button, as it shows it. */
export const letters = { agree: "S", clarify: "K", reject: "T", take: "A", view: "B" } as const;
export type LetteredPress = keyof typeof letters;

const moves: Readonly<Record<string, "next" | "previous" | undefined>> = {
  ...{ J: "next", ArrowRight: "next", ArrowLeft: "previous" },
};

type PressedKey = Pick<KeyboardEvent, "key" | "repeat" | "ctrlKey" | "metaKey" | "altKey">;

/**
 * What a key asks for in a request of the queue. A key that is held asks once: its repetitions would meet the next request, which nobody has
 * looked at.
 */
export function pressOf({ key, repeat, ctrlKey, metaKey, altKey }: PressedKey) {
  if (repeat || ctrlKey || metaKey || altKey) return undefined;
  const letter = key.length === 1 ? key.toUpperCase() : key;
  return moves[letter] ?? keysOf(letters).find((press) => letters[press] === letter);
}
