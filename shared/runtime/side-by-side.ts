/** Requests at the same time: enough to hide their way, few enough for the other side. */
const usual = 8;

/**
 * Does the same with each, some at the same time.
 * @param most at once
 * @returns the answers in the order of what was asked; fails with the first failure
 */
export async function sideBySide<T, Answer>(
  all: readonly T[],
  ask: (each: T) => Promise<Answer>,
  most = usual,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const work = async () => {
    while (next < all.length) {
      const i = next++;
      const each = all.slice(i, i + 1);
      for (const one of each) answers[i] = await ask(one);
    }
  };
  await Promise.all(Array.from({ length: most }, work));
  return answers;
}
