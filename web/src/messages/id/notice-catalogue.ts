export const id = {
  lead: "Setiap pemberitahuan: yang dibaca pegawai di halaman kartu dan isi surelnya, dalam dua bahasa. Tidak ada data orang di sini.",
  count: (count: number) => `${count} pemberitahuan`,
  find: "Cari kode atau kata",
  none: "Tidak ada pemberitahuan dengan kata itu.",
  security: "Keamanan: surel dikirim segera",
  other: "Surel dapat menunggu ringkasan harian",
  inbox: "Di halaman kartu",
  mail: "Surel",
  link: "[tautan]",
};

export type NoticeCatalogue = typeof id;
