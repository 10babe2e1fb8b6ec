/** What stands between a letter's number and its signature, and in its annex. */
import {
  addLines,
  addParagraphs,
  block,
  factIndent,
  stepIndent,
} from "#shared/document/letter-parts.ts";
import { groupNip } from "#shared/employee/nip.ts";
import { type A4Column, full, inks, styles } from "#shared/render/a4-column.ts";
import { breakable } from "#shared/render/breakable.ts";
import { type ExactBlock, steps } from "#shared/render/text-block.ts";
import { longDay } from "#shared/runtime/long-day.ts";
import type { LetterFace, LetterWords, PersonOnLetter } from "./letter.ts";
import { letterKindRules } from "./letter-kinds.ts";
import { ruleOf } from "./letter-rules.ts";

type Pair = readonly [label: string, said: string];

/** Whether its people stand in an annex. */
export function hasAnnex({ kind, people }: LetterWords): boolean {
  return letterKindRules[kind].people === "many" && people.length > ruleOf("peopleInBody");
}

export function addBody(page: A4Column, words: LetterWords, face: LetterFace): void {
  const { people } = letterKindRules[words.kind];
  if (people === "one") addStatement(page, words, face);
  else if (people === "many") addAssignment(page, words, face);
  else addAddressed(page, words);
}

/** Who states, about whom, what, and for what. */
function addStatement(page: A4Column, words: LetterWords, face: LetterFace): void {
  const { signer, people, kop } = face;
  page.add(full, [block("Yang bertanda tangan di bawah ini:")]);
  page.y += 20;
  addPerson(page, { ...signer, jabatan: signer.lines.join(" ").replace(/,$/, "") });
  page.add(full, [block("menerangkan dengan sebenarnya bahwa:")]);
  page.y += 20;
  for (const person of people) addPerson(page, person, person.unitKerja);
  if (words.kind !== "keterangan")
    page.add(full, [
      block(`adalah pegawai pada ${kop.sender} yang masih aktif bekerja sampai surat ini dibuat.`),
    ]);
  page.y += 24;
  if (words.income.length > 0) addIncome(page, words);
  addParagraphs(page, words.text);
  page.add(full, [
    block(`Surat keterangan ini dibuat untuk ${words.purpose.replace(/\.$/, "")}.`),
    { ...block("Demikian agar dipergunakan sebagaimana mestinya."), gap: 24 },
  ]);
  page.y += 20;
}

function addIncome(page: A4Column, { income }: LetterWords): void {
  page.add(full, [block("dengan penghasilan sebulan:")]);
  page.y += 20;
  const total = income.reduce((sum, { amount }) => sum + amount, 0);
  page.pairs(
    2 * factIndent,
    [...income, { what: "Jumlah", amount: total }].map(({ what, amount }) => [
      what,
      block(rupiah(amount), "LBody"),
    ]),
  );
}

/** «Rp 5.250.000» */
function rupiah(amount: number): string {
  return `Rp ${String(amount).replace(/\B(?=(\d{3})+$)/g, ".")}`;
}

/** On what it rests, who is sent, what for. */
function addAssignment(page: A4Column, words: LetterWords, face: LetterFace): void {
  addGrounds(page, words);
  page.add(full, [{ ...block("MEMBERI TUGAS"), ...styles.bold, align: "center" }]);
  page.y += 30;
  page.heading("Kepada");
  if (hasAnnex(words)) {
    const count = `${face.people.length} orang yang namanya tercantum dalam lampiran surat ini.`;
    page.add(full, [block(count)]);
    page.y += 30;
  } else for (const person of face.people) addPerson(page, person);
  page.heading("Untuk");
  addLines(page, words.tasks);
  page.y += 20;
}

function addGrounds(page: A4Column, { considering, basis }: LetterWords): void {
  for (const [title, lines] of [
    ["Menimbang", considering],
    ["Dasar", basis],
  ] as const) {
    if (lines.length === 0) continue;
    page.heading(title);
    addLines(page, lines);
    page.y += 30;
  }
}

/** To whom, with «hal»; what goes with it, and its text. */
function addAddressed(page: A4Column, words: LetterWords): void {
  const sifat = { biasa: "Biasa", segera: "Segera", "sangat-segera": "Sangat segera" } as const;
  page.pairs(factIndent, [
    ["Sifat", block(sifat[words.urgency], "LBody")],
    ["Hal", { ...block(words.hal, "LBody"), ...styles.strong }],
  ]);
  page.add(full, [block("Yth.")]);
  page.y += 10;
  addLines(page, words.to);
  page.y += 40;
  addGrounds(page, words);
  if (words.items.length > 0) {
    page.heading("Disampaikan dengan hormat");
    page.pairs(
      stepIndent,
      words.items.map(({ what, count, note }, i) => [
        `${i + 1}.`,
        block([what, count, note].filter((each) => each !== "").join(" · "), "LBody"),
      ]),
    );
  }
  addParagraphs(page, words.text);
}

function addPerson(page: A4Column, person: PersonOnLetter, unitKerja?: string): void {
  const { name, nip, rank, jabatan } = person;
  const pairs: readonly Pair[] = [
    ["Nama", name],
    ["NIP", groupNip(nip)],
    ...(rank === undefined ? [] : [["Pangkat/Gol.", rank] as const]),
    ["Jabatan", jabatan],
    ...(unitKerja === undefined ? [] : [["Unit kerja", unitKerja] as const]),
  ];
  page.pairs(
    factIndent,
    pairs.map(([label, said]) => [label, block(said, "LBody")]),
  );
}

/** Tembusan. */
export function addCopies(page: A4Column, { copies }: LetterWords): void {
  if (copies.length === 0) return;
  page.heading("Tembusan");
  page.pairs(
    stepIndent,
    copies.map((each, i) => [`${i + 1}.`, block(each, "LBody")]),
  );
}

/** Columns of the annex: number, name with NIP, pangkat, jabatan. */
const columns = [0, 110, 950, 1390].map((x, i, all) => ({
  x: full.x + x,
  width: (all[i + 1] ?? full.width) - x - 30,
}));

/** The people of a letter, one row each, with the letter that they belong to. */
export function addAnnex(page: A4Column, { kind }: LetterWords, face: LetterFace): void {
  const { title } = letterKindRules[kind];
  page.add(full, [
    { ...block(`Lampiran ${title}`, "H1"), ...styles.bold },
    { ...block(`Nomor ${face.number}, tanggal ${longDay(face.day)}`), gap: 6 },
  ]);
  page.y += 30;
  page.rule();
  addRow(page, [["No."], ["Nama dan NIP"], ["Pangkat/Gol."], ["Jabatan"]], true);
  for (const [i, { name, nip, rank = "-", jabatan }] of face.people.entries())
    addRow(page, [[`${i + 1}.`], [name, `NIP ${groupNip(nip)}`], [rank], [jabatan]]);
}

/** @param cells each with its lines */
function addRow(page: A4Column, cells: readonly (readonly string[])[], isHead = false): void {
  page.row(
    cells.map((lines, i) => [columns[i] ?? full, lines.map((each) => cell(each, i === 0, isHead))]),
  );
  page.y += 12;
  page.rule();
  page.y -= 22;
}

/** Of a row the number is its label. */
function cell(said: string, isLabel: boolean, isHead: boolean): ExactBlock {
  const looks = isHead ? { ...styles.strong, color: inks.quiet } : {};
  const role = isHead ? "P" : isLabel ? "Lbl" : "LBody";
  return { ...block(said, role), text: breakable(said, 12), steps: steps(60, 38), ...looks };
}
