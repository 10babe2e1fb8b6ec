/** What the browser of a photo's owner keeps of it. */
import { tabMemory } from "../storage.ts";
import {
  findWork,
  forgetSending,
  forgetWork,
  keepEdits,
  keepPicture,
  keepSending,
} from "./kept-work.ts";
import type { PhotoMemory } from "./photo-memory.ts";
import { forgetSent, rememberSent, sentBefore } from "./sent-photo.ts";

/** A reload comes back to the studio's step. */
const stepKey = "kartu.studio";

export const ownMemory: PhotoMemory = {
  keeping: "until-logout",
  find: findWork,
  keepPicture: async (picture) => ((await keepPicture(picture)) ? "until-logout" : "refused"),
  ...{ keepEdits, keepSending, forgetSending, forgetWork },
  sent: { read: sentBefore, write: rememberSent, forget: forgetSent },
  step: {
    read: () => tabMemory.read(stepKey),
    write: (step) => tabMemory.write(stepKey, step),
    forget: () => tabMemory.forget(stepKey),
  },
};
