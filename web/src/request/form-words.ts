/** What the addresses of new requests are called by; those of changes of data by the part of the record. */
export const photoWord = "foto";
export const reportWord = "laporan";
export const leaveWord = "cuti";
export const attendanceWord = "presensi";
export const letterWord = "surat";
export const claimWord = "sertifikat";
