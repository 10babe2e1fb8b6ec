import { useEffect, useRef, useState } from "preact/hooks";
import { CardImage } from "../components/card-image.tsx";
import { Turns } from "./turns.ts";

/** Each face is drawn when it is asked for, by a function that runs eight times at once at most. */
const turns = new Turns(4);
/** Before a face is scrolled to, in pixels. */
const near = 600;

interface SpecimenFaceProps {
  readonly src: string;
  readonly alt: string;
  readonly shape: "landscape" | "portrait";
}

/** A face that is asked for once it is nearly in sight and its turn has come; its place is kept from the beginning. */
export function SpecimenFace(face: SpecimenFaceProps) {
  const place = useRef<HTMLDivElement>(null);
  const endTurn = useRef<() => void>(() => undefined);
  const [isAsked, setIsAsked] = useState(false);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        endTurn.current = turns.take(() => setIsAsked(true));
      },
      { rootMargin: `${near}px` },
    );
    if (place.current) observer.observe(place.current);
    return () => {
      observer.disconnect();
      endTurn.current();
    };
  }, []);
  const end = () => endTurn.current();
  return (
    <div
      ref={place}
      class={`specimen-face specimen-face-${face.shape}`}
      onLoadCapture={end}
      onErrorCapture={end}
    >
      {isAsked && <CardImage {...face} />}
    </div>
  );
}
