import type { PhotoReview } from "#shared/employee/photo-review.ts";

/** The words of the file with all data of a person. */
export const id = {
  title: "Salinan data Kartu ASN Virtual",
  made: "Dibuat",
  about:
    "Semua data tentang Anda yang disimpan layanan ini (UU 27/2022 pasal 7 dan 32). Petugas disebut menurut perannya saja. Alasan yang ditulis petugas tidak disertakan karena dapat menyebut orang lain; mintalah kepada instansi Anda. Foto Anda dilihat dan diunduh di halaman kartu. Data yang sama untuk program ada di dalam berkas ini sebagai JSON.",
  older: "Ada yang lebih lama; mintalah kepada instansi Anda.",
  empty: "Tidak ada.",
  sections: {
    record: "Data kepegawaian",
    card: "Kartu, foto, dan data pemeriksaan",
    account: "Akun dan kontak",
    sessions: "Perangkat yang sedang masuk",
    roles: "Peran",
    oldReports: "Laporan data lama (sebelum menjadi pengajuan)",
    requests: "Pengajuan",
    scans: "Jejak pindai: kapan kartu Anda diperiksa",
    readings: "Siapa yang membuka, mencetak, atau mengekspor data Anda",
    changes: "Riwayat perubahan data",
    events: "Riwayat akun",
    notices: "Pemberitahuan",
  },
  reports: {
    corrected: "Diperbaiki",
    refused: "Tidak diubah",
    none: "Tidak dijawab; laporkan lagi lewat «Pengajuan saya»",
  },
  words: {
    id: "Nomor internal",
    revision: "Revisi",
    updatedAt: "Terakhir diubah",
    registeredAt: "Didaftarkan",
    formerNip: "Nomor lama",
    photo: "Foto: nomor internal",
    digest: "Foto: sidik SHA-256",
    smallDigest: "Foto kecil: sidik SHA-256",
    status: "Status kartu",
    qrGeneration: "Generasi kode QR",
    serial: "Nomor seri",
    issuedOn: "Tanggal terbit",
    checkCode: "Kode Periksa",
    state: "Keadaan akun",
    authenticator: "Autentikator",
    recoveryCodesLeft: "Kode pemulihan tersisa",
    waiting: "Penggantian yang menunggu",
  },
  review: "Foto: pemeriksaan oleh petugas",
  reviewStates: {
    waiting: "menunggu dilihat petugas",
    approved: "sesuai",
    "new-asked": "foto baru diminta",
    revoked: "foto dicabut",
  } satisfies Record<PhotoReview["state"], string>,
  causes: "Foto: mengapa diperiksa petugas",
  reviewCauses: {
    warned: "pemeriksa otomatis meminta foto dilihat lagi",
    sampled: "terpilih secara acak",
    asked: "menyusul permintaan foto baru atau pencabutan",
    reported: "dilaporkan pemeriksa kartu",
  } satisfies Record<PhotoReview["causes"][number], string>,
  /** What the judge only warns of. */
  warnings: { pose: "pose", eyes: "mata" },
  /** What a change of the photo is called in the history, by its field. */
  photoFields: {
    photoReview: "Pemeriksaan foto",
    photoWarned: "Foto: yang perlu dilihat lagi",
    photoFaults: "Foto: yang belum sesuai",
    photoUntil: "Foto: batas waktu foto baru",
    photoDigest: "Foto: sidik SHA-256",
    smallPhotoDigest: "Foto kecil: sidik SHA-256",
  },
};

export type OwnDataFile = typeof id;
