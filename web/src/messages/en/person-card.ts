import type { PersonCard } from "../id/person-card.ts";

export const en: PersonCard = {
  title: "Card now",
  loading: "Loading…",
  states: {
    drawn: "The card agrees with the record.",
    drawing: "The record changed: the card is being redrawn and appears here by itself.",
    "no-photo": "There is no valid card: the person uses no photo.",
    none: "There is no valid card at the moment.",
  },
  serial: (serial, day) => `Serial number ${serial}, issued ${day}.`,
  lastSerial: (serial, day) => `The last card had the serial number ${serial}, issued ${day}.`,
  alt: { portrait: "Card in portrait, front", landscape: "Card in landscape, front" },
  asOf: (time) => `Data as of ${time}.`,
};
