import { callIfChanged } from "../api/member-client.ts";
import { useLoad } from "../components/use-load.ts";
import { photo } from "../messages/photo.ts";
import { PhotoAsked } from "./photo-asked.tsx";

const readCard = () => callIfChanged("GET /api/me/card", undefined);

/**
 * On the page of the photo: that none can be sent now, or why a new one is wanted. Without an answer nothing stands here: the page works all
 * the same.
 */
export function OwnPhotoAsked() {
  const { data } = useLoad(readCard);
  const card = data?.body;
  if (card?.status === "ended" || card?.status === "suspended")
    return <p class="notice notice-warning">{photo.failures["card-not-active"]}</p>;
  return card?.photoAsked ? <PhotoAsked asked={card.photoAsked} withLink={false} /> : null;
}
