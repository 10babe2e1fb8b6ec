import { useEffect, useRef, useState } from "preact/hooks";
import { fileAddress } from "../api/client.ts";
import { DownloadFailure } from "../components/download-failure.tsx";
import { Icon } from "../components/icon.tsx";
import { useDownload } from "../components/use-download.ts";
import { cardWords as text } from "../messages/card-words.ts";
import type { Shape } from "./shape.ts";

interface CardMenuProps {
  readonly shape: Shape;
  /** Addresses of both sides' images, the shown one first when it alone is printed. */
  readonly images: { readonly front: string; readonly back: string };
  readonly shown: "front" | "back";
}

/**
 * All ways to download and print the card, in one menu, because showing it is the main purpose.
 * Long: markup, in the order of the page.
 */
export function CardMenu({ shape, images, shown }: CardMenuProps) {
  const { failure, start } = useDownload();
  const pages = useRef<HTMLDivElement>(null);
  const [both, setBoth] = useState(false);
  const [printFailed, setPrintFailed] = useState(false);

  // Only the card is printed, also from the browser's own menu.
  useEffect(() => {
    document.body.classList.add("prints-card");
    return () => document.body.classList.remove("prints-card");
  }, []);

  const print = async () => {
    setBoth(true);
    // Only now the images of both sides are added to the page; printing waits for them.
    await new Promise(requestAnimationFrame);
    const waited = [...(pages.current?.querySelectorAll("img") ?? [])];
    const decoded = await Promise.allSettled(waited.map((image) => image.decode()));
    const failed = decoded.some(({ status }) => status === "rejected");
    setPrintFailed(failed);
    if (!failed) globalThis.print();
  };

  const files: readonly (readonly [string, string])[] = [
    [pngAddress("front", shape), text.downloadFront],
    [pngAddress("back", shape), text.downloadBack],
    [pdfAddress(shape, "card"), text.downloadPdf],
    [pdfAddress(shape, "a4"), text.downloadA4],
  ];
  return (
    <>
      <details class="menu screen-only">
        <summary class="button button-quiet">
          <Icon name="download" /> {text.take}
        </summary>
        <ul>
          {files.map(([address, label]) => (
            <li key={label}>
              <a href={address} onClick={start}>
                <Icon name="download" /> {label}
              </a>
            </li>
          ))}
          <li>
            <button class="link-button" type="button" onClick={print}>
              <Icon name="print" /> {text.print}
            </button>
            <span class="hint">{text.printHint}</span>
          </li>
        </ul>
        <DownloadFailure failure={failure} />
        {printFailed && (
          <p class="notice notice-warning" role="alert">
            {text.notPrinted}
          </p>
        )}
      </details>
      <div ref={pages} class="print-cards" aria-hidden="true">
        {(both ? (["front", "back"] as const) : [shown]).map((side) => (
          <img key={side} class={`print-card print-card-${shape}`} src={images[side]} alt="" />
        ))}
      </div>
    </>
  );
}

/** Of a face at full size. */
const pngAddress = (side: "front" | "back", shape: Shape) =>
  fileAddress("GET /api/me/card/faces/{face}", {
    params: { face: `${side}-${shape}` },
    query: { download: "1" },
  });
/** @param sheet "a4" for both faces on one page; else two pages of the card's size */
const pdfAddress = (shape: Shape, sheet: "card" | "a4") =>
  fileAddress("GET /api/me/card/pdf", { query: { shape, sheet } });
