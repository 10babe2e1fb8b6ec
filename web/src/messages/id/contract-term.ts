/** A hint beside the end of a contract, which keeps nobody from going on. */
export const id = (usual: string) =>
  `Perjanjian PPPK Paruh Waktu biasanya satu tahun (KepmenPANRB 16/2025), jadi sampai sekitar ${usual}. Periksa tanggalnya.`;

export type ContractTerm = typeof id;
