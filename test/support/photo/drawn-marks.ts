/** What some drawn people have of their own: straight long hair, and places of the skin in another colour. */
import { between, type Random } from "./random.ts";

export type Mark = "vitiligo" | "birthmark";

/** Straight hair, behind the face and before the shoulders, of which it hides the neck. @param a half of the face's width */
function longHair(hair: string, a: number, own: Random): string {
  const [top, low] = [a + between(own, 16, 26), a + between(own, 18, 36)];
  const [end, dip] = [between(own, 425, 465), between(own, 20, 70)];
  return `<path d="M${225 - top} 214 Q${225 - top - 4} 100 225 98 Q${225 + top + 4} 100 ${225 + top} 214 L${225 + low} ${end} Q225 ${end + dip} ${225 - low} ${end}Z" fill="${hair}"/>`;
}

/** On one cheek, and with vitiligo on chin and forehead, too. */
function skinMark(mark: Mark | undefined, own: Random): string {
  if (!mark) return "";
  const cheek = between(own, -3, 3);
  const [wide, high] = [between(own, 0.9, 1.1), between(own, 0.9, 1.1)];
  const isRight = own() < 0.5;
  const place = (inside: string) =>
    `<g transform="translate(${isRight ? 450 : 0} 0) scale(${isRight ? -1 : 1} 1)">${inside}</g>`;
  const onCheek = (path: string, fill: string) =>
    `<g transform="translate(${184 + cheek} ${275 + cheek}) scale(${wide} ${high})"><path d="${path}" ${fill}/></g>`;
  if (mark === "birthmark")
    return place(
      onCheek(
        "M-18 -17 q26 -8 38 10 q-2 26 -26 26 q-18 -10 -12 -36Z",
        'fill="#7a2030" fill-opacity=".6"',
      ),
    );
  return place(
    `${onCheek("M-17 -13 q18 -14 36 4 q2 26 -20 24 q-20 -8 -16 -28Z", 'fill="#f3ddcb"')}<g fill="#f3ddcb"><path d="M240 335 q18 -12 32 -4 q-6 18 -24 16Z"/><path d="M206 178 q28 -14 50 2 q-16 14 -50 -2Z"/></g>`,
  );
}

/** Who is drawn: hair to the shoulders only where hair is seen. */
interface Whose {
  readonly wears: string;
  readonly hair: string;
  readonly halfFace: number;
}

/** Long hair and marks of the skin, as SVG; nothing of what is not shown. */
export function ownLooks(
  shown: { readonly hair?: "long"; readonly mark?: Mark },
  { wears, hair, halfFace }: Whose,
  random: Random,
): { readonly long: string; readonly mark: string } {
  const isLong = shown.hair === "long" && ["hair", "curls", "glasses"].includes(wears);
  const long = isLong ? longHair(hair, halfFace, random) : "";
  return { long, mark: skinMark(shown.mark, random) };
}
