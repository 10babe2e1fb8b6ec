/** In which of its steps the studio was left in this tab: a reload comes back to it. Begun anew, it is forgotten. */
import { tabMemory } from "../storage.ts";

const key = "kartu.studio";

export const leftStep = {
  read: () => tabMemory.read(key),
  write: (step: string) => tabMemory.write(key, step),
  forget: () => tabMemory.forget(key),
};
