export const id = {
  title: "Studio foto",
  lead: "Foto dikerjakan di perangkat ini. Tidak ada yang dikirim sampai Anda menekan «Kirim untuk diperiksa».",
  steps: "Langkah",
  frame: "1. Bingkai",
  background: "2. Latar",
  check: "3. Periksa",
  opening: "Foto sedang dibuka.",
  drawing: "Foto sedang dikerjakan.",
  drawn: "Foto selesai dikerjakan.",
  nobody: "Tidak ada orang yang ditemukan di dalam bingkai.",
  nobodyLeft:
    "Setelah latar dihapus, tidak ada orang yang tersisa: studio mencari satu orang di tengah bingkai, dengan latar di kiri dan kanannya.",
  nobodyFix:
    "Di langkah 1, geser atau perkecil sampai satu orang utuh ada di tengah; atau kembalikan latarnya di langkah 2. Foto tanpa orang tidak dapat dikirim.",
  hardlyAnybody: "Hampir seluruh orangnya ikut terhapus, atau orangnya terlalu kecil.",
  waysOn:
    "Gunakan alat hapus latar, kembalikan latarnya dengan tombol di bawah, atau pilih foto lain dengan satu orang yang terlihat jelas.",
  toTool: "Ke alat hapus latar",
  failed: "Foto ini gagal dikerjakan di perangkat ini. Coba lagi, atau pilih foto lain.",
  again: "Coba lagi",
  cannotDraw:
    "Peramban ini terlalu lama untuk studio foto. Perbarui peramban, atau siapkan PNG 450 × 575 piksel berlatar transparan di perangkat lain.",
  problems: {
    heic: "Peramban ini tidak dapat membuka foto HEIC. Simpan atau ekspor dulu sebagai JPEG di ponsel atau komputer Anda, lalu pilih lagi.",
    "not-a-picture": "Berkas ini bukan foto. Pilih foto JPEG, PNG, atau WebP.",
    "too-many-pixels": "Foto ini lebih dari 64 megapiksel. Perkecil dulu, lalu pilih lagi.",
    damaged: "Foto ini rusak atau terlalu besar untuk perangkat ini. Pilih foto lain.",
  },
  stageFrame: "Foto di dalam bingkai",
  stageFrameHelp:
    "Geser dengan jari, tetikus, atau tombol panah; perbesar dengan cubitan, roda, atau + dan −. Letakkan mata pada garis putus-putus, kepala di dalam garis lonjong, dan bahu sampai tepi bawah.",
  early: {
    "too-small": (size: string) =>
      `Foto ini terlalu kecil: hanya ${size} piksel di dalam bingkai, padahal foto kartu 450 × 575 piksel. Kurangi pembesaran, atau pilih foto asli yang lebih besar.`,
    enlarged: (size: string) =>
      `Foto ini hasil pembesaran: aslinya hanya ${size} piksel di dalam bingkai. Pilih foto asli yang lebih besar.`,
    "too-dark":
      "Foto ini tampak terlalu gelap. Pilih foto yang diambil di tempat terang, dengan cahaya dari depan.",
    "no-face":
      "Tidak ada wajah yang ditemukan di dalam bingkai. Geser fotonya sampai wajah Anda terlihat, atau pilih foto lain.",
    "several-faces":
      "Ada lebih dari satu wajah di dalam bingkai. Geser atau perbesar sampai hanya Anda yang terlihat, atau pilih foto lain.",
    "all-outside":
      "Foto ini memuat lebih dari satu orang, dan tidak ada wajah yang utuh di dalam bingkai. Geser atau perkecil sampai wajah Anda utuh.",
    "others-outside":
      "Foto ini memuat lebih dari satu orang. Hanya yang di dalam bingkai yang dipakai: pastikan orangnya benar.",
  },
  stageBackground: "Foto dengan latar yang dihapus",
  stageBackgroundHelp:
    "Usap bagian yang salah. Dengan papan tombol: panah menggerakkan kuas, spasi mengusap.",
  zoom: "Perbesar",
  turn: "Putar",
  quarter: "Putar 90°",
  left: "Ke kiri",
  right: "Ke kanan",
  up: "Ke atas",
  down: "Ke bawah",
  reset: "Kembali ke awal",
  move: "Geser foto",
  wallHint:
    "«Hapus latar» menghapus dinding atau kain satu warna di belakang Anda. Cahaya yang tidak rata boleh.",
  removeWall: "Hapus latar",
  keepWall: "Kembalikan latar",
  tools: {
    person: {
      title: "Latar yang tidak polos",
      offer:
        "Alat ini mengenali letak orang di foto, juga di depan latar yang ramai. Alat ini bekerja di perangkat Anda; fotonya tidak dikirim.",
      load: (size: string) => `Unduh alat hapus latar (${size})`,
      ready: "Alat hapus latar dipakai. Alat ini tersimpan di peramban ini sampai Anda keluar.",
      without: "Latar polos tetap dapat dihapus, dan kuas tetap dapat dipakai.",
    },
    face: {
      title: "Alat wajah",
      offer:
        "Alat ini mengatur bingkai dari wajah, dan memeriksa wajah, cahaya, warna, serta ketajaman sebelum foto dikirim. Alat ini bekerja di perangkat Anda.",
      load: (size: string) => `Unduh alat wajah (${size})`,
      ready:
        "Alat wajah dipakai: bingkai tetap dapat digeser, dan hasil pemeriksaan sudah lengkap.",
      without: "Bingkai dapat diatur sendiri, dan wajah diperiksa setelah foto dikirim.",
    },
  },
  checkedLater: "Wajah, cahaya, warna, dan ketajaman diperiksa setelah dikirim.",
  loadingTool: (size: string) => `Alat sedang diunduh (${size}).`,
  stopLoading: "Batalkan unduhan",
  toolProblems: {
    offline: "Sambungan terputus, jadi alat ini belum terunduh. Coba lagi nanti.",
    refused: "Alat ini belum dapat diunduh. Coba lagi nanti.",
    unable: "Peramban ini tidak dapat menjalankan alat ini. Perbarui peramban bila bisa.",
  },
  brushTitle: "Rapikan dengan kuas",
  brush: "Kuas",
  erase: "Hapus",
  restore: "Pulihkan",
  pan: "Geser",
  size: "Besar kuas",
  undo: "Batalkan",
  redo: "Ulangi",
  magnify: "Pembesaran",
  before: "Lihat aslinya",
  next: "Lanjut",
  back: "Kembali",
  live: {
    title: "Syarat foto",
    size: "Ukuran",
    transparency: "Latar",
    face: "Wajah",
    light: "Cahaya",
    colour: "Warna",
    sharpness: "Tajam",
  },
  result: "Hasil",
  resultAlt: "Foto Anda, 450 × 575 piksel, berlatar transparan",
  notYet:
    "Ada syarat yang belum terpenuhi. Anda masih dapat mengirimnya, tetapi foto ini akan ditolak.",
  ready:
    "Semua yang dapat diperiksa di sini terpenuhi. Pemeriksaan terakhir dilakukan setelah dikirim.",
  send: "Kirim untuk diperiksa",
  download: "Unduh PNG",
  fileName: "foto-kartu-asn.png",
  sketch: "Pratinjau kartu",
  sketchHint: "Gambaran sederhana. Kartu yang sebenarnya digambar setelah foto diterima.",
  sketchTitle: (kind: string) => `Kartu ASN Virtual ${kind}`,
  kept: "Foto yang tadi Anda kerjakan masih tersimpan di perangkat ini.",
  untilLogout: "Pekerjaan ini dihapus dari perangkat ini bila Anda keluar.",
  notKept: "Peramban ini tidak mengizinkan penyimpanan: pekerjaan ini hilang bila halaman ditutup.",
};

export type Studio = typeof id;
