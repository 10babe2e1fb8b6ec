/** An invented letter with names as long as they get, so that an agency sees its format before anybody signs in it. */
import type { Agency } from "#shared/agency/agency.ts";
import { signatureLines } from "#shared/post/signature-block.ts";
import type { LetterFace, LetterWords, PersonOnLetter } from "./letter.ts";
import { type LetterKind, letterKindRules } from "./letter-kinds.ts";
import { numberText } from "./letter-number.ts";
import type { DrawnLetter } from "./letter-page.ts";
import { type LetterProfile, patternOf } from "./letter-profile.ts";

interface SampleWorld {
  readonly agency: Agency | undefined;
  readonly profile: LetterProfile;
  /** Today, by the agency's clock. */
  readonly day: string;
}

const long: PersonOnLetter = {
  id: "emp_contoh1",
  name: "Prof. Dr. Ir. Raden Mas Suryo Hadiningrat Kusumonegoro Contohdiningrat, S.T., M.Eng., Ph.D., IPU., ASEAN Eng.",
  nip: "196905171994031002",
  rank: "Pembina Utama (IV/e)",
  jabatan:
    "Analis Kebijakan Ahli Utama pada Kedeputian Pengembangan Kinerja dan Penghargaan Aparatur",
  unitKerja: "Direktorat Pengembangan Kinerja, Penghargaan, dan Kesejahteraan Aparatur Contoh",
};
const short: PersonOnLetter = {
  ...{ id: "emp_contoh2", name: "I", nip: "199107242016052002", jabatan: "Penjaga" },
  unitKerja: "Kelurahan Contoh",
};
const word: PersonOnLetter = {
  ...{ ...long, id: "emp_contoh3", nip: "199208142025211007" },
  name: "Contohkusumaningratwardhanisetyodiningrathadikusumowijayantoprawirodirdjo",
};

const sentence = "Kegiatan contoh yang namanya panjang di Kecamatan Contoh Barat dan sekitarnya";

/** Marked as a draft: it has no QR. */
export function sampleLetter(kind: LetterKind, { agency, profile, day }: SampleWorld): DrawnLetter {
  const { people: many } = letterKindRules[kind];
  // More than the body has room for: so many stand in the annex.
  const people = { none: [], one: [long], many: [long, short, word, long, short] }[many];
  const words = sampleWords(kind, { profile, people });
  const { classification, secrecy } = words;
  const parts = { kind, secrecy, classification, day, unit: profile.unit, urut: 128 };
  const face: LetterFace = {
    ...{ number: numberText(patternOf(profile, kind), parts), day, people },
    kop: {
      ...{ sender: agency?.name ?? "Instansi Contoh", place: profile.place },
      emblem: agency?.emblem ?? "",
      ...(agency?.address !== undefined && { office: agency.address }),
    },
    signer: { ...long, lines: signatureLines({ title: long.jabatan, form: "plh", onBehalf: [] }) },
  };
  return { words, face };
}

function sampleWords(
  kind: LetterKind,
  { profile, people }: Pick<SampleWorld, "profile"> & { readonly people: LetterFace["people"] },
): LetterWords {
  const { needs, takes } = letterKindRules[kind];
  const has = (part: (typeof needs)[number]) => needs.includes(part) || takes.includes(part);
  const lines = (part: (typeof needs)[number]) => (has(part) ? [sentence, sentence] : []);
  return {
    ...({ kind, hal: sentence, urgency: "segera", secrecy: "B", onBehalf: [] } as const),
    classification: profile.classifications[kind] ?? "800.1.11.1",
    people: people.map(({ id }) => id),
    ...{ considering: lines("grounds"), basis: lines("grounds"), tasks: lines("tasks") },
    income: has("income") ? [{ what: "Gaji pokok", amount: 3_500_000 }] : [],
    purpose: has("purpose") ? "kelengkapan berkas contoh" : "",
    to: lines("to"),
    items: has("items") ? [{ what: sentence, count: "1 berkas", note: "contoh" }] : [],
    text: has("text") ? `${sentence}.\n${sentence}.` : "",
    ...({ copies: profile.copies, post: "pst_contoh" } as const),
  };
}
