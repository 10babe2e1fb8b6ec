/** Photos whose face is missing, not alone, or not where it should be: one kind a function, its strength from the seed. */
import { createCanvas } from "@napi-rs/canvas";
import type { ViolationCode } from "#shared/photo/photo-report.ts";
import type { Pixels } from "#shared/photo/pixels.ts";
import { cartoons } from "./cartoons.ts";
import { drawn, drawnPerson, headwear } from "./drawn-person.ts";
import { between, pick, type Random, randomFrom } from "./random.ts";
import type { Showing } from "./showing.ts";
import { canvasOf } from "./studio-photo.ts";
import { things } from "./things.ts";

interface BadFace {
  /** What must be told; of several, one of them. */
  readonly codes: readonly ViolationCode[];
  readonly make: (seed: number, random: Random) => Promise<Pixels>;
}

const noFace = ["no-face", "face-unclear"] as const;

/** Each kind of bad face. */
export const badFaces: Readonly<Record<string, BadFace>> = {
  ...kinds(things, (inside) => inside),
  ...kinds(cartoons, (inside, random) => (random() < 0.4 ? inside : asHead(inside, random))),
  "features erased": { codes: noFace, make: person(() => ({ face: "erased" })) },
  "back of the head": { codes: noFace, make: person(() => ({ face: "turned away" })) },
  "two people": { codes: ["several-faces"], make: twoPeople },
  "somebody behind": { codes: ["several-faces"], make: somebodyBehind },
  small: {
    codes: ["face-too-small"],
    make: person((r) => ({ scale: between(r, 0.35, 0.52), down: -60 })),
  },
  large: {
    codes: ["face-too-large"],
    make: person((r) => ({ scale: between(r, 1.95, 2.3), down: between(r, 80, 130) })),
  },
  "off to a side": {
    codes: ["face-off-middle"],
    make: person((r) => ({ right: pick([-1, 1], r) * between(r, 95, 140) })),
  },
  "too high": { codes: ["face-too-high"], make: person((r) => ({ down: -between(r, 155, 190) })) },
  "too low": { codes: ["face-too-low"], make: person((r) => ({ down: between(r, 125, 170) })) },
  tilted: {
    codes: ["head-tilted"],
    make: person((r) => ({ tilt: pick([-1, 1], r) * between(r, 14, 35) })),
  },
  lying: { codes: ["head-tilted"], make: turned([-90, 90] as const) },
  "one on the head": { codes: ["several-faces"], make: playingCard },
  "upside down": { codes: ["upside-down"], make: turned([180]) },
  "one on the chest": { codes: ["several-faces"], make: printedShirt },
  "two people half out of the frame": {
    codes: ["several-faces", "face-off-middle", "no-face"],
    make: halfOut,
  },
  raised: {
    codes: ["head-raised", ...noFace],
    make: person((r) => ({ nod: -between(r, 28, 42) })),
  },
  lowered: {
    codes: ["head-lowered", ...noFace],
    make: person((r) => ({ nod: between(r, 30, 44) })),
  },
};

function kinds(
  draws: Readonly<Record<string, (random: Random) => string>>,
  place: (inside: string, random: Random) => string,
): Record<string, BadFace> {
  return Object.fromEntries(
    Object.entries(draws).map(([name, draw]) => [
      name,
      {
        codes: noFace,
        make: (_: number, random: Random) => drawn(place(draw(random), random), random),
      },
    ]),
  );
}

/** As large as a head, on shoulders. */
function asHead(inside: string, random: Random): string {
  const cloth = pick(["#b7a57a", "#f4f3ee", "#7a4a2a"], random);
  return `<path d="M10 620 C20 470 90 440 168 408 H282 C360 440 430 470 440 620Z" fill="${cloth}"/>
    <g transform="translate(225 250) scale(${between(random, 0.42, 0.6)}) translate(-225 -280)">${inside}</g>`;
}

function person(showing: (random: Random) => Showing): BadFace["make"] {
  return (seed, random) => drawnPerson(seed, anyHeadwear(random), showing(random));
}

function anyHeadwear(random: Random) {
  return pick(headwear, random);
}

function turned(degrees: readonly number[]): BadFace["make"] {
  return async (seed, random) => {
    const image = canvasOf(await drawnPerson(seed, anyHeadwear(random)));
    return onCanvas((pen) => {
      pen.translate(225, 287);
      pen.rotate((pick(degrees, random) * Math.PI) / 180);
      pen.drawImage(image, -225, -287);
    });
  };
}

async function twoPeople(seed: number, random: Random): Promise<Pixels> {
  const [one, other] = await pair(seed, random);
  const scale = between(random, 0.55, 0.75);
  return onCanvas((pen) => {
    const [width, height] = [450 * scale, 575 * scale];
    pen.drawImage(other, 450 - width * 0.86, 575 - height, width, height);
    pen.drawImage(one, -width * 0.14, 575 - height, width, height);
  });
}

/** A smaller person beside the head of the other. */
async function somebodyBehind(seed: number, random: Random): Promise<Pixels> {
  const [one, other] = await pair(seed, random);
  const scale = between(random, 0.5, 0.65);
  const isLeft = random() < 0.5;
  return onCanvas((pen) => {
    const [width, height] = [450 * scale, 575 * scale];
    pen.drawImage(other, isLeft ? -width * 0.18 : 450 - width * 0.82, 130, width, height);
    pen.drawImage(one, isLeft ? 60 : -60, 0);
  });
}

/** One at either side, of whom the picture shows about a half. */
async function halfOut(seed: number, random: Random): Promise<Pixels> {
  const [one, other] = await pair(seed, random);
  const out = () => between(random, 170, 225);
  return onCanvas((pen) => {
    pen.drawImage(other, out(), between(random, -10, 10));
    pen.drawImage(one, -out(), between(random, -10, 10));
  });
}

/** A second person's head upside down, below the chin as on a playing card, or beside the head. */
async function playingCard(seed: number, random: Random): Promise<Pixels> {
  const [one, other] = await pair(seed, random);
  const isBelow = random() < 0.5;
  const [x, y] = isBelow
    ? [between(random, 150, 300), between(random, 470, 500)]
    : [pick([60, 390], random), between(random, 150, 220)];
  const scale = between(random, 0.5, 0.62);
  return onCanvas((pen) => {
    pen.drawImage(one, 0, 0);
    pen.translate(x, y);
    pen.rotate(Math.PI);
    pen.scale(scale, scale);
    // Down to the chin only: the shoulders would hide the first one's face.
    pen.drawImage(other, 0, 0, 450, 360, -225, -250, 450, 360);
  });
}

/** A second face upright on the shirt, nearly half as large as the first. */
async function printedShirt(seed: number, random: Random): Promise<Pixels> {
  const [one, other] = await pair(seed, random);
  const scale = between(random, 0.48, 0.62);
  return onCanvas((pen) => {
    pen.drawImage(one, 0, 0);
    pen.globalCompositeOperation = "source-atop";
    pen.translate(225 + between(random, -40, 40), 500);
    pen.scale(scale, scale);
    pen.drawImage(other, 0, 0, 450, 360, -225, -250, 450, 360);
  });
}

async function pair(seed: number, random: Random) {
  const people = [
    drawnPerson(seed, anyHeadwear(random)),
    drawnPerson(seed + 2, anyHeadwear(random)),
  ];
  const [one, other] = (await Promise.all(people)).map(canvasOf);
  if (!one || !other) throw new Error("There are not two people.");
  return [one, other] as const;
}

export type Pen = ReturnType<ReturnType<typeof createCanvas>["getContext"]>;

export function onCanvas(draw: (pen: Pen) => void): Pixels {
  const pen = createCanvas(450, 575).getContext("2d");
  draw(pen);
  return { data: Uint8Array.from(pen.getImageData(0, 0, 450, 575).data), width: 450, height: 575 };
}

/** One of a kind. @param seed even for choosing limits, odd for measuring */
export function badFace(name: string, seed: number): Promise<Pixels> {
  const kind = badFaces[name];
  if (!kind) throw new Error(`There is no kind ${name}.`);
  return kind.make(seed, randomFrom(seed * 1009 + Object.keys(badFaces).indexOf(name)));
}
