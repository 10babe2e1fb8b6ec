import type { ContractTerm } from "../id/contract-term.ts";

export const en: ContractTerm = (usual) =>
  `A contract of a PPPK Paruh Waktu usually lasts a year (KepmenPANRB 16/2025), so until about ${usual}. Please check the day.`;
