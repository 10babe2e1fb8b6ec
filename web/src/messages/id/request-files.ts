/** The files of a request: they come once there is one. */
export const id = {
  file: (place: number) => `Berkas ${place}`,
  view: "Tampilkan berkas",
  preparing: "Menyiapkan berkas…",
  notShown: "Berkas ini belum dapat ditampilkan. Coba lagi; bila tetap gagal, unduh berkasnya.",
  frame: (place: number) => `Isi berkas ${place}`,
};

export type RequestFilesText = typeof id;
