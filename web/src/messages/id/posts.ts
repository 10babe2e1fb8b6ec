import type { postFindingCodes } from "#shared/post/check-posts.ts";
import type { DeciderFinding } from "#shared/post/deciders-for.ts";
import type { StandIn } from "#shared/post/post.ts";
import type { FieldCode, RefusalCode } from "#shared/runtime/codes.ts";
import type { PostFieldCode } from "#shared/runtime/post-codes.ts";

type Params = Readonly<Record<string, string | number>>;

/** The page of the posts that decide. */
export const id = {
  lead: "Jabatan yang memberi pertimbangan dan keputusan atas permintaan pegawai, dan siapa yang bertindak di dalamnya hari ini.",
  failures: {
    "post-changed":
      "Jabatan ini atau atasannya baru saja diubah orang lain. Muat ulang halaman untuk melihat yang sekarang.",
    "post-title-taken": "Sudah ada jabatan dengan nama ini. Tulis nama yang membedakan keduanya.",
  } satisfies Partial<Record<RefusalCode, string>>,
  /** Of refusals that other pages meet too. */
  ownPost:
    "Anda sendiri tercantum pada jabatan ini atau pada atasannya. Petugas lain yang mengubahnya.",
  problems: {
    "post-unknown": "tidak ada jabatan dengan nama ini. Pilih dari daftar.",
    "post-circle": "jabatan ini berada di bawah jabatan yang Anda ubah.",
    "post-own-holder": "ini pemangku jabatannya sendiri. Pilih orang lain.",
    "stand-ins-meet":
      "sudah ada Plh. atau Plt. pada sebagian hari itu. Akhiri yang lama atau pilih hari lain.",
    "unknown-choice": "tidak lagi bekerja di instansi ini. Pilih orang lain.",
    "day-passed": "sudah lewat.",
    "day-too-late": ({ max = "" }: Params) => `paling lambat ${max}.`,
    "day-too-early": ({ min = "" }: Params) => `paling awal ${min}.`,
  } satisfies Partial<Record<FieldCode, string | ((params: Params) => string)>> &
    Record<PostFieldCode, string>,
  toRules: "Aturan: siapa memutuskan untuk siapa",
  check: {
    title: "Pemeriksaan",
    fine: (count: number) => `${count} jabatan diperiksa: setiap jabatan ada yang bertindak.`,
    found: (count: number) => `${count} hal perlu dilihat.`,
    isCut: "Hanya 100 hal pertama yang ditampilkan.",
    gap: {
      superior: "atasan langsung",
      authority: "pejabat pemberi cuti",
    },
    gaps: {
      missing: "tidak ada aturan yang menunjuk jabatannya.",
      vacant: "tidak ada yang bertindak di jabatannya dan di atasnya.",
      own: "jabatannya hanya sampai pada orang itu sendiri. Isi jabatan di atasnya.",
    } satisfies Record<DeciderFinding, string>,
    everybody: "Pegawai tanpa aturan unit",
    codes: {
      vacant: "tidak ada yang bertindak hari ini. Isi pemangku atau Plt.",
      left: "mencantumkan orang yang tidak lagi bekerja di instansi ini.",
      circle: "jabatan di atasnya kembali ke jabatan ini. Perbaiki jabatan di atasnya.",
      "above-missing": "jabatan di atasnya tidak ada lagi.",
    } satisfies Record<(typeof postFindingCodes)[number], string>,
  },
  list: "Jabatan",
  none: "Belum ada jabatan.",
  more: "Tampilkan jabatan berikutnya",
  add: "Tambah jabatan",
  change: "Ubah",
  changeOf: (title: string) => `Ubah ${title}`,
  back: "Kembali ke daftar",
  title: "Nama jabatan",
  titleHint: "Lengkap, misalnya Kepala Bidang Mutasi BKPSDM",
  holder: "Pemangku",
  noHolder: "kosong",
  holderHint: "Nama atau NIP. Kosongkan bila jabatan tidak ada pemangkunya.",
  holderEnds: "Pemangku baru mengakhiri semua Plh. dan Plt. jabatan ini.",
  above: "Jabatan di atasnya",
  aboveHint:
    "Memutuskan bila di jabatan ini tidak ada yang bertindak, dan bagi pemangkunya sendiri.",
  acting: "Bertindak hari ini",
  nobody: "tidak ada",
  forms: { plh: "Plh.", plt: "Plt." } satisfies Record<StandIn["form"], string>,
  hasLeft: "tidak lagi di instansi ini",
  unknownPerson: "Pegawai instansi lain",
  standIns: "Plh. dan Plt.",
  standInsOf: (title: string) => `Plh. dan Plt. ${title}`,
  standInHint: {
    plh: "Plh. bertindak selama pemangkunya berhalangan; pada hari itu pemangkunya tidak memutuskan.",
    plt: "Plt. bertindak selama jabatan ini kosong.",
  } satisfies Record<StandIn["form"], string>,
  noStandIns: "Tidak ada Plh. atau Plt.",
  span: (from: string, until: string | undefined) =>
    until === undefined ? `sejak ${from}` : `${from} sampai ${until}`,
  person: "Pegawai",
  personHint: "Nama atau NIP",
  from: "Hari pertama",
  until: "Hari terakhir",
  untilHint: "Kosongkan bila sampai ada pemangkunya",
  addStandIn: (form: string) => `Tambah ${form}`,
  end: "Akhiri",
  endOf: (name: string) => `Akhiri ${name}`,
  endQuestion: (name: string) => `Akhiri ${name} mulai sekarang?`,
  reason: "Dasar",
  reasonHint: "Nomor dan tanggal keputusan atau surat perintah. Tercatat di riwayat.",
  save: "Simpan",
  saved: (title: string) => `${title} disimpan.`,
  find: "Cari pegawai",
  found: (count: number) =>
    count === 0 ? "Tidak ada pegawai yang cocok." : `${count} pegawai ditemukan. Pilih satu.`,
  chosen: "Dipilih",
  drop: "Kosongkan",
  choose: "Pilih",
};

export type PostsText = typeof id;
