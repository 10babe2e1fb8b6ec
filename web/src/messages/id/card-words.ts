import { toldActions } from "#shared/audit/account-actions.ts";
import type { NotificationCode } from "#shared/notification/notification-codes.ts";
import { keyed } from "#shared/runtime/keyed.ts";
import { accountActions } from "./account-actions.ts";

/** What stands below the card. It arrives after it, and so do its texts. */
export const id = {
  take: "Download atau print",
  downloadFront: "Download depan (PNG)",
  downloadBack: "Download belakang (PNG)",
  downloadPdf: "Download PDF (kartu)",
  downloadA4: "Download PDF (A4)",
  print: "Print",
  printHint: "Ukuran cetak sebenarnya: 85,60 × 53,98 mm.",
  notPrinted:
    "Belum dapat mencetak karena gambar kartu belum sampai. Periksa jaringan Anda, lalu coba lagi.",
  fullCard: "Kartu di layar penuh",
  closeFull: "Tutup",
  text: "Isi kartu",
  words: "Isi kartu dan pemberitahuan",
  fields: {
    name: "Nama",
    nip: "NIP",
    nipPppk: "NI PPPK",
    pangkat: "Pangkat / golongan ruang",
    golongan: "Golongan",
    jabatan: "Jabatan",
    unitKerja: "Unit kerja",
    instansi: "Instansi",
    serial: "Nomor seri",
    checkCode: "Kode Periksa",
    issuedOn: "Tanggal terbit",
    contractEnd: "Perjanjian kerja sampai",
  },
  shortened: "Tidak muat seluruhnya pada gambar kartu",
  notYet: "belum ada",
  qrPaused: (since: string) =>
    `QR dijeda sejak ${since}: siapa pun yang memeriksa kartu membaca «Ditangguhkan».`,
  resumeQr: "Aktifkan lagi di «Data saya»",
  notifications: "Pemberitahuan",
  noNotifications: "Belum ada pemberitahuan.",
  notification: {
    "qr-replaced":
      "Kode QR kartu diganti. Kartu yang sudah dicetak atau dibagikan tidak berlaku lagi.",
    "qr-paused": "Kode QR kartu dijeda dari akun Anda.",
    "qr-resumed": "Kode QR kartu aktif lagi.",
    "nip-opened": "NIP dibuka satu jam: pemeriksa kartu membaca NIP lengkap.",
    "nip-closed": "NIP disamarkan lagi bagi pemeriksa kartu.",
    "card-changed": "Data Anda berubah. Kartu baru sudah dibuat.",
    "card-suspended": "Kartu Anda ditangguhkan.",
    "card-restored": "Kartu Anda berlaku lagi.",
    "card-begun": "Kartu Anda mulai berlaku.",
    "card-ended": "Kartu Anda berakhir.",
    "record-changed": "Data Anda berubah; status kartu tetap sama.",
    "contract-ended": "Masa kontrak Anda berakhir, sehingga kartu tidak berlaku lagi.",
    "email-changed": "Alamat surel Anda diganti. Jika bukan oleh Anda, hubungi bagian kepegawaian.",
    "photo-confirmed": "Foto baru Anda digunakan pada kartu.",
    "photo-brought": "Foto kartu Anda diganti oleh petugas, disetujui petugas kedua.",
    "photo-new-asked": "Petugas meminta foto baru. Alasan dan batas waktunya ada di halaman foto.",
    "photo-revoked": "Foto kartu Anda dicabut. Alasannya ada di halaman foto.",
    "roles-changed": "Dua operator memberikan atau mencabut peran Anda.",
    "request-approved": "Perubahan yang Anda ajukan disetujui.",
    "request-refused": "Perubahan yang Anda ajukan ditolak. Alasannya ada di halaman persetujuan.",
    ...keyed(toldActions, (action) => `Akun Anda: ${accountActions[action]}.`),
    "contract-ends-in-90": "Kontrak Anda berakhir dalam 90 hari. Tanggalnya ada pada kartu.",
    "contract-ends-in-30": "Kontrak Anda berakhir dalam 30 hari. Tanggalnya ada pada kartu.",
    "contract-ends-in-7": "Kontrak Anda berakhir dalam 7 hari; setelah itu kartu tidak berlaku.",
    "own-request-clarification": "Pengajuan Anda perlu dilengkapi: petugas bertanya.",
    "own-request-approved": "Pengajuan Anda disetujui.",
    "own-request-rejected": "Pengajuan Anda ditolak. Alasannya ada di sana.",
    "own-request-expired": "Pengajuan Anda kedaluwarsa: pertanyaan tidak dijawab.",
    "own-request-proof-revoked": "Bukti salah satu pengajuan Anda dicabut petugas.",
    other: "Ada perubahan pada akun Anda.",
  } satisfies Record<NotificationCode | "other", string>,
  help: "Ada data yang salah? Kartu diperbarui otomatis setelah data diperbaiki.",
  propose: "Ajukan atau laporkan",
};

export type CardWords = typeof id;
