/** Where everything of a letter stands on its pages of A4. Letters of Indonesian offices are in Indonesian. */
import { addKop, block, narrow } from "#shared/document/letter-parts.ts";
import { groupNip } from "#shared/employee/nip.ts";
import { A4Column, a4Pixels, full, inks, styles } from "#shared/render/a4-column.ts";
import type { Measure } from "#shared/render/fit-text.ts";
import type { EmblemMark, Mark, StampMark } from "#shared/render/mark.ts";
import { qrOf } from "#shared/render/qr.ts";
import { type ExactBlock, steps } from "#shared/render/text-block.ts";
import { longDay } from "#shared/runtime/long-day.ts";
import type { LetterFace, LetterWords } from "./letter.ts";
import { addAnnex, addBody, addCopies, hasAnnex } from "./letter-body.ts";
import { letterKindRules } from "./letter-kinds.ts";

/** A letter as it is drawn. */
export interface DrawnLetter {
  readonly words: LetterWords;
  readonly face: LetterFace;
  /** How it is checked; of a draft none: it is marked as one. */
  readonly check?: { readonly address: string; readonly qrText: string };
}

/** Who signs stands at the right; room for a hand between post and name, about 25 mm. */
const signerColumn = { x: full.x + full.width / 2, width: full.width / 2 };
const signatureRoom = 280;
/** 30 mm. */
const qrSide = 354;
const beside = { x: full.x, width: full.width / 2 - 60 };

const secrecyWords = { B: "", T: "TERBATAS", R: "RAHASIA", SR: "SANGAT RAHASIA" } as const;

/** Marks of each page, in the order in which they are read. Nothing is cut: a longer letter has more pages. */
export function letterMarks(
  letter: DrawnLetter,
  measure: Measure,
  shapes: EmblemMark["shapes"] = [],
): readonly (readonly Mark[])[] {
  const { words, face } = letter;
  const page = new A4Column(measure);
  const { sender, office } = face.kop;
  addKop(page, { sender, ...(office !== undefined && { office }) }, shapes);
  addTitle(page, words, face);
  addBody(page, words, face);
  addSigner(page, letter);
  addCopies(page, words);
  if (hasAnnex(words)) {
    page.turn();
    addAnnex(page, words, face);
  }
  return letter.check ? page.pages : page.pages.map((marks) => [...marks, draftStamp]);
}

function addTitle(page: A4Column, { kind, secrecy }: LetterWords, { number }: LetterFace): void {
  const title = letterKindRules[kind].title.toUpperCase();
  const secret = secrecyWords[secrecy];
  page.add(full, [
    ...(secret === "" ? [] : [{ ...block(secret), ...styles.bold, align: "right" } as const]),
    { ...block(title, "H1"), ...styles.bold, align: "center", steps: steps(2, 60), gap: 10 },
    { ...block(`Nomor: ${number}`), align: "center", gap: 6 },
  ]);
  page.y += 50;
}

/** Post, name and QR stay on one page. No certificate is claimed: without its adapter there is none (BSrE). */
function addSigner(page: A4Column, { words, face, check }: DrawnLetter): void {
  const { signer, kop, day } = face;
  page.y += 30;
  const blocks: readonly ExactBlock[] = [
    narrow(`${kop.place}, ${longDay(day)}`),
    ...signer.lines.map((line, i) => ({ ...narrow(line), gap: i === 0 ? 14 : 0 })),
    { ...narrow(signer.name), ...styles.strong, gap: signatureRoom },
    ...(signer.rank === undefined ? [] : [narrow(signer.rank)]),
    narrow(`NIP ${groupNip(signer.nip)}`),
  ];
  const told = check ? [small(checkWords(check.address, words))] : [];
  const lower = Math.max(
    page.heightOf(signerColumn, blocks),
    check ? qrSide + 20 + page.heightOf(beside, told) : 0,
  );
  page.keep(lower);
  const top = page.y;
  page.add(signerColumn, blocks);
  if (check) {
    const corner = { x: full.x, y: top, radius: 0 };
    const panel = { ...corner, width: qrSide, height: qrSide };
    const alternative = `Kode QR untuk memeriksa surat ini di ${check.address}`;
    page.mark({ kind: "code", qr: qrOf(check.qrText), panel, alternative });
    page.y = top + qrSide + 20;
    page.add(beside, told);
  }
  page.y = top + lower + 50;
}

/** The whole of the letter is not on the page of who checks it, so name and content are to be compared with the agency. */
function checkWords(address: string, { kind }: LetterWords): string {
  return (
    `Periksa ${letterKindRules[kind].title.toLowerCase()} ini: pindai QR atau buka ${address}. ` +
    "Surat ini tidak memuat tanda tangan elektronik bersertifikat."
  );
}

function small(said: string): ExactBlock {
  return { ...narrow(said), color: inks.quiet, steps: steps(12, 34) };
}

/** Across each page of a letter that nobody has signed. */
const draftStamp: StampMark = {
  ...({ kind: "stamp", text: "KONSEP", weight: 800, size: 420 } as const),
  middle: { x: a4Pixels.width / 2, y: a4Pixels.height / 2 },
  angle: -Math.PI / 4,
  fill: { color: "#B91C1C", opacity: 0.1 },
  outline: { color: "#B91C1C", opacity: 0.25, thickness: 4 },
};
