import { callIfChanged } from "../api/member-client.ts";
import { useLoad } from "../components/use-load.ts";
import { PhotoAsked } from "./photo-asked.tsx";

const readCard = () => callIfChanged("GET /api/me/card", undefined);

/** On the page of the photo: why a new one is wanted. Without an answer nothing stands here: the page works all the same. */
export function OwnPhotoAsked() {
  const { data } = useLoad(readCard);
  const asked = data?.body.photoAsked;
  return asked ? <PhotoAsked asked={asked} withLink={false} /> : null;
}
