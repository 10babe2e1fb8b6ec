import { CardMenu } from "./card-menu.tsx";
import { CardWords } from "./card-words.tsx";
import { FullCard } from "./full-card.tsx";
import { PhotoAsked } from "./photo-asked.tsx";

/** What the page of the card needs once the card is there, in one file: on a weak link each file waits for its own answer. */
export const extras = { CardMenu, CardWords, FullCard, PhotoAsked };
