import type { RecordFields } from "../id/record-fields.ts";

export const en: RecordFields = {
  name: "Name without degrees",
  gelarDepan: "Degrees before the name",
  gelarBelakang: "Degrees after the name",
  golongan: "Golongan",
  jabatan: "Position (jabatan)",
  unitKerja: "Unit (unit kerja)",
  email: "E-mail",
  phone: "Phone number",
  contractEnd: "End of contract",
  kedudukanHukum: "Kedudukan hukum",
  tmt: "In office since (TMT)",
  instansi: "Agency",
  nip: "NIP",
  niPppk: "NI PPPK",
  kind: "Kind of employee",
  photoId: "Photo",
  qrGeneration: "QR code generation",
};
