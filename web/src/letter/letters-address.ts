/** Where the officers' page of letters is. @param rest of its query: "&id=…" */
export const lettersAddress = (rest = ""): string => `/petugas/instansi?bagian=surat${rest}`;
