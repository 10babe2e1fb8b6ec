/** The page that scans cards and checks them without the network: what it has from the start. */
export const id = {
  title: "Pindai kartu",
  camera: "Nyalakan kamera",
  stop: "Matikan kamera",
  torch: "Senter",
  looking: "Arahkan kamera ke kode QR di kartu.",
  reading: "Membaca kode…",
  checking: "Memeriksa…",
  loading: "Memuat pembaca kode (0,4 MB, sekali saja)…",
  noCode: "Tidak ada kode QR yang terbaca di gambar ini. Pilih gambar yang lebih dekat dan tajam.",
  noPicture: "Gambar ini tidak dapat dibuka.",
  cameraRefused:
    "Kamera tidak diizinkan. Izinkan kamera untuk alamat ini di pengaturan peramban, atau pilih gambar kartu.",
  needsNetwork: "Alamat ini perlu jaringan. Sambungkan perangkat, lalu tekan lagi.",
  noCamera: "Tidak ada kamera yang dapat dipakai di perangkat ini. Pilih gambar kartu.",
  noReader: "Pembaca kode belum sampai. Sambungkan perangkat ke jaringan sekali, lalu coba lagi.",
};

export type Scan = typeof id;
