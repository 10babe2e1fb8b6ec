import type { OwnFields, OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { call } from "../api/member-client.ts";
import { partsOf } from "./kind-forms.ts";
import {
  type Draft,
  draftAgain,
  draftOf,
  keepDraft,
  namedFiles,
  newDraft,
  saveDraft,
  setAside,
} from "./request-draft.ts";

/**
 * Goes on here with what was begun elsewhere, or has ended: it becomes a draft of this device. Another device's draft has no key here, so
 * that it is thrown away once this one is kept. What was typed here already is not lost to what was asked before, and becomes a draft of its own
 * where it stood in the place of another one.
 * @returns the word of the form that goes on with it; undefined when it is neither @throws Refusal, NoAnswer
 */
export async function adopt(request: OwnRequest, fields: OwnFields): Promise<string | undefined> {
  const { id, state, version } = request;
  const isEnded = state === "rejected" || state === "expired";
  if (state !== "draft" && !isEnded) return undefined;
  const parts = await partsOf(request.kind);
  const about = parts.about(request, fields);
  if (!about) return "";
  const { part, typed } = about;
  const { slot, open } = part;
  const here = draftOf(slot);
  const typedHere = here && part.askedOf(here);
  if (here?.id === id || (isEnded && (typedHere || open))) return slot;
  if (here?.isUnsaved && typedHere) await setAside(here, typedHere);
  if (isEnded) {
    keepDraft(slot, draftAgain(request, typed));
    return slot;
  }
  const draft: Draft = { ...newDraft(), ...typed, files: namedFiles(request) };
  const asked = part.askedOf(draft);
  if (!asked) {
    keepDraft(slot, draft);
    return slot;
  }
  const savedId = await saveDraft(draft, asked);
  keepDraft(slot, { ...draft, id: savedId });
  await call("POST /api/requests/mine/{id}/withdraw", { params: { id }, body: { version } });
  return slot;
}
