import { useEffect, useRef, useState } from "preact/hooks";
import { card } from "../messages/card.ts";
import { common } from "../messages/common.ts";

interface CardImageProps {
  readonly src: string;
  readonly alt: string;
  readonly shape: "landscape" | "portrait";
  readonly class?: string;
  /** What a touch on it does, and how that is called. */
  readonly enlarge?: { readonly label: string; readonly open: () => void };
}

/** A face of a card. If it does not arrive, a notice says so, and it is requested again: automatically, or by a button. */
export function CardImage({ src, alt, shape, enlarge, ...looks }: CardImageProps) {
  const place = useRef<HTMLDivElement>(null);
  const [lost, setLost] = useState<string>();
  const isLost = lost === src;
  const askNow = useRetries(isLost ? src : undefined, () => {
    // The button that had the focus disappears with the notice.
    if (place.current?.contains(document.activeElement)) place.current.focus();
    setLost(undefined);
  });
  const image = (
    <img
      {...looks}
      src={src}
      alt={alt}
      width={shape === "landscape" ? 1011 : 638}
      height={shape === "landscape" ? 638 : 1011}
      onError={() => setLost(src)}
    />
  );
  return (
    <div ref={place} tabIndex={-1}>
      {isLost ? (
        <div class="notice notice-warning" role="alert">
          <p>{card.imageLost}</p>
          <button class="button button-quiet" type="button" onClick={askNow}>
            {common.retry}
          </button>
        </div>
      ) : enlarge ? (
        <button class="card-tap" type="button" onClick={enlarge.open}>
          {image}
          <span class="visually-hidden">{enlarge.label}</span>
        </button>
      ) : (
        image
      )}
    </div>
  );
}

const firstPauseMs = 2_000;
const longestPauseMs = 60_000;

/**
 * Requests an image ever more seldom until it arrives, and at once when the device is online again.
 * @param src undefined while there is nothing to ask for
 * @returns asks now
 */
function useRetries(src: string | undefined, onArrival: () => void): () => void {
  const ask = useRef<() => void>(() => {});
  useEffect(() => {
    if (!src) return;
    let pauseMs = firstPauseMs;
    let probe = new Image();
    const askSoon = () => setTimeout(() => ask.current(), pauseMs);
    let timer = askSoon();
    const stop = () => {
      clearTimeout(timer);
      probe.onload = null;
      probe.onerror = null;
    };
    ask.current = () => {
      stop();
      probe = new Image();
      probe.onload = onArrival;
      probe.onerror = () => {
        pauseMs = Math.min(2 * pauseMs, longestPauseMs);
        timer = askSoon();
      };
      probe.src = src;
    };
    const { current: now } = ask;
    addEventListener("online", now);
    return () => {
      stop();
      removeEventListener("online", now);
    };
  }, [src]);
  return () => ask.current();
}
