import { globSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { castsIn, functionsIn } from "./support/measure-code.ts";

const files = globSync(
  ["{bench,functions,infra,local,ops,scripts,shared,test,web}/**/*.{ts,tsx,mjs}", "*.ts"],
  { exclude: ["**/node_modules/**", "**/cdk.out/**", "**/dist/**"] },
);
const everyFile = files.map((file) => ({ file, source: readFileSync(file, "utf8") }));

/** Only ever lowered: 215 on 26 November 2026, when they were first counted by the parser. */
const mostCasts = 43;

test("casts are told from what looks like one", () => {
  const source = `
    import { a as b } from "c";
    const words = "as Employee", tuple = [1] as const;
    const text = \`\${value as string}\`;
    const both = value as unknown as Employee; // as Nip
  `;

  expect(castsIn("a.ts", source).map(({ place, text }) => `${place} ${text}`)).toEqual([
    "a.ts:4 value as string",
    "a.ts:5 value as unknown as Employee",
    "a.ts:5 value as unknown",
  ]);
  expect(castsIn("a.tsx", "const a = <b>{value as string} as String</b>;")).toHaveLength(1);
});

test(`there are at most ${mostCasts} casts other than as const`, () => {
  const casts = everyFile.flatMap(({ file, source }) => castsIn(file, source));

  expect(files.length).toBeGreaterThan(1000);
  expect(casts.length, casts.map(({ place }) => place).join("\n")).toBeLessThanOrEqual(mostCasts);
});

/** A function fits a screen. What does not says why above it: "Long: a table, one entry for each operation." */
const mostLines = 40;

test("a function's lines and the comment above it are found", () => {
  const source =
    "/** Of b. */\nlet b;\n/** Long: why. */\nfunction a() {\n  b = () => {\n  };\n}\n";

  expect(functionsIn("a.ts", source).map(({ text: _, ...found }) => found)).toEqual([
    { place: "a.ts:4", lines: 4, comment: "/** Long: why. */" },
    { place: "a.ts:5", lines: 2, comment: "" },
  ]);
});

test(`no function of the product is longer than ${mostLines} lines without a reason`, () => {
  const product = everyFile.filter(
    ({ file }) =>
      /^(functions|infra|local\/cloud|ops|scripts|shared|web)\//.test(file) &&
      !file.startsWith("local/cloud/test/"),
  );
  const long = product
    .flatMap(({ file, source }) => functionsIn(file, source))
    .filter(({ lines, comment }) => lines > mostLines && !/\bLong: \w/.test(comment))
    .map(({ place, lines }) => `${place} ${lines}`);

  expect(product.length).toBeGreaterThan(500);
  expect(long).toEqual([]);
});

test("a test replaces one client, never the class: files of a worker share their modules", () => {
  const tests = everyFile.filter(({ file }) => file.endsWith(".test.ts"));
  const replaced = tests.filter(({ source }) => /\bmockClient\(\s*[A-Z]/.test(source));

  expect(tests.length).toBeGreaterThan(200);
  expect(replaced.map(({ file }) => file)).toEqual([]);
});

/** What a run leaves behind in the checkout is committed by the next `git add`: a root key of a test was, once. */
test("nothing lies at the top but what the README names", () => {
  const known =
    /^(\.\w[^/]*|node_modules|dist|cdk\.out|cdk-outputs\.json|[^.]+\.log|bench|docs|functions|infra|local|ops|scripts|shared|test|web|[A-Z]+\.md|(biome|cdk|knip|package|package-lock|tsconfig)\.json|vitest\.config\.ts)$/;

  expect(readdirSync(".").filter((name) => !known.test(name))).toEqual([]);
});
