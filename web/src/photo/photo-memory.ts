/** What a browser keeps of a photo on its way, for who comes back to it. Its owner's browser does, an office's keeps nothing. */
import type { PhotoId } from "#shared/employee/employee.ts";
import type { Edits } from "../studio/edits.ts";

/** A photo that can be sent. */
export interface MadePhoto {
  readonly file: Blob;
  /** The studio removed a background that was not plain: people are asked to look at the outline. */
  readonly cutFromBusy: boolean;
}

export interface Work {
  readonly picture?: Blob | undefined;
  readonly edits?: Edits | undefined;
  /** A photo that waits for the link, until the page knows what became of it. */
  readonly sending?: MadePhoto | undefined;
}

/** How long work stays: until the logout, because the browser refuses no longer than the page, or by intent no longer than that. */
export type Keeping = "until-logout" | "refused" | "never";

/** One value that is short. */
interface Note<Value = string> {
  readonly read: () => Value | undefined;
  readonly write: (value: Value) => void;
  readonly forget: () => void;
}

export interface PhotoMemory {
  /** What is said of it before anything was kept. */
  readonly keeping: Keeping;
  readonly find: () => Promise<Work>;
  /** A new picture, to which nothing was done yet. @returns whether it is kept */
  readonly keepPicture: (picture: Blob) => Promise<Keeping>;
  readonly keepEdits: (edits: Edits) => Promise<unknown>;
  /** It goes on being sent after a reload. */
  readonly keepSending: (photo: MadePhoto) => Promise<unknown>;
  readonly forgetSending: () => Promise<unknown>;
  readonly forgetWork: () => Promise<unknown>;
  /** The id of the photo that has arrived last and is not used yet. */
  readonly sent: Note<PhotoId>;
  /** In which of its steps the studio was left in this tab. */
  readonly step: Note;
}

const nothing = async () => {};
const noNote = { read: () => undefined, write: () => {}, forget: () => {} };

/** Of somebody else's picture nothing stays in this browser, and nothing is found. */
export const noMemory: PhotoMemory = {
  keeping: "never",
  find: async () => ({}),
  keepPicture: async () => "never",
  ...{ keepEdits: nothing, keepSending: nothing, forgetSending: nothing, forgetWork: nothing },
  ...{ sent: noNote, step: noNote },
};
