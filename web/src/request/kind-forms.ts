/** The forms of all kinds of requests: another kind is another entry, and changes no other file of the steps. */
import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { NoAnswer } from "../api/client.ts";
import type { KindParts } from "./form-part.ts";
import {
  attendanceWord,
  claimWord,
  leaveWord,
  letterWord,
  photoWord,
  reportWord,
} from "./form-words.ts";

type Kind = OwnRequest["kind"];

const loads: Readonly<Record<Kind, () => Promise<KindParts>>> = {
  "data-change": () => import("./change-parts.tsx").then((part) => part.changeParts),
  // It comes from a form without a login, and is answered to no question.
  contact: async () => ({ named: () => undefined, about: () => undefined }),
  "new-photo": () => import("./photo-parts.tsx").then((part) => part.photoParts),
  leave: () => import("../leave/leave-parts.tsx").then(({ leaveParts }) => leaveParts()),
  attendance: () => import("../attendance/ask-parts.tsx").then(({ askParts }) => askParts()),
  letter: () => import("./letter-parts.tsx").then((part) => part.letterParts),
  "training-claim": () => import("../training/claim-parts.tsx").then((part) => part.claimParts),
  "wrong-data": () => import("./report-parts.tsx").then((part) => part.reportParts),
};

/** Brought only to who needs it. @throws NoAnswer when it does not arrive */
export async function partsOf(kind: Kind): Promise<KindParts> {
  try {
    return await loads[kind]();
  } catch {
    throw new NoAnswer();
  }
}

/** Each word that is not said here is a part of the record. */
const words: Readonly<Record<string, Kind | undefined>> = {
  [photoWord]: "new-photo",
  [reportWord]: "wrong-data",
  [leaveWord]: "leave",
  [attendanceWord]: "attendance",
  [letterWord]: "letter",
  [claimWord]: "training-claim",
};

export function kindOfWord(word: string): Kind {
  return words[word] ?? "data-change";
}
