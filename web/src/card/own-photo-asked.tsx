import { useEffect } from "preact/hooks";
import { callIfChanged } from "../api/member-client.ts";
import { useLoad } from "../components/use-load.ts";
import { photo } from "../messages/photo.ts";
import { PhotoAsked } from "./photo-asked.tsx";

const readCard = () => callIfChanged("GET /api/me/card", undefined);

interface OwnPhotoAskedProps {
  /** Called once it is known whether people want a new photo; without an answer nobody is said to want one. */
  readonly onKnown: (isAsked: boolean) => void;
}

/**
 * The first thing on the page of the photo: that none can be sent now, or why a new one is wanted. Without an answer nothing stands here: the
 * page works all the same.
 */
export function OwnPhotoAsked({ onKnown }: OwnPhotoAskedProps) {
  const { data, failure } = useLoad(readCard);
  const card = data?.body;
  const isAsked = card?.photoAsked !== undefined;
  useEffect(() => {
    if (data || failure) onKnown(isAsked);
  }, [data, failure]);
  if (card?.status === "ended" || card?.status === "suspended")
    return <p class="notice notice-warning">{photo.failures["card-not-active"]}</p>;
  return card?.photoAsked ? <PhotoAsked asked={card.photoAsked} /> : null;
}
