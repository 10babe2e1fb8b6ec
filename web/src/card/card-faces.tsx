import { useRef, useState } from "preact/hooks";
import type { Face } from "#shared/http/contract.ts";
import { faceAddress, pdfAddress } from "../api/holder-api.ts";
import { CardImage } from "../components/card-image.tsx";
import { Icon } from "../components/icon.tsx";
import { card as text } from "../messages/card.ts";

type Side = "front" | "back";
type Shape = "landscape" | "portrait";

/** The drawn card: flipped and turned by buttons, downloaded, printed at its true size. */
export function CardFaces({ version }: { version: string }) {
  const [side, setSide] = useState<Side>("front");
  const [shape, setShape] = useState<Shape>("landscape");
  const address = (of: Side) => faceAddress(`${of}-${shape}` satisfies Face, version);
  return (
    <>
      <div class="screen-only">
        <div class="card-choices">
          <Choice
            label={text.side}
            options={{ front: text.front, back: text.back }}
            chosen={side}
            choose={setSide}
          />
          <Choice
            label={text.shape}
            options={{ landscape: text.landscape, portrait: text.portrait }}
            chosen={shape}
            choose={setShape}
          />
        </div>
        <CardImage
          class={`card-face card-face-${shape}`}
          src={address(side)}
          alt={text.faceAlt(text[side], text[shape])}
          shape={shape}
        />
      </div>
      <CardActions shape={shape} shown={side} address={address} />
    </>
  );
}

function Choice<Option extends string>(props: {
  label: string;
  options: Readonly<Record<Option, string>>;
  chosen: Option;
  choose: (option: Option) => void;
}) {
  const options = Object.entries(props.options) as [Option, string][];
  return (
    <fieldset class="choice" aria-label={props.label}>
      {options.map(([option, label]) => (
        <button
          key={option}
          type="button"
          aria-pressed={option === props.chosen}
          onClick={() => props.choose(option)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}

function CardActions(props: { shape: Shape; shown: Side; address: (side: Side) => string }) {
  const { shape, shown, address } = props;
  const pages = useRef<HTMLDivElement>(null);
  const [both, setBoth] = useState(false);
  const print = async () => {
    setBoth(true);
    // The images of both sides are in the page only after this; printing waits for them.
    await new Promise(requestAnimationFrame);
    const images = [...(pages.current?.querySelectorAll("img") ?? [])];
    await Promise.allSettled(images.map((image) => image.decode()));
    globalThis.print();
  };
  const printed: readonly Side[] = both ? ["front", "back"] : [shown];
  return (
    <>
      <div class="button-row card-actions screen-only">
        <a class="button" href={`${address("front")}&download=1`} download="">
          <Icon name="download" /> {text.downloadFront}
        </a>
        <a class="button" href={`${address("back")}&download=1`} download="">
          <Icon name="download" /> {text.downloadBack}
        </a>
        <a class="button button-quiet" href={pdfAddress(shape, "card")} download="">
          <Icon name="download" /> {text.downloadPdf}
        </a>
        <a class="button button-quiet" href={pdfAddress(shape, "a4")} download="">
          <Icon name="download" /> {text.downloadA4}
        </a>
        <button class="button button-quiet" type="button" onClick={print}>
          <Icon name="print" /> {text.print}
        </button>
        <span class="hint">{text.printHint}</span>
      </div>
      <div ref={pages} aria-hidden="true">
        {printed.map((side) => (
          <img key={side} class={`print-card print-card-${shape}`} src={address(side)} alt="" />
        ))}
      </div>
    </>
  );
}
