/** The page that stands for every other one while an operator has closed the site. It is made when the site is built. */
export const id = {
  title: "Sedang dalam pemeliharaan",
  lead: "Layanan ini ditutup sementara untuk pemeliharaan. Data, foto, dan kartu Anda tetap tersimpan.",
  wait: "Silakan coba lagi beberapa menit lagi. Pemeriksaan kartu lewat kode QR juga berhenti sementara; kartu yang belum dapat diperiksa tidak berarti kartu palsu.",
  again: "Coba lagi",
};

export type Maintenance = typeof id;
