/** What of the home is one's own: what waits, requests with their place, services, help. */
export const id = {
  waiting: "Menunggu Anda",
  nothing: "Tidak ada yang menunggu Anda.",
  waits: {
    answer: (about: string) => `Jawab pertanyaan petugas: ${about}`,
    draft: (about: string) => `Lanjutkan draf: ${about}`,
    photoAsked: "Kirim foto baru, karena petugas memintanya",
    photoRevoked: "Kirim foto baru, karena foto kartu dicabut",
    noPhoto: "Pilih foto agar kartu dibuat",
    campaign: (title: string) => `Perbarui surel dan nomor ponsel: ${title}`,
    qrPaused: "Aktifkan lagi kode QR yang dijeda",
    deciding: { leave: (count: number) => `Menunggu keputusan saya: ${count} cuti` },
    /** Of all that waits for a decision. */
    count: (count: number) => `${count} menunggu`,
  },
  until: "Paling lambat",
  held: (who: string) => `Dipegang oleh ${who}, sejak`,
  /** Of a request that ended so. */
  expired: "Pertanyaan petugas tidak dijawab sampai batas waktunya. Ajukan lagi bila masih perlu.",
  putAway: "Sudah saya baca, sembunyikan",
  noRequests: "Tidak ada pengajuan yang sedang berjalan.",
  /** Of notifications. */
  all: "Tampilkan semua",
  fewer: "Tampilkan yang terbaru saja",
  allRequests: "Semua pengajuan",
  ofYourOwn: "Untuk Anda sendiri",
  toCard: "Kartu Anda",
  left: (days: number, year: number) => `Sisa ${year}: ${days} hari kerja`,
  open: (count: number) => `${count} sedang berjalan`,
  services: {
    card: "Lihat, tunjukkan, unduh, atau cetak kartu Anda.",
    requests: "Usulkan perubahan data, dan lihat siapa yang memegangnya.",
    leave: "Sisa cuti, ajukan cuti, dan putuskan cuti pegawai Anda.",
    deciding: "Cuti pegawai yang Anda pertimbangkan atau putuskan.",
    attendance: "Catatan mesin dan arti setiap hari",
    training: "Daftar pelatihan, lihat tempat Anda, dan JP setahun.",
    letters: "Surat keterangan tentang Anda.",
    photo: "Ganti foto pada kartu.",
    ownData: "Data tentang Anda, siapa yang memeriksa kartu, dan kode QR-nya.",
    workCalendar: "Hari kerja, hari libur, cuti bersama, dan jam kerja Anda.",
    account: "Kata sandi, autentikator, surel, nomor ponsel, dan perangkat.",
    scan: "Periksa kartu orang lain, juga tanpa jaringan.",
  },
  scan: "Pindai kartu",
  workCalendar: "Kalender kerja",
  help: "Bantuan",
  helps: {
    guide: "Buku Petunjuk: semua halaman, langkah demi langkah",
    lostPhone: "Ponsel hilang atau diganti",
    checks: "Cara kartu diperiksa, dan arti hasilnya",
    privacy: "Data pribadi: siapa melihat apa, dan berapa lama",
  },
};

export type OwnHome = typeof id;
