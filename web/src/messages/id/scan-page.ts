/** What stands on the page that scans from the start: the build writes it, the script does not carry it. */
export const id = {
  appName: "Periksa Kartu ASN",
  lead: "Memeriksa Kartu ASN Virtual dari kode QR-nya, juga tanpa jaringan. Tidak ada data kartu yang disimpan atau dikirim.",
  picture: "Pilih gambar kartu",
  ready: {
    title: "Tanpa jaringan",
    prepare: "Siapkan sekarang",
    install: "Pasang di perangkat ini",
    why: "Yang terpasang membuka halaman yang sama setiap kali, bukan alamat dari kode yang mungkin tiruan. Pasang dari alamat resmi yang tercetak di kartu.",
  },
  byHand: "Ketik Nomor Seri dan Kode Periksa",
};

export type ScanPage = typeof id;
