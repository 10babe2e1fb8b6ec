import type { PhotoFault } from "#shared/employee/photo-faults.ts";
import type { EarlierWord, PhotoReview } from "#shared/employee/photo-review.ts";

/** How officers look at people's photos. */
export const id = {
  lead: "Pemeriksa otomatis menerima foto-foto ini, tetapi pakaian, pose, dan kemiripan hanya dapat dinilai orang. Yang dilaporkan ada di atas, lalu yang paling lama menunggu.",
  nothing: "Tidak ada foto yang menunggu.",
  list: "Foto yang menunggu",
  place: (place: number, count: string) => `Foto ${place} dari ${count}`,
  previous: "Sebelumnya",
  next: "Berikutnya",
  more: "Muat berikutnya",
  keys: "Dengan papan tombol: S untuk sesuai, M untuk meminta foto baru, panah kiri dan kanan untuk berpindah; berlaku selama fokus ada di foto ini.",
  open: "Buka data pegawai",
  own: "Foto Anda sendiri diperiksa petugas lain.",
  photoAlt: (name: string) => `Foto ${name}`,
  cardAlt: (name: string) => `Kartu ${name} bentuk potret, sisi depan`,
  causes: {
    warned: "Pemeriksa otomatis meminta foto ini dilihat lagi:",
    sampled: "Terpilih secara acak.",
    asked: "Menyusul permintaan foto baru atau pencabutan.",
    reported: "Dilaporkan oleh pemeriksa kartu.",
  } satisfies Record<PhotoReview["causes"][number], string>,
  earlier: {
    "new-asked": "Foto sebelumnya: foto baru diminta",
    revoked: "Foto sebelumnya dicabut: diajukan",
    "revocation-asked": "Foto sebelumnya: pencabutan belum diputuskan, diajukan",
  } satisfies Record<EarlierWord["state"], string>,
  reported: (time: string) =>
    `Dilaporkan oleh pemeriksa kartu ${time}: foto ini bukan orang yang memperlihatkan kartunya. Siapa yang melapor tidak disimpan.`,
  reportedEarlier: (time: string) =>
    `Dilaporkan oleh pemeriksa kartu ${time} tentang foto sebelumnya: foto itu bukan orang yang memperlihatkan kartunya. Pegawai mengganti fotonya sebelum petugas melihatnya. Siapa yang melapor tidak disimpan.`,
  cutFromBusy:
    "Latarnya tidak polos sebelum dihapus di studio foto: perhatikan tepi orangnya, mungkin ada sisa latar atau bagian yang hilang.",
  overdue: "Batas waktunya lewat dan foto baru belum datang. Foto ini masih dipakai.",
  waits: (time: string) => `Menunggu sejak ${time}.`,
  warned: "Perlu dilihat lagi",
  judge: "Nilai sendiri",
  likeness: "Wajahnya memang pemilik kartu",
  passed: "Lolos pemeriksaan otomatis",
  rulesGone: "Hasil lengkapnya sudah dihapus (disimpan 30 hari).",
  states: {
    waiting: "Menunggu dilihat petugas.",
    approved: "Dilihat petugas: sesuai.",
    "new-asked": "Foto baru diminta.",
    revoked: "Dicabut oleh dua petugas.",
  } satisfies Record<PhotoReview["state"], string>,
  until: (time: string) => `Ditunggu sampai ${time}.`,
  unlooked: "Diterima pemeriksa otomatis; tidak perlu dilihat petugas.",
  approve: "Sesuai",
  ask: "Minta foto baru",
  askTitle: (name: string) => `Minta foto baru dari ${name}`,
  askEffect:
    "Pegawai diberi tahu alasannya dan mempunyai waktu 14 hari. Foto yang sekarang tetap dipakai; lewat waktunya, foto ini kembali ke antrean.",
  faults: "Yang belum sesuai",
  faultNames: {
    dress: "Pakaian dinas atau atribut",
    pose: "Pose: badan tidak sedikit serong ke kanan",
    likeness: "Kemiripan: bukan orangnya, atau tidak dapat dikenali",
    quality: "Mutu: cahaya, ketajaman, atau potongan tepi",
  } satisfies Record<PhotoFault, string>,
  note: "Pesan untuk pegawai",
  noteHint: "Bila perlu. Pegawai membacanya.",
  send: "Kirim permintaan",
  revoke: "Cabut sekarang…",
  revokeTitle: (name: string) => `Cabut foto ${name} sekarang`,
  revokeEffect:
    "Untuk foto yang tidak boleh dipakai sehari pun, misalnya wajah orang lain. Penyetuju memutuskannya. Setelah disetujui, fotonya lepas dari kartu, kartu tidak berlaku sampai ada foto baru, dan pegawai diberi tahu alasannya.",
  reason: "Alasan",
  reasonHint: "Dibaca penyetuju, dan oleh pegawai setelah disetujui.",
  sendRevoke: "Ajukan pencabutan",
  revokeAsked: (name: string) =>
    `Pencabutan foto ${name} sudah diajukan. Penyetuju memutuskannya dalam 7 hari; sampai itu fotonya tetap dipakai.`,
  counter: "Kirim foto dari loket…",
  counterTitle: (name: string) => `Kirim foto ${name}`,
  counterHint:
    "Untuk pegawai yang hadir di loket. Foto diperiksa seperti foto lain, lalu penyetuju memutuskannya: tidak ada petugas yang sendirian memasang wajah pada kartu orang lain.",
  counterChoose:
    "JPEG, PNG, atau WebP: studio foto membuatnya sesuai syarat di perangkat ini. Foto ini tidak disimpan di peramban: yang belum dikirim hilang bila halaman ditutup.",
  counterReasonHint: "Bagaimana Anda memastikan orangnya, misalnya KTP di loket. Dibaca penyetuju.",
  counterSend: "Ajukan foto ini",
  counterAsked: (name: string) =>
    `Foto ${name} sudah diajukan. Penyetuju memutuskannya dalam 7 hari.`,
  cancel: "Batal",
  approved: (name: string) => `Foto ${name} dinyatakan sesuai.`,
  asked: (name: string) => `${name}: foto baru diminta, dan pegawai diberi tahu.`,
  section: "Foto",
  none: "Tidak ada foto yang dipakai.",
  history: "Riwayat foto",
  noHistory: "Belum ada riwayat foto.",
  oneShown:
    "Foto yang sudah diganti atau dicabut tidak diperlihatkan: petugas hanya melihat foto yang dipakai sekarang.",
  older: "Cari yang lebih lama",
  noneHere: "Di antara perubahan yang terbaru tidak ada foto.",
  by: (name: string) => `oleh ${name}`,
  byHolder: "oleh pegawai sendiri",
  byOfficer: "oleh petugas",
  byChecker: "oleh pemeriksa kartu",
  approvedBy: (name: string) => `disetujui ${name}`,
  failures: {
    "card-not-active": "Kartu pegawai ini sedang tidak berlaku, jadi fotonya tidak dapat diganti.",
    "change-asked": "Pengajuan tentang foto ini sudah menunggu keputusan penyetuju.",
    "revocation-asked": "Pencabutan foto ini sedang menunggu keputusan.",
    "photo-reviewed": "Petugas lain baru saja memutuskan foto ini. Keputusannya tampil sekarang.",
  },
};

export type PhotoReviews = typeof id;
