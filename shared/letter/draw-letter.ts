/** A letter as a file: a draft is marked as one, what was signed has its QR. It is drawn each time; the same letter has the same bytes. */
import type { Officer } from "#shared/access/scope.ts";
import { zoneOf } from "#shared/agency/agency.ts";
import { wholeAgencyOf } from "#shared/agency/ask-agency-change.ts";
import { type IssueDocument, issueDocument } from "#shared/document/issue-document.ts";
import { signatureLine } from "#shared/post/signature-block.ts";
import type { Limit, RateLimits } from "#shared/rate-limit/rate-limits.ts";
import { Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import { dayIn, midnightIn } from "#shared/runtime/zone.ts";
import { paperOf } from "./end-letter.ts";
import type { Letter, LetterFace } from "./letter.ts";
import type { LetterKind } from "./letter-kinds.ts";
import type { DrawnLetter } from "./letter-page.ts";
import { letterFileName } from "./letter-typesetter.ts";
import { faceOf, letterWorld, type ReadLetterWorld } from "./letter-world.ts";
import { sampleLetter } from "./sample-letter.ts";

export interface DrawLetters extends ReadLetterWorld, IssueDocument {
  readonly limits: Pick<RateLimits, "count">;
  readonly drawLetter: (letter: DrawnLetter) => Promise<Buffer>;
}

/** A letter is a drawing, and the first one of a signed letter is a write. */
const perPerson: Limit = { name: "letter", max: 120, windowSeconds: 3600 };

export interface LetterFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * @param readerId who is counted
 * @throws Conflict `document-revoked` of one that was withdrawn; InvalidInput when nobody could sign it now; TooManyAttempts
 */
export async function drawLetter(
  api: DrawLetters,
  letter: Letter,
  readerId: string,
): Promise<LetterFile> {
  await api.limits.count(perPerson, readerId, api.clock.now());
  if (letter.state === "withdrawn") throw new Conflict("document-revoked");
  const { words } = letter;
  const world = letter.face ? undefined : await letterWorld(api, letter);
  const face = letter.face ?? (world && faceOf(letter, world));
  if (!face) throw new InvalidInput({ field: "post", code: "nobody-acts" });
  const drawn = { words, face };
  if (!letter.face) return file(drawn, await api.drawLetter(drawn));
  const { address, qrText } = await register(api, letter, face);
  return file(drawn, await api.drawLetter({ ...drawn, check: { address, qrText } }));
}

/**
 * How the agency's letters of a kind look, of invented people with long names.
 * @throws InvalidInput when the agency has not said how it writes letters; TooManyAttempts; NotFound for who reaches only units of it
 */
export async function drawSample(
  { profiles, agencies, clock, limits, drawLetter }: DrawLetters,
  { by, kind }: { readonly by: Officer; readonly kind: LetterKind },
): Promise<LetterFile> {
  const instansiId = wholeAgencyOf(by);
  await limits.count(perPerson, by.employeeId, clock.now());
  const [agency, profile] = await Promise.all([
    agencies.find(instansiId),
    profiles.find(instansiId),
  ]);
  if (!profile) throw new InvalidInput({ field: "profile", code: "required" });
  const day = dayIn(zoneOf(agency), clock.now());
  const drawn = sampleLetter(kind, { agency, profile, day });
  return file(drawn, await drawLetter(drawn));
}

/** Known to its QR before it is drawn. It is no person's paper, but the agency's: it stays when somebody's data are erased. */
async function register(api: DrawLetters, letter: Letter, face: LetterFace) {
  const { id, words, number, steps } = letter;
  const { signer, kop } = face;
  const signedAt = steps.find(({ to }) => to === "signed")?.at;
  const issuedAt =
    number?.day === undefined ? signedAt : await beginningOf(api, letter, number.day);
  return await issueDocument(api, {
    ...{ ...paperOf(words.kind, letter), number: face.number, subject: words.hal },
    ...{ signer: `${signatureLine(signer.lines)} · ${kop.sender}`, personId: id },
    ...(issuedAt !== undefined && { issuedAt }),
    content: { words, face },
  });
}

/** Of a letter of an earlier day. */
async function beginningOf({ agencies }: DrawLetters, { instansiId }: Letter, day: string) {
  return midnightIn(zoneOf(await agencies.find(instansiId)), day).toISOString();
}

function file(drawn: DrawnLetter, bytes: Buffer): LetterFile {
  return { name: letterFileName(drawn), bytes };
}
