import type { OwnFields, OwnRequest } from "#shared/data-change/data-change-answers.ts";
import { call } from "../api/member-client.ts";
import { ownRequests as text } from "../messages/own-requests.ts";
import { changedIn, draftOf, keepDraft, nameOf, newDraft, saveDraft } from "./request-draft.ts";

/**
 * Goes on here with what was begun elsewhere, or has ended: it becomes a draft of this device. Another device's draft has no key here, so
 * that it is thrown away once this one is kept. What was typed here already is not lost to what was asked before.
 * @returns the part of the record that it is about; undefined when it is neither @throws Refusal, NoAnswer
 */
export async function adopt(request: OwnRequest, { groups }: OwnFields) {
  const { id, state, version, content } = request;
  const isEnded = state === "rejected" || state === "expired";
  if (state !== "draft" && !isEnded) return undefined;
  const about = groups.find(({ fields }) =>
    fields.some(({ field }) => content.values[field] !== undefined),
  );
  if (!about) return groups[0]?.group;
  const { group, fields, open } = about;
  const here = draftOf(group);
  const isBegun = here && Object.keys(changedIn(here, fields)).length > 0;
  if (here?.id === id || (isEnded && (isBegun || open))) return group;
  const draft = { ...newDraft(), ...begunOf(request) };
  if (isEnded) {
    keepDraft(group, draft);
    return group;
  }
  const savedId = await saveDraft(draft, changedIn(draft, fields));
  keepDraft(group, { ...draft, id: savedId });
  await call("POST /api/requests/mine/{id}/withdraw", { params: { id }, body: { version } });
  return group;
}

/** What a request says already, to be typed on. */
export function begunOf({ content, files }: OwnRequest) {
  return {
    values: Object.fromEntries(Object.entries(content.values)),
    note: content.note ?? "",
    files: files.map((each, i) => ({ ...each, name: nameOf(each.file) ?? text.file(i + 1) })),
  };
}
