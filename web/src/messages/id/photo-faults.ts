import type { PhotoFault } from "#shared/employee/photo-faults.ts";

/** What people find wrong with a photo that the judge accepted, as its holder reads it (K-15 to K-17). */
export const id = {
  asked: "Foto baru diminta",
  askedText: "Petugas kepegawaian melihat foto Anda dan meminta foto yang baru:",
  askedStays: (time: string) =>
    `Kirim sebelum ${time}. Sampai ada foto baru, foto yang sekarang tetap dipakai dan kartu Anda tetap berlaku; lewat batas itu, petugas memutuskan lagi.`,
  askedOver: (time: string) =>
    `Batas waktunya (${time}) sudah lewat. Foto yang sekarang tetap dipakai dan kartu Anda tetap berlaku, tetapi petugas memutuskan lagi. Foto baru masih dapat dikirim.`,
  revoked: "Foto Anda dicabut",
  revokedText:
    "Dua petugas kepegawaian mencabut foto Anda. Kartu dapat ditunjukkan lagi setelah Anda memakai foto baru:",
  note: "Pesan petugas",
  send: "Kirim foto baru",
  /** What was wrong, and what to do about it. */
  fixes: {
    dress: "Pakaian: kenakan khaki, batik, atau putih polos dengan atribut ASN lengkap.",
    pose: "Pose: serongkan badan sedikit ke kanan, wajah menghadap kamera.",
    likeness: "Kemiripan: gunakan foto Anda sendiri yang terbaru, agar wajah Anda dapat dikenali.",
    quality: "Mutu: ambil di tempat terang, dengan kamera yang diam, dan rapikan potongan tepinya.",
  } satisfies Record<PhotoFault, string>,
};

export type PhotoFaults = typeof id;
