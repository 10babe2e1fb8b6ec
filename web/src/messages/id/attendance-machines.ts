import type { PinFinding } from "#shared/attendance/give-pins.ts";
import type { MachineCode } from "#shared/attendance/machine-findings.ts";
import type { RefusalCode } from "#shared/runtime/codes.ts";

/** «Presensi»: machines at the doors, and what their files bring. */
export const id = {
  machines: "Mesin presensi",
  none: "Belum ada mesin. Tambahkan mesin, lalu nomor PIN pegawainya bila berkasnya tidak memuat NIP.",
  wholeAgency:
    "Mesin, jadwal, dan ketentuan presensi dipelihara petugas seluruh instansi. Rekap unit Anda tetap dapat dibuka.",
  zone: "Zona waktu",
  clocks: "Koreksi jam mesin",
  noClocks: "Jam mesin dianggap tepat.",
  clockOf: (from: string, until: string | undefined, minutes: number) =>
    `${from} ${until ? `sampai ${until}` : "dan seterusnya"}: ${minutes > 0 ? "+" : ""}${minutes} menit`,
  add: "Tambah mesin",
  id: "Kode mesin",
  idHint: "Huruf kecil, angka, dan tanda hubung; misalnya pintu-utama. Tidak dapat diubah.",
  name: "Nama mesin",
  reason: "Dasar",
  reasonHint: "Misalnya nomor berita acara pemasangan. Tercatat di riwayat.",
  save: "Simpan",
  saved: "Mesin disimpan.",
  import: "Impor berkas",
  wrongClock: "Jam mesin salah",
  pins: "Nomor PIN",
  clockLead:
    "Catatan yang sudah diimpor tetap seperti adanya. Artinya dihitung ulang dengan menit yang ditambahkan di sini.",
  from: "Hari pertama menurut jam mesin",
  until: "Hari terakhir menurut jam mesin",
  untilHint: "Kosongkan bila masih salah",
  minutes: "Menit yang ditambahkan",
  minutesHint: "7 bila mesin terlambat tujuh menit; -7 bila terlalu cepat.",
  wrongMinutes: "tulis bilangan bulat antara -1440 dan 1440.",
  pinLead:
    "Satu baris untuk satu nomor: PIN, titik koma, NIP. Tanpa NIP nomor itu dilepas dari pemiliknya. Mengirim baris yang sama lagi tidak mengubah apa pun.",
  pinList: "Daftar PIN",
  pinHint: "Misalnya 17;198502122010011004",
  wrongPins: "tidak ada baris yang terbaca.",
  pinsSaved: (people: number) => `${people} pegawai memiliki nomor di mesin ini.`,
  pinCodes: {
    "nip-malformed": "NIP tidak terdiri atas 18 angka yang sah",
    "nip-unknown": "NIP ini bukan pegawai instansi Anda",
    "pin-taken": "nomor ini sudah milik pegawai lain; lepaskan dulu",
    "pins-too-many": "pegawai ini sudah memiliki sepuluh nomor di mesin ini",
  } satisfies Record<PinFinding["code"], string>,
  line: (line: number) => (line === 0 ? "Seluruh berkas" : `Baris ${line}`),
  file: "Berkas mesin (CSV atau TXT)",
  fileHint:
    "Berkas dibaca di perangkat ini dan dikirim per bagian. Berkas yang sama boleh dikirim lagi: tidak ada yang tercatat dua kali.",
  noFile: "pilih satu berkas.",
  monthHint: "Catatan di luar bulan ini diberitahukan dan tidak diambil.",
  back: "Kembali ke mesin",
  send: "Baca dan impor",
  reading: "Membaca berkas…",
  sending: (done: number, all: number) => `Mengirim: ${done} dari ${all} baris.`,
  result: "Hasil impor",
  taken: (lines: number, readings: number) => `${readings} dari ${lines} baris diambil.`,
  changed: (added: number, known: number) =>
    `Catatan ${added} pegawai bertambah; ${known} pegawai sudah memiliki semuanya.`,
  noFindings: "Tidak ada yang perlu diperiksa.",
  refused: (lines: number) => `Ditolak (${lines})`,
  noted: (lines: number) => `Diambil, dengan catatan (${lines})`,
  where: "Di mana",
  what: "Apa",
  value: "Tertulis",
  only: (shown: number, all: number) => `Ditampilkan ${shown} dari ${all}.`,
  codes: {
    "file-refused": "Berkas tidak dapat dibaca",
    "columns-unknown": "Kolom nomor dan waktu tidak dikenali",
    "person-missing": "Tanpa PIN atau NIP",
    "nip-scientific": "NIP rusak: disingkat oleh program lembar kerja (1,98E+17)",
    "nip-last-digits-zero": "NIP rusak: angka terakhir menjadi nol oleh program lembar kerja",
    "nip-malformed": "NIP tidak terdiri atas 18 angka yang sah",
    "nip-unknown": "NIP ini bukan pegawai instansi Anda",
    "pin-unknown": "PIN ini belum milik siapa pun di mesin ini",
    "pin-of-two": "PIN ini milik dua pegawai",
    "time-missing": "Tanpa waktu",
    "time-malformed": "Waktu tidak terbaca",
    "time-ambiguous": "Tanggal dan bulan tidak dapat dibedakan",
    "time-has-zone": "Waktu memuat zona; mesin menulis jamnya sendiri",
    "time-future": "Jam mesin salah: waktu ini belum tiba",
    "time-outside": "Di luar bulan yang diambil, atau jam mesin salah",
    "month-closed": "Bulan pegawai ini sudah dikunci",
    "month-full": "Terlalu banyak catatan dalam satu bulan",
    "time-american": "Berkas menulis bulan sebelum hari",
    "line-twice": "Baris kembar: dicatat sekali",
    "reading-double": "Catatan ganda berdekatan: dihitung satu",
  } satisfies Record<MachineCode, string>,
  failures: {
    "attendance-changed":
      "Baru saja diubah orang lain. Yang terbaru sudah dimuat dan isian Anda masih ada: simpan sekali lagi.",
  } satisfies Partial<Record<RefusalCode, string>>,
  idTaken: "sudah ada mesin dengan kode ini.",
  wrongId: "hanya huruf kecil, angka, dan tanda hubung, paling banyak 20.",
};

export type AttendanceMachinesText = typeof id;
