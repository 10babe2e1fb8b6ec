import { useEffect, useState } from "preact/hooks";
import type { PrintedText } from "#shared/card/card-answer.ts";
import { call } from "../api/member-client.ts";
import { photo as photoText } from "../messages/photo.ts";
import { studio as text } from "../messages/studio.ts";

/** Where things stand on each shape of the card, in its own pixels. */
const shapes = {
  portrait: {
    width: 638,
    height: 1011,
    photo: [134, 150, 370, 473],
    words: [44, 700],
    letters: 22,
  },
  landscape: {
    width: 1011,
    height: 638,
    photo: [40, 130, 370, 473],
    words: [440, 250],
    letters: 22,
  },
} as const;

/** The photo on a plain sketch of the card in both shapes, before anything is sent; the real card is drawn by the service. */
export function CardSketch({ address }: { address: string | undefined }) {
  const words = useOwnWords();
  return (
    <>
      <h3>{text.sketch}</h3>
      <p class="hint">{text.sketchHint}</p>
      <div class="previews" data-kind={words?.kind}>
        {(["portrait", "landscape"] as const).map((shape) => (
          <Sketch key={shape} {...{ shape, address, words }} />
        ))}
      </div>
    </>
  );
}

interface SketchProps {
  readonly shape: keyof typeof shapes;
  readonly address: string | undefined;
  readonly words: PrintedText | undefined;
}

function Sketch({ shape, address, words }: SketchProps) {
  const { width, height, photo, words: place, letters } = shapes[shape];
  const [x, y, wide, high] = photo;
  const lines = words ? [...linesOf(words.name, letters), words.nip] : [];
  return (
    <svg
      class={`sketch sketch-${shape}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={photoText.previewAlt(photoText[shape])}
    >
      <defs>
        <linearGradient id={`ground-${shape}`} x2="1" y2="1">
          <stop class="sketch-from" />
          <stop class="sketch-to" offset="1" />
        </linearGradient>
      </defs>
      <rect width={width} height={height} rx="36" fill={`url(#ground-${shape})`} />
      <text x="44" y="84" font-size="40">
        {text.sketchTitle(words?.kind ?? "")}
      </text>
      {address && <image href={address} x={x} y={y} width={wide} height={high} />}
      {lines.map((line, at) => (
        <text
          key={line}
          x={place[0]}
          y={place[1] + at * 52}
          font-size="38"
          // One word may be longer than its line.
          {...(line.length > letters && {
            textLength: width - place[0] - 44,
            lengthAdjust: "spacingAndGlyphs",
          })}
        >
          {line}
        </text>
      ))}
    </svg>
  );
}

/** Words in lines of at most so many letters; an SVG breaks none by itself. */
function linesOf(words: string, letters: number): string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The holder's own; without an answer the sketch has none. */
function useOwnWords(): PrintedText | undefined {
  const [words, setWords] = useState<PrintedText>();
  useEffect(() => {
    call("GET /api/me/card").then(
      (card) => setWords(card.text),
      () => {},
    );
  }, []);
  return words;
}
