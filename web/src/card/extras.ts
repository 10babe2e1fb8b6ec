import { KeptPicture } from "../offline/kept-picture.tsx";
import { BelowCard } from "./below-card.tsx";
import { CardMenu } from "./card-menu.tsx";

import { FullCard } from "./full-card.tsx";
import { PhotoAsked } from "./photo-asked.tsx";

/** What the page of the card needs once the card is there, in one file: on a weak link each file waits for its own answer. */
export const extras = { BelowCard, CardMenu, FullCard, KeptPicture, PhotoAsked };

export type Extras = Pick<typeof extras, "CardMenu" | "FullCard" | "KeptPicture">;
