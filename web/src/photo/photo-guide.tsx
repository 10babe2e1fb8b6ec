import { Icon } from "../components/icon.tsx";
import { photo as text } from "../messages/photo.ts";
import { Figure } from "./figure.tsx";

/** What nobody refuses, but makes a better photo otherwise. */
const advised = [
  { words: text.advised.straight, figure: { turn: 0 } },
  { words: text.advised.wall, figure: { turn: 1, hasWall: true } },
] as const;

/** What is refused most, each beside the right one. */
const wrong = [
  { words: text.wrong.tilted, figure: { turn: 1, tilt: 14 } },
  { words: text.wrong.far, figure: { turn: 1, scale: 0.55 } },
  { words: text.wrong.dark, figure: { turn: 1, isDark: true } },
] as const;

/** The rules in words, and drawn examples of what is right and wrong. */
export function PhotoGuide() {
  return (
    <aside class="photo-guide" aria-labelledby="photo-guide-title">
      <h2 id="photo-guide-title">{text.guide}</h2>
      <ul class="examples">
        <li>
          <Figure turn={1} />
          <p class="example-right">
            <Icon name="check" /> {text.right}
          </p>
        </li>
        {advised.map(({ words, figure }) => (
          <li key={words}>
            <Figure {...figure} />
            <p class="example-advised">
              <Icon name="warning" /> {words}
            </p>
          </li>
        ))}
        {wrong.map(({ words, figure }) => (
          <li key={words}>
            <Figure {...figure} />
            <p class="example-wrong">
              <Icon name="cross" /> {words}
            </p>
          </li>
        ))}
      </ul>
      <ul>
        {text.guideRules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <p class="notice notice-info">{text.privacy}</p>
    </aside>
  );
}
