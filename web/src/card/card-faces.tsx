import { useLayoutEffect, useState } from "preact/hooks";
import type { Face } from "#shared/card/card-content.ts";
import { fileAddress } from "../api/client.ts";
import { CardImage } from "../components/card-image.tsx";
import { Icon } from "../components/icon.tsx";
import { href } from "../language.ts";
import { card as text } from "../messages/card.ts";
import type { Extras } from "./extras.ts";
import { rememberedShape, rememberShape, reserveShape, type Shape } from "./shape.ts";
import type { ComingFace } from "./use-card.ts";

type Side = "front" | "back";

interface CardFacesProps {
  readonly version: string;
  readonly early: ComingFace;
  /** What is loaded after the card itself. */
  readonly extras: Extras | undefined;
}

/**
 * The drawn card, large. Buttons flip and turn it, a touch shows it over the whole screen.
 * Long: markup, in the order of the page.
 */
export function CardFaces({ version, early, extras }: CardFacesProps) {
  const [side, setSide] = useState<Side>("front");
  const [shape, setShape] = useState<Shape>(rememberedShape);
  const [full, setFull] = useState(false);
  useLayoutEffect(() => reserveShape(shape), [shape]);
  const address = (of: Side) => addressOf(`${of}-${shape}`, version, early);
  const src = address(side);
  const alt = text.faceAlt(text[side], text[shape]);
  return (
    <>
      <div class="screen-only">
        <div class="card-frame">
          {src ? (
            <CardImage
              class="card-face"
              src={src}
              alt={alt}
              shape={shape}
              enlarge={{ label: text.enlarge, open: () => setFull(true) }}
            />
          ) : (
            extras && <extras.KeptPicture />
          )}
        </div>
        <div class="card-controls">
          <button class="button" type="button" onClick={() => setFull(true)} disabled={!src}>
            <Icon name="expand" /> {text.full}
          </button>
          <Choice
            label={text.side}
            options={["front", "back"]}
            words={text}
            chosen={side}
            choose={setSide}
          />
          <Choice
            label={text.shape}
            options={["portrait", "landscape"]}
            words={text}
            chosen={shape}
            choose={(chosen) => {
              setShape(chosen);
              rememberShape(chosen);
            }}
          />
        </div>
        {full && src && extras && (
          <extras.FullCard src={src} alt={alt} shape={shape} close={() => setFull(false)} />
        )}
      </div>
      <div class="card-controls">
        {extras && src && (
          <extras.CardMenu
            shape={shape}
            shown={side}
            images={{ front: address("front") ?? src, back: address("back") ?? src }}
          />
        )}
        <a class="button button-quiet screen-only" href={href("/foto")}>
          <Icon name="camera" /> {text.changePhoto}
        </a>
      </div>
    </>
  );
}

/** @returns undefined while the early script's request for the face runs, so that it is not requested twice */
function addressOf(face: Face, version: string, early: ComingFace): string | undefined {
  if (early === "coming") return undefined;
  return early?.face === face && early.version === `"${version}"`
    ? early.address
    : fileAddress("GET /api/me/card/faces/{face}", { params: { face }, query: { v: version } });
}

function Choice<Option extends string>(props: {
  label: string;
  options: readonly Option[];
  words: Readonly<Record<Option, string>>;
  chosen: Option;
  choose: (option: Option) => void;
}) {
  return (
    <fieldset class="choice">
      <legend class="visually-hidden">{props.label}</legend>
      {props.options.map((option) => (
        <button
          key={option}
          type="button"
          aria-pressed={option === props.chosen}
          onClick={() => props.choose(option)}
        >
          {props.words[option]}
        </button>
      ))}
    </fieldset>
  );
}
