import type { OwnFields, OwnRequest } from "#shared/data-change/data-change-answers.ts";
import { call } from "../api/member-client.ts";
import { ownRequests as text } from "../messages/own-requests.ts";
import { changedIn, draftOf, keepDraft, newDraft, saveDraft } from "./request-draft.ts";

/**
 * Goes on here with a draft that was begun on another device: this device has no key of it, so that it becomes a draft of this one, and the
 * other one is thrown away once this one is kept.
 * @returns the part of the record that it is about; undefined when it is no draft @throws Refusal, NoAnswer
 */
export async function adopt(request: OwnRequest, { groups }: OwnFields) {
  const { id, state, version, content } = request;
  if (state !== "draft") return undefined;
  const about = groups.find(({ fields }) =>
    fields.some(({ field }) => content.values[field] !== undefined),
  );
  if (!about) return groups[0]?.group;
  const { group, fields } = about;
  if (draftOf(group)?.id === id) return group;
  const draft = { ...newDraft(), ...begunOf(request) };
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
    files: files.map((each, i) => ({ ...each, name: text.file(i + 1) })),
  };
}
