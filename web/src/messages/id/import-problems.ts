/** What an import says of a file, by the problem's code (docs/impor.md). */
import { kedudukanHukumNames } from "#shared/employee/kedudukan-hukum.ts";
import type { ProblemTexts } from "#shared/import/sentence-in.ts";

const sexes = new Map<unknown, string>([
  ["M", "laki-laki"],
  ["F", "perempuan"],
]);

type Params = Readonly<Record<string, string | number>>;

export const id = {
  "file-empty": "berkas kosong.",
  "file-too-large": ({ max }: Params) =>
    `berkas lebih besar dari ${max ?? 64} MB. Bagi menurut unit kerja.`,
  "file-unknown": "bukan CSV atau buku kerja Excel. Simpan sebagai .xlsx atau .csv.",
  "file-old-excel":
    "buku kerja Excel lama (.xls) atau berkata sandi. Buka, lalu simpan sebagai .xlsx tanpa kata sandi.",
  "file-damaged": "buku kerja Excel rusak. Buka di Excel, lalu simpan ulang sebagai .xlsx.",
  "file-expands": "isi berkas mengembang tidak wajar saat dibuka, jadi tidak dibaca.",
  "file-macros": "buku kerja memuat makro. Simpan sebagai .xlsx tanpa makro.",
  "file-locked": "berkas terkunci dengan kata sandi. Simpan ulang tanpa kata sandi.",
  "file-quotes": ({ row }: Params) =>
    `tanda petik di baris ${row ?? ""} tidak berpasangan, jadi batas barisnya tidak pasti.`,
  "file-too-many-columns": ({ max }: Params) => `lebih dari ${max ?? 500} kolom.`,
  "file-too-many-rows": ({ max }: Params) =>
    `lebih dari ${max ?? 200_000} baris. Bagi menurut unit kerja.`,
  "file-no-header": "judul kolom NIP dan NAMA tidak ditemukan di baris-baris pertama.",
  "file-unjudged":
    "berkas ini tidak berhasil diperiksa. Simpan ulang sebagai .xlsx atau .csv, atau bagi menurut unit kerja.",
  "file-links": "buku kerja menunjuk ke berkas lain. Berkas itu tidak dibuka.",
  "file-sheets": "hanya lembar pertama yang dibaca; lembar lain dilewati.",
  "column-missing": "kolom wajib ini tidak ada.",
  "column-twice": "judul kolom ini ada lebih dari satu. Hapus yang tidak dipakai.",
  "column-unknown": "judul kolom tidak dikenal, jadi isinya tidak dibaca. Mungkin salah ketik?",
  "columns-shifted":
    "isi baris tampak bergeser satu kolom: ada nilai di bawah judul tetangganya. Geser kembali sebaris penuh.",
  formula: "berisi rumus; tanda = di awal tidak diterima. Tempel sebagai nilai.",
  "cell-error": "rumus di sel ini gagal. Tulis nilainya.",
  required: "wajib diisi.",
  malformed: "isian ini tidak dapat dibaca.",
  "too-long": ({ max }: Params) => `paling banyak ${max ?? ""} karakter.`,
  "nip-scientific":
    "angka NIP sudah hilang karena disingkat lembar kerja. Salin lagi dari SIASN sebagai teks.",
  "nip-last-digits-zero":
    "nomor urut 000 tidak ada: tiga angka terakhir dibulatkan lembar kerja. Salin lagi dari SIASN sebagai teks.",
  "nip-as-number":
    "NIP disimpan sebagai angka, padahal lembar kerja membulatkan angka ke-16 dan seterusnya. Jadikan kolomnya teks, lalu salin lagi dari SIASN.",
  "nip-malformed": "terdiri dari 18 angka: tanggal lahir, TMT, jenis kelamin, nomor urut.",
  "kind-unknown": "pilih PNS, PPPK, atau PPPK Paruh Waktu.",
  "kind-differs": "jenis pegawai berbeda dari yang dimuat NIP.",
  "name-with-degrees": "tulis tanpa koma. Gelar punya kolom sendiri.",
  "characters-unsupported": ({ character, place }: Params) =>
    `karakter ${character ?? ""} (ke-${place ?? ""}) tidak dapat dicetak pada kartu.`,
  "day-malformed": "bukan tanggal. Tulis hari, bulan, dan tahun empat angka.",
  "tmt-pns-missing":
    "TMT PNS kosong. Isi kalau sudah diangkat sebagai PNS; CPNS diimpor sesudah pengangkatannya, karena kartu berlaku sejak TMT PNS.",
  "day-too-late": ({ max }: Params) => `paling lambat ${max ?? ""}, hari pegawai berusia 70 tahun.`,
  "not-after-tmt": "harus sesudah TMT.",
  "not-for-pns": "hanya untuk PPPK.",
  "sex-unknown": "pilih M atau L (laki-laki), F atau P (perempuan).",
  "golongan-unknown": ({ list }: Params) => `tidak ada golongan seperti ini. Pilih ${list ?? ""}.`,
  "golongan-or-kind":
    "golongan wajib untuk PNS dan PPPK. Isi golongannya, atau tulis PPPK Paruh Waktu di JENIS PEGAWAI kalau ia bekerja paruh waktu.",
  "kedudukan-hukum-unknown": `bukan kedudukan hukum BKN. Pilih ${kedudukanHukumNames}.`,
  "email-malformed": "ditulis seperti nama@contoh.go.id.",
  "email-taken-in-file": ({ row }: Params) =>
    `surel ini sudah dipakai orang lain di baris ${row ?? ""}. Setiap orang punya satu surel sendiri.`,
  "email-taken": "surel ini sudah dipakai pegawai lain yang terdaftar.",
  "person-twice-in-file": ({ row }: Params) =>
    `sama dengan baris ${row ?? ""}, jadi dihitung satu kali. Hapus baris ini.`,
  "person-differs-in-file": ({ row }: Params) =>
    `NIP ini juga ada di baris ${row ?? ""} dengan isi lain. Hapus yang salah.`,
  "nip-former": "NIP lama seorang pegawai; NIP-nya sekarang ada di contoh. Tulis yang itu.",
  "nip-taken":
    "NIP ini sudah terdaftar: di instansi lain, sebagai NIP lama, atau baru saja; atau datanya tidak dapat dibaca. Hubungi operator.",
  "record-changed":
    "datanya sudah diubah orang lain sesudah berkas diperiksa, jadi tidak ditimpa. Impor lagi baris ini.",
  "record-missing": "datanya tidak ada lagi di instansi ini atau tidak dapat dibaca.",
  "own-record":
    "ini data orang yang mengajukan atau menyetujui impor. Orang lain yang mengubahnya.",
  "change-needs-operators":
    "orang ini punya peran, dan perubahan ini mengakhiri sesinya. Dua operator mencabut perannya dulu.",
  CON_1: ({ right }: Params) =>
    `CON_1: bulan TMT CPNS berbeda dari NIP, yang memuat ${monthOf(right)}. Perbaiki yang salah.`,
  CON_2: ({ read, right }: Params) =>
    `CON_2: dibaca ${read ?? ""}, sedangkan NIP memuat tanggal lahir ${right ?? ""}. Perbaiki yang salah.`,
  CON_3: ({ right }: Params) =>
    `CON_3: NIP memuat jenis kelamin ${sexes.get(right) ?? "…"}. Perbaiki yang salah.`,
  CON_4: ({ right }: Params) =>
    `CON_4: tahun TMT PPPK berbeda dari NI PPPK, yang memuat ${yearOf(right)}. Perbaiki yang salah.`,
  ACC_1: ({ right }: Params) =>
    `ACC_1: TMT PNS lebih awal dari TMT CPNS (${right ?? ""}). Perbaiki yang salah.`,
  ACC_4: "ACC_4: kedudukan hukum ini tidak berlaku untuk jenis pegawainya.",
  ACC_7: "ACC_7: NI PPPK memuat tahun pengangkatan yang belum mengenal PPPK atau belum tiba.",
  "column-spare": ({ column }: Params) =>
    `kolom ${column ?? ""} sudah dibaca untuk isian ini, jadi kolom ini dilewati.`,
  "instansi-other":
    "berkas menyebut instansi lain daripada instansi impor ini (lihat contoh). Apakah berkasnya benar?",
  "instansi-differs": ({ right }: Params) =>
    `instansi berbeda dari baris pertama (${right ?? ""}). Satu berkas untuk satu instansi.`,
  "tmt-day": ({ read }: Params) =>
    `dibaca ${read ?? ""}, padahal TMT biasanya tanggal 1: mungkin hari dan bulan tertukar?`,
  "signs-replaced": "tanda yang tidak dapat dicetak pada kartu diganti seperti contoh.",
  "unit-former": "nama lama sebuah unit; dibaca sebagai nama yang sekarang, yang ada di contoh.",
  "nip-age":
    "menurut NIP diangkat sebelum berusia 17 tahun atau pada tahun yang belum tiba. Periksa.",
  "jabatan-kind-unknown":
    "bukan jenis jabatan SIASN (Struktural, Fungsional Tertentu, Rangkap, Fungsional Umum), jadi dikosongkan.",
  "bup-unknown": "bukan batas usia pensiun (58, 60, 65, 70), jadi dikosongkan.",
  "nik-scientific": "angka NIK sudah hilang karena disingkat lembar kerja, jadi dikosongkan.",
  "nik-malformed": "bukan NIK (16 angka), jadi dikosongkan.",
  "nik-differs": "tanggal lahir atau jenis kelamin di dalam NIK berbeda dari NIP. Periksa.",
  "phone-scientific":
    "angka nomor telepon sudah hilang karena disingkat lembar kerja, jadi dikosongkan.",
  "phone-malformed": "bukan nomor telepon (8 sampai 15 angka), jadi dikosongkan.",
  "contract-end-missing":
    "tanpa akhir perjanjian kerja: kartu tidak berakhir sendiri, dan petugas melengkapinya nanti.",
  "contract-term":
    "perjanjian PPPK Paruh Waktu biasanya satu tahun (KepmenPANRB 16/2025), jadi berakhir sekitar tanggal di contoh. Periksa.",
  "email-missing": "tanpa surel: akun orang ini diaktifkan di loket.",
} satisfies ProblemTexts;

/** "06-2016" of "01-06-2016". */
function monthOf(day: string | number | undefined): string {
  return String(day ?? "").slice(-7);
}

function yearOf(day: string | number | undefined): string {
  return String(day ?? "").slice(-4);
}

export type ImportProblems = ProblemTexts;
