/** Kedudukan hukum: BKN's codes for the legal position of a civil servant, and what each does to the card. */
export const cardStatuses = ["active", "suspended", "ended"] as const;
export type CardStatus = (typeof cardStatuses)[number];

interface KedudukanHukum {
  readonly name: string;
  /** Our reading of the code (requirements, «Kedudukan hukum»). */
  readonly status: CardStatus;
}

const positions: Readonly<Record<string, KedudukanHukum>> = {
  "01": { name: "Aktif", status: "active" },
  "02": { name: "Cuti di Luar Tanggungan Negara", status: "suspended" },
  "03": { name: "Tugas Belajar", status: "active" },
  "04": { name: "Pemberhentian Sementara", status: "suspended" },
  "05": { name: "Penerima Uang Tunggu", status: "suspended" },
  "06": { name: "Prajurit Wajib", status: "suspended" },
  "07": { name: "Pejabat Negara", status: "active" },
  "08": { name: "Kepala Desa", status: "active" },
  "09": { name: "Proses Banding BAPEK", status: "suspended" },
  "11": { name: "Pegawai Titipan", status: "active" },
  "12": { name: "Pengungsi", status: "suspended" },
  "13": { name: "Perpanjangan CLTN", status: "suspended" },
  "14": { name: "PNS Dinyatakan Hilang", status: "suspended" },
  "15": { name: "Hukuman Disiplin", status: "active" },
  "16": { name: "Pemindahan dalam Rangka Penurunan Jabatan", status: "active" },
  "20": { name: "Masa Persiapan Pensiun", status: "active" },
  "66": { name: "Diberhentikan", status: "ended" },
  "67": { name: "Punah", status: "ended" },
  "69": { name: "Tidak Memenuhi Syarat dari Pengadaan", status: "ended" },
  "70": { name: "Pembatalan NIP", status: "ended" },
  "71": { name: "PPPK Aktif", status: "active" },
  "72": { name: "PPPK Aktif (72)", status: "active" },
  "77": { name: "Pemberhentian Tanpa Hak Pensiun", status: "ended" },
  "88": { name: "Pemberhentian dengan Hak Pensiun", status: "ended" },
  "98": { name: "Mencapai Batas Usia Pensiun", status: "ended" },
  "99": { name: "Pensiun", status: "ended" },
};

export const kedudukanHukumCodes: readonly string[] = Object.keys(positions).sort();

/** Full name of a code; undefined when BKN has no such code. */
export function kedudukanHukumName(code: string): string | undefined {
  return positionOf(code)?.name;
}

/** What a code does to the card. An unknown code ends it: nothing is valid by mistake. */
export function statusOf(code: string): CardStatus {
  return positionOf(code)?.status ?? "ended";
}

/** Own codes only: what every object inherits ("constructor") is none of BKN's. */
function positionOf(code: string): KedudukanHukum | undefined {
  return Object.hasOwn(positions, code) ? positions[code] : undefined;
}
