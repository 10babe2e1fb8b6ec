/** From where something was done. */
export const id = {
  browserOn: (browser: string, system: string) => `${browser} di ${system}`,
  unknownBrowser: "Peramban lain",
};

export type OriginTexts = typeof id;
