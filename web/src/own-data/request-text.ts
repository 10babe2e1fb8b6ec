/** A request, and a change of a record, as a line of the file with all data of a person. */
import type { OwnDataAnswer } from "#shared/own-data/own-data-answer.ts";
import { correctionText } from "../attendance/correction-text.ts";
import { leaveText } from "../leave/leave-text.ts";
import { letterWords } from "../messages/letter-words.ts";
import { ownDataFile } from "../messages/own-data-file.ts";
import { requestKinds } from "../messages/request-kinds.ts";
import { stateText } from "../messages/requests.ts";
import { suspectCards } from "../messages/suspect-cards.ts";
import { fieldName, valueText } from "../officer/value-text.ts";

const fieldNames: Readonly<Record<string, string>> = ownDataFile.photoFields;
type Held = OwnDataAnswer["requests"]["items"][number];

export function requestText(request: Held): string {
  const { number, content } = request;
  const note = "note" in content ? content.note : undefined;
  return [`${number}: ${stateText(request)}`, ...contentTexts(request), note]
    .filter(Boolean)
    .join("; ");
}

/** What it asks, by its kind. */
function contentTexts({ kind, content }: Held): string[] {
  if (kind === "new-photo") return [requestKinds.photo.whys[content.why]];
  if (kind === "suspect-card") return [suspectCards.causes[content.cause]];
  if (kind === "wrong-data")
    return [changeText({ field: content.field, from: content.stood, to: content.right })];
  if (kind === "attendance") return [correctionText(content)];
  if (kind === "letter") return [letterWords.kinds[content.letter], content.purpose];
  if (kind === "leave") return [leaveText(content), content.words, content.address, content.phone];
  if (kind === "training-claim") {
    const { name, organiser, number, from, until, jp } = content;
    return [name, organiser, number, `${from} – ${until}`, `${jp} JP`];
  }
  return Object.entries(content.values).map(([field, to]) => {
    const from = Object.entries(content.old).find(([key]) => key === field)?.[1];
    return changeText({ field, ...(from !== undefined && { from }), to });
  });
}

export function changeText({
  field,
  from,
  to,
}: OwnDataAnswer["changes"]["items"][number]["changes"][number]) {
  const name = fieldNames[field] ?? fieldName(field);
  return `${name}: ${valueText(field, from)} → ${valueText(field, to)}`;
}
