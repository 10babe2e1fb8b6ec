/** "S.R." of "Siti Rahma": of the first three words that begin with a letter. The least of a name by which a clerk tells two people apart. */
export function initialsOf(name: string): string {
  const letters = name.split(/\s+/).flatMap((word) => /\p{L}/u.exec(word)?.[0] ?? []);
  return letters
    .slice(0, 3)
    .map((letter) => `${letter.toLocaleUpperCase("id")}.`)
    .join("");
}
