import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { Refusal } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { draftOf, keepDraft } from "./request-draft.ts";

type Find = (id: OwnRequest["id"]) => Promise<Pick<OwnRequest, "state">>;

const findOwn: Find = (id) => call("GET /api/requests/mine/{id}", { params: { id } });

/**
 * A draft of this device that is none at the service any more, because another device sent it, went on with it or threw it away: its form says
 * so when it opens, and not only once something more is typed or sent. Without an answer it stays as it was.
 */
export async function noticeGone(slot: string, find = findOwn): Promise<void> {
  const draft = draftOf(slot);
  if (!draft?.id || draft.isElsewhere || (await isDraft(draft.id, find))) return;
  keepDraft(slot, { ...draft, isElsewhere: true });
}

async function isDraft(id: OwnRequest["id"], find: Find): Promise<boolean> {
  try {
    return (await find(id)).state === "draft";
  } catch (error) {
    return !(error instanceof Refusal && error.problem.status === 404);
  }
}
