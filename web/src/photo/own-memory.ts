/** What the browser of a photo's owner keeps of it. */
import { page } from "../api/client.ts";
import { tabMemory } from "../storage.ts";
import type { Edits } from "../studio/edits.ts";
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

/** Until the database has them, the tab does: a page that is loaded anew at that moment ends what is on its way there. */
const editsKey = "kartu.suntingan";

async function keepSurely(edits: Edits): Promise<void> {
  const mark = JSON.stringify({ person: page.person, edits });
  tabMemory.write(editsKey, mark);
  await keepEdits(edits);
  // Others may be on their way by now.
  if (tabMemory.read(editsKey) === mark) tabMemory.forget(editsKey);
}

/** @returns this reader's edits that did not come to the database any more */
function editsOnTheWay(): Edits | undefined {
  const mark = tabMemory.read(editsKey);
  if (!mark) return undefined;
  const { person, edits }: { person?: string; edits: Edits } = JSON.parse(mark);
  return person === page.person ? edits : undefined;
}

export const ownMemory: PhotoMemory = {
  keeping: "until-logout",
  async find() {
    const work = await findWork();
    const edits = editsOnTheWay();
    if (!edits) return work;
    void keepSurely(edits);
    return { ...work, edits };
  },
  async keepPicture(picture) {
    tabMemory.forget(editsKey);
    return (await keepPicture(picture)) ? "until-logout" : "refused";
  },
  keepEdits: keepSurely,
  forgetWork() {
    tabMemory.forget(editsKey);
    return forgetWork();
  },
  ...{ keepSending, forgetSending },
  sent: { read: sentBefore, write: rememberSent, forget: forgetSent },
  step: {
    read: () => tabMemory.read(stepKey),
    write: (step) => tabMemory.write(stepKey, step),
    forget: () => tabMemory.forget(stepKey),
  },
};
