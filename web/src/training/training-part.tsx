import { offerIn } from "./offer-in.ts";
import { OneTraining } from "./one-training.tsx";
import { OwnTrainings } from "./own-trainings.tsx";

/** «Pengembangan kompetensi» of whoever is signed in: what is offered, or the one that the address names. */
export function TrainingPart({ offer: said }: { readonly offer: string | undefined }) {
  const offer = offerIn(said);
  return offer ? <OneTraining key={offer} id={offer} /> : <OwnTrainings />;
}
