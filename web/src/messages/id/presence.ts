/** Why somebody has no code, by the refusal. */
const failures: Readonly<Partial<Record<string, string>>> = {
  "login-by-password":
    "Kode hadir ditampilkan di ponsel yang dimasuki dengan kata sandi, bukan di komputer yang dibuka dengan QR.",
  "card-not-active": "Kode hadir hanya untuk pegawai yang kartunya aktif.",
};

/** «Kode hadir» of a holder's phone. */
export const id = {
  title: "Kode hadir",
  lead: "Tunjukkan kode ini ke gerbang kantor Anda. Yang tercatat hanya jam Anda lewat, seperti pada mesin presensi.",
  hint: "Kode berganti setiap 30 detik dan hanya dibuat ponsel ini. Setelah halaman ini terbuka, kode tetap jalan tanpa jaringan. Bila kode dibuka di ponsel lain, yang berlaku hanya yang terakhir dibuka. Setelah Anda keluar, kode tidak berlaku lagi.",
  picture: "Kode hadir Anda, untuk dipindai gerbang",
  changesIn: (seconds: number) => `Berganti dalam ${seconds} detik`,
  over: "Sesi Anda di ponsel ini sudah berakhir. Masuk lagi untuk menampilkan kode.",
  failures,
};

export type PresenceText = typeof id;
