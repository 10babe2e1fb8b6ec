import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { Employees } from "#shared/employee/employees.ts";
import { confirmedPhoto } from "#shared/photo/photo-digest.ts";
import type { PhotoFiles } from "#shared/photo/photo-files.ts";
import { type Clock, jakartaDay } from "#shared/runtime/clock.ts";
import { canHoldCard } from "./can-hold-card.ts";
import type { Cards, CardTokens, CheckCodes } from "./card.ts";
import { type CardContent, contentOf, type ShortenedText } from "./card-content.ts";
import { qrText, tokenHash } from "./card-token.ts";
import { contentHash } from "./content-hash.ts";
import type { CardDocument, Drawings, FaceImages } from "./drawn-card.ts";

export interface IssueCard {
  readonly employees: Pick<Employees, "find">;
  readonly photos: Pick<PhotoFiles, "read">;
  readonly cards: Pick<Cards, "issue" | "addToken" | "point">;
  readonly drawings: Pick<Drawings, "has" | "put">;
  readonly tokens: Pick<CardTokens, "token">;
  readonly checkCodes: Pick<CheckCodes, "code">;
  readonly draw: (content: CardContent, photo: Buffer) => Promise<readonly FaceImages[]>;
  readonly drawDocuments: (content: CardContent, photo: Buffer) => Promise<readonly CardDocument[]>;
  /** The texts of the record that a drawing has no room for. */
  readonly shortened: (content: CardContent) => readonly ShortenedText[];
  readonly templateVersion: string;
  readonly siteUrl: string;
  readonly clock: Clock;
}

/** "unchanged": it was drawn before · "none": the record may have no card, or has no photo. */
export type Outcome = "drawn" | "unchanged" | "none";

/**
 * Makes the holder's card that of the newest record. It may run any number of times, in any order and for old events, because
 * it reads the record itself, stores objects under keys of their content, and moves the pointer last and only forward.
 */
export async function issueCard(dependencies: IssueCard, employeeId: EmployeeId): Promise<Outcome> {
  const { employees, cards, clock, templateVersion } = dependencies;
  const employee = await employees.find(employeeId);
  if (!employee || !canHoldCard(employee, clock.now())) return "none";
  const issue = await cards.issue(employeeId, seriesOf(employee), jakartaDay(clock.now()));
  const drawing = { employeeId, contentHash: contentHash(employee), templateVersion };
  const [token, checkCode] = await Promise.all([
    dependencies.tokens.token(drawing.contentHash),
    dependencies.checkCodes.code({ ...issue, contentHash: drawing.contentHash }),
  ]);
  const { siteUrl } = dependencies;
  const printed = { ...issue, checkCode };
  const content = contentOf(employee, printed, qrText(siteUrl, token), siteUrl);
  const known = await dependencies.drawings.has(drawing);
  if (!known) {
    const photo = await dependencies.photos.read(confirmedPhoto(employee));
    const faces = await dependencies.draw(content, photo);
    const documents = await dependencies.drawDocuments(content, photo);
    await dependencies.drawings.put(drawing, faces, documents);
  }
  await cards.addToken(tokenHash(token), {
    ...issue,
    employeeId,
    contentHash: drawing.contentHash,
  });
  const shortened = dependencies.shortened(content);
  await cards.point(employeeId, {
    ...drawing,
    checkCode,
    shortened,
    revision: employee.revision,
  });
  return known ? "unchanged" : "drawn";
}

/** A for PNS and B for PPPK is our reading of SE BKN 16/2022; the year is that of the appointment. */
function seriesOf({ kind, tmt }: Employee): string {
  return `${kind === "PNS" ? "A" : "B"}${tmt.slice(0, 4)}`;
}
