/** Which stories of a browser a run walks: all of them take forty minutes of two cores, in both languages an hour and a half. */
import { readdirSync } from "node:fs";
import { join } from "node:path";

const folder = join("test", "journeys");
/** What the product is there for, and what guards it: walked in every run. */
const always = ["main-job", "pages", "restart", "rights", "start", "verification"];
/** Seeds that follow each other walk all: npm test -- --seed 0, 1 and 2. */
const parts = 3;

/** @returns undefined for what is no whole number from 0 on, of which no story would be drawn */
export function seedIn(text: string): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

/** @returns paths of test files, those of every run and a part of the others */
export function storiesOf(seed: number): readonly string[] {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => file.replace(".test.ts", ""))
    .sort();
  const others = names.filter((name) => !always.includes(name));
  const drawn = others.filter((_, i) => i % parts === seed % parts);
  return [...always, ...drawn].map((name) => join(folder, `${name}.test.ts`));
}
