/** The files of a request: they come once there is one. */
export const id = {
  file: (place: number) => `Berkas ${place}`,
  view: "Tampilkan berkas",
  frame: (place: number) => `Isi berkas ${place}`,
};

export type RequestFilesText = typeof id;
