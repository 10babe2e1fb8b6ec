/** The kinds of letters, and what each must have: data with its source (services.md 3.2 and 3.4), so that another kind is another row. */
export const letterKinds = [
  "keterangan-aktif",
  "keterangan-penghasilan",
  "keterangan",
  "tugas",
  "pengantar",
  "edaran",
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** The parts that an officer fills in. Kop, number, day and signer are of every letter. */
export const letterParts = [
  "people",
  "grounds",
  "tasks",
  "income",
  "purpose",
  "to",
  "items",
  "text",
] as const;
export type LetterPart = (typeof letterParts)[number];

export interface LetterKindRule {
  /** Printed above the number, in capitals. */
  readonly title: string;
  /** Before the number where a pattern asks for the kind: «ST-12/…». */
  readonly code: string;
  readonly needs: readonly LetterPart[];
  /** What may be there beside it. */
  readonly takes: readonly LetterPart[];
  /** How many people it is about. */
  readonly people: "none" | "one" | "many";
  /** Only for people whose card is valid on that day. */
  readonly activeOnly: boolean;
  readonly source: string;
}

const statement = { title: "Surat Keterangan", code: "SKET", people: "one" } as const;
const khusus = "Peraturan ANRI 5/2021, naskah dinas khusus: surat keterangan, in public accounts";

export const letterKindRules: Readonly<Record<LetterKind, LetterKindRule>> = {
  "keterangan-aktif": {
    ...{ ...statement, needs: ["people", "purpose"], takes: ["text"], activeOnly: true },
    source: `${khusus}; of somebody suspended it would say what is not so`,
  },
  "keterangan-penghasilan": {
    ...{ ...statement, needs: ["people", "income", "purpose"], takes: ["text"] },
    ...{ activeOnly: true, source: khusus },
  },
  keterangan: {
    ...{ ...statement, needs: ["people", "text", "purpose"], takes: [], activeOnly: false },
    source: khusus,
  },
  tugas: {
    ...{ title: "Surat Tugas", code: "ST", people: "many", activeOnly: true },
    ...{ needs: ["people", "grounds", "tasks"], takes: [] },
    source: "«Surat Tugas», Tata Naskah BKKBN; «Surat Perintah Tugas», Kabupaten Purworejo",
  },
  pengantar: {
    ...{ title: "Surat Pengantar", code: "SP", people: "none", activeOnly: false },
    ...{ needs: ["to", "items"], takes: ["text"] },
    source: "Peraturan ANRI 5/2021, naskah dinas khusus: surat pengantar, in public accounts",
  },
  edaran: {
    ...{ title: "Surat Edaran", code: "SE", people: "none", activeOnly: false },
    ...{ needs: ["to", "text"], takes: ["grounds"] },
    source: "Peraturan ANRI 5/2021, naskah dinas arahan: surat edaran, in public accounts; C-R9",
  },
};

/** Sifat: how soon it is to be dealt with. Secrecy is another field (services.md 3.4). */
export const urgencies = ["biasa", "segera", "sangat-segera"] as const;

/** Kategori klasifikasi keamanan: biasa/terbuka, terbatas, rahasia, sangat rahasia (Peraturan ANRI 5/2021). */
export const secrecies = ["B", "T", "R", "SR"] as const;
export type Secrecy = (typeof secrecies)[number];
