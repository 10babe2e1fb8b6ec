/** All kinds of bad photos that the judge is measured on, each made from a drawn person; and what has to be said of it. */
import type { PhotoRule } from "#shared/photo/photo-report.ts";
import type { Pixels } from "#shared/photo/pixels.ts";
import { badColours } from "./bad-colour.ts";
import { badFace, badFaces } from "./bad-faces.ts";
import { badLights } from "./bad-light.ts";
import { badMattes, exceptFor } from "./bad-matte.ts";
import { badSharpness } from "./bad-sharpness.ts";
import { drawnPerson, type Headwear, headwear } from "./drawn-person.ts";
import { goodConditions } from "./good-conditions.ts";
import { likenesses } from "./likenesses.ts";
import { type Random, randomFrom } from "./random.ts";
import type { Showing } from "./showing.ts";

export interface Kind {
  readonly name: string;
  /** The rule that has to fail; "good" when none may. */
  readonly right: PhotoRule | "good";
  /** What it has to say, one of these; without them the rule is enough. */
  readonly codes?: readonly string[] | undefined;
  readonly make: (person: Pixels, random: Random, seed: number) => Pixels | Promise<Pixels>;
  /** Who cannot show it. */
  readonly except: Headwear | undefined;
  /** How the person is drawn for it. */
  readonly showing?: Showing;
}

type Makers = Readonly<Record<string, Kind["make"]>>;

function kindsOf(
  right: Kind["right"],
  makers: Makers,
  except: Readonly<Partial<Record<string, Headwear>>> = {},
): Kind[] {
  return Object.entries(makers).map(([name, make]) => ({
    name,
    right,
    make,
    except: except[name],
  }));
}

/** Who is warned of at most. */
const posed = Object.entries({
  "closed eyes": { eyes: "closed" },
  "narrow eyes": { eyes: "narrow" },
  "long straight hair": { hair: "long" },
  "full beard": { beard: "full" },
  "white beard": { beard: "white" },
  stubble: { beard: "stubble" },
} satisfies Record<string, Showing>).map(
  ([name, showing]): Kind => ({
    name,
    right: "good",
    make: (person) => person,
    except: undefined,
    showing,
  }),
);
export const goodKinds = [...kindsOf("good", goodConditions), ...posed];
export const toneKinds = [
  ...kindsOf("light", badLights),
  ...kindsOf("colour", badColours),
  ...kindsOf("sharpness", badSharpness),
];
export const matteKinds = kindsOf("transparency", badMattes, exceptFor);
export const faceKinds = Object.entries(badFaces).map(
  ([name, { codes }]): Kind => ({
    name,
    right: "face",
    codes,
    make: (_person, _random, seed) => badFace(name, seed),
    except: undefined,
  }),
);

/** Faces that only people can tell from somebody's: counted by themselves. */
export const likenessKinds = Object.entries(likenesses).map(
  ([name, make], i): Kind => ({
    name,
    right: "face",
    codes: ["face-unclear", "no-face"],
    make: (_person, _random, seed) => make(seed, randomFrom(seed * 1009 + i)),
    except: undefined,
  }),
);
const namesOfLikenesses = new Set(Object.keys(likenesses));
export const isLikeness = ({ kind }: { readonly kind: string }) => namesOfLikenesses.has(kind);

/** Without what any kind does. */
export const anybody = { except: undefined } as const;

/** Thresholds are chosen on people of tuning seeds only; what is told of the judge is measured on the others. */
export const halves = { tuning: 2000, "held out": 2001 } as const;
export type Half = keyof typeof halves;

/** Who is drawn for a case, so that each kind meets every skin tone and headwear: tones and headwears have no factor in common. */
export function personOf(
  kind: Pick<Kind, "except">,
  half: Half,
  i: number,
): { seed: number; tone: number; wears: Headwear } {
  const able = headwear.filter((wears) => wears !== kind.except);
  const seed = halves[half] + 2 * i;
  return { seed, tone: seed % 5, wears: able[i % able.length] ?? "hair" };
}

/** @param person of `personOf`, when it is drawn already and nothing else is to be shown */
export async function caseOf(kind: Kind, half: Half, i: number, person?: Pixels): Promise<Pixels> {
  const { seed, wears } = personOf(kind, half, i);
  const own = kind.showing ? undefined : person;
  return spoiled(kind, seed, own ?? (await drawnPerson(seed, wears, kind.showing)));
}

/** A person, drawn from a seed, in a kind of photo. */
export async function spoiled(kind: Kind, seed: number, person: Pixels): Promise<Pixels> {
  // In 32 bits: a longer sum loses its last bits, and with them the seed.
  const name = [...kind.name].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7);
  return kind.make(person, randomFrom(1000 * seed + name), seed);
}
