/** Under what the flows of an account are walked: the screen, the language, the hands, and what the browser lacks. */
import { lacking } from "./lacking.ts";
import { desktop, phone } from "./screens.ts";

const dimensions = {
  screen: ["desktop", "360 px"],
  language: ["id", "en"],
  hands: ["mouse", "keyboard"],
  storage: ["works", "blocked"],
  functions: ["all", "some missing"],
} as const;

type Dimension = keyof typeof dimensions;
export type Conditions = { readonly [D in Dimension]: (typeof dimensions)[D][number] };

/** Each flow is walked under one of them in each run. Between them they have every value of every dimension. */
export const usual: readonly Conditions[] = [
  {
    ...{ screen: "desktop", language: "id", hands: "mouse" },
    ...{ storage: "works", functions: "some missing" },
  },
  {
    ...{ screen: "360 px", language: "en", hands: "keyboard" },
    ...{ storage: "blocked", functions: "all" },
  },
];

/** The full cross product without the usual ones. */
export const others: readonly Conditions[] = crossProduct().filter(
  (one) => !usual.some((known) => nameOf(known) === nameOf(one)),
);

export function nameOf({ screen, language, hands, storage, functions }: Conditions): string {
  return `${screen}, ${language}, ${hands}, storage ${storage}, functions: ${functions}`;
}

/** The values that none of these has, as "dimension: value". */
export function missingValues(walked: readonly Conditions[]): string[] {
  return valuesOf().filter(
    (value) => !walked.some((one) => Object.entries(one).map(pairName).includes(value)),
  );
}

const valuesOf = () =>
  Object.entries(dimensions).flatMap(([name, values]) =>
    values.map((value) => pairName([name, value])),
  );
const pairName = ([name, value]: readonly [string, string]) => `${name}: ${value}`;

function crossProduct(): Conditions[] {
  const { screen: screens, language: languages, hands: allHands } = dimensions;
  return screens.flatMap((screen) =>
    languages.flatMap((language) =>
      allHands.flatMap((hands) =>
        dimensions.storage.flatMap((storage) =>
          dimensions.functions.map((functions) => ({
            ...{ screen, language, hands, storage, functions },
          })),
        ),
      ),
    ),
  );
}

export const screenOf = ({ screen }: Conditions): typeof phone =>
  screen === "desktop" ? desktop : phone;

/** What takes the missing things away, before any script of a page runs. */
export function scriptOf({ storage, functions }: Conditions): string {
  const missing = Object.entries(lacking).filter(([name]) =>
    name.startsWith("storage")
      ? storage === "blocked" && name === "storage refused"
      : functions === "some missing",
  );
  return missing.map(([, script]) => script).join("\n");
}
