import { useEffect, useState } from "preact/hooks";
import { cardOffline as text } from "../messages/card-offline.ts";
import { facesIn, findCard, findFace } from "./kept-card.ts";

/** The last card of this device, while the newest is on its way. Whoever signs in finds nobody else's (pages/code.tsx). */
export function KeptPicture() {
  const [kept, setKept] = useState<Kept>();
  useEffect(() => {
    let address: string | undefined;
    let isWanted = true;
    find().then(
      (found) => {
        address = found?.address;
        if (isWanted) setKept(found);
        else forget(address);
      },
      // A browser that keeps nothing.
      () => {},
    );
    return () => {
      isWanted = false;
      forget(address);
    };
  }, []);
  if (!kept) return null;
  return (
    <>
      <img class="card-tap kept-face" src={kept.address} alt={kept.said} />
      <p class="hint">{kept.said}</p>
    </>
  );
}

interface Kept {
  readonly address: string;
  /** That it is the last one, and of when. */
  readonly said: string;
}

/** In the shape of the card's place (card/shape.ts). */
async function find(): Promise<Kept | undefined> {
  const shape = document.documentElement.dataset.shape === "landscape" ? "landscape" : "portrait";
  const card = await findCard();
  const [front] = facesIn(shape);
  const image = card && front && (await findFace(front));
  if (!image) return undefined;
  return { address: URL.createObjectURL(image), said: text.asOf(card.asOfText) };
}

function forget(address: string | undefined): void {
  if (address) URL.revokeObjectURL(address);
}
