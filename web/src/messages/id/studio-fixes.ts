import type { ViolationCode } from "#shared/photo/photo-report.ts";

/** How it is mended in the studio, where that differs from what is done elsewhere; the steps as the studio names them. */
export const id = {
  "wrong-dimensions":
    "Di langkah 1, studio foto memotongnya menjadi 450 × 575 piksel tanpa meregangkan wajah.",
  "too-large": "Mulai dari langkah 1, studio foto membuat PNG yang cukup kecil.",
  rotated: "Di langkah 1, putar sampai tegak.",
  animated: "Mulai dari langkah 1, studio foto memakai gambar pertamanya saja.",
  "unsupported-colours": "Mulai dari langkah 1, studio foto mengubah warnanya menjadi sRGB.",
  "too-many-chunks": "Mulai dari langkah 1, studio foto menyusun berkasnya dari awal.",
  "not-transparent": "Di langkah 2, tekan «Hapus latar», atau gunakan alat hapus latar.",
  "corners-not-clear": "Di langkah 2, hapus sisa latar di kedua sudut atas dengan kuas.",
  "top-not-clear":
    "Di langkah 2, hapus sisa latar di atas kepala dengan kuas, atau turunkan orangnya di langkah 1.",
  "sides-not-clear":
    "Di langkah 2, hapus sisa latar di kiri dan kanan dengan kuas, atau perkecil orangnya di langkah 1.",
  "too-little-background":
    "Di langkah 1, perkecil fotonya sampai ada ruang di sekeliling kepala; atau hapus latarnya di langkah 2.",
  "too-little-person":
    "Di langkah 1, perbesar sampai kepala dan bahu mengisi bingkai; bila orangnya ikut terhapus, pulihkan di langkah 2.",
  "not-down-to-the-edge":
    "Di langkah 1, geser ke bawah atau perbesar sampai badan mengisi tepi bawah; bila badan ikut terhapus, pulihkan di langkah 2.",
  "stray-pieces": "Di langkah 2, hapus sisa latar itu dengan kuas, atau pilih foto berlatar polos.",
  "holes-in-person": "Di langkah 2, pilih kuas «Pulihkan», lalu usap badan yang ikut terhapus.",
  "jagged-edge":
    "Di langkah 2, gunakan alat hapus latar, atau rapikan tepinya dengan kuas yang lebih kecil.",
  "straight-cut":
    "Di langkah 2, hapus sisa latar dengan kuas, atau pilih foto berlatar polos. Bila rambut atau bahu terpotong, perkecil atau geser di langkah 1, atau pilih foto yang lebih lebar.",
  "round-cut":
    "Di langkah 2, pilih kuas «Pulihkan», lalu usap bagian kepala yang terpotong. Bila di foto aslinya pun terpotong, pilih foto lain.",
  "head-not-solid": "Di langkah 2, pilih kuas «Pulihkan», lalu usap wajah yang tembus pandang.",
  "veil-left": "Di langkah 2, hapus sisa itu dengan kuas, atau gunakan alat hapus latar.",
  halo: "Di langkah 2, hapus garis itu dengan kuas yang lebih kecil, atau gunakan alat hapus latar.",
  "leftover-attached":
    "Di langkah 2, hapus sisa latar itu dengan kuas, atau pilih foto berlatar polos.",
  enlarged: "Di langkah 1, kurangi pembesaran, atau pilih foto asli yang lebih besar.",
  posterised: "Pilih foto asli dengan warna penuh, tanpa filter.",
  inverted: "Pilih foto aslinya.",
  "several-faces":
    "Di langkah 1, geser atau perbesar sampai hanya Anda yang terlihat, atau hapus yang lain dengan kuas di langkah 2.",
  "upside-down": "Di langkah 1, putar 90° sampai tegak.",
  "face-too-small": "Di langkah 1, perbesar sampai kepala mengisi garis lonjong.",
  "face-too-large":
    "Di langkah 1, perkecil sampai kepala ada di dalam garis lonjong, atau pilih foto yang diambil dari lebih jauh.",
  "face-too-high": "Di langkah 1, geser ke bawah sampai mata pada garis putus-putus.",
  "face-too-low": "Di langkah 1, geser ke atas sampai mata pada garis putus-putus.",
  "face-off-middle": "Di langkah 1, geser sampai wajah di tengah garis lonjong.",
  "head-tilted": "Di langkah 1, putar sedikit sampai kepala tegak.",
} satisfies Partial<Record<ViolationCode, string>>;

export type StudioFixes = typeof id;
