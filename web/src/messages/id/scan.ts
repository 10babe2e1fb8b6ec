/** The page that scans cards and checks them without the network: what it has from the start. */
export const id = {
  appName: "Periksa Kartu ASN",
  title: "Pindai kartu",
  lead: "Memeriksa Kartu ASN Virtual dari kode QR-nya, juga tanpa jaringan. Tidak ada data kartu yang disimpan atau dikirim.",
  camera: "Nyalakan kamera",
  stop: "Matikan kamera",
  torch: "Senter",
  picture: "Pilih gambar kartu",
  looking: "Arahkan kamera ke kode QR di kartu.",
  reading: "Membaca kode…",
  checking: "Memeriksa…",
  loading: "Memuat pembaca kode (0,4 MB, sekali saja)…",
  noCode: "Tidak ada kode QR yang terbaca di gambar ini. Pilih gambar yang lebih dekat dan tajam.",
  noPicture: "Gambar ini tidak dapat dibuka.",
  cameraRefused:
    "Kamera tidak diizinkan. Izinkan kamera untuk alamat ini di pengaturan peramban, atau pilih gambar kartu.",
  noCamera: "Tidak ada kamera yang dapat dipakai di perangkat ini. Pilih gambar kartu.",
  noReader: "Pembaca kode belum sampai. Sambungkan perangkat ke jaringan sekali, lalu coba lagi.",
  ready: {
    title: "Tanpa jaringan",
    prepare: "Siapkan sekarang",
    install: "Pasang di perangkat ini",
    why: "Yang terpasang membuka halaman yang sama setiap kali, bukan alamat dari kode yang mungkin tiruan. Pasang dari alamat resmi yang tercetak di kartu.",
  },
  byHand: "Ketik Nomor Seri dan Kode Periksa",
};

export type Scan = typeof id;
