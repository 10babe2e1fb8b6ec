/** Who approved what another person did. */
export const id = {
  approvedBy: "disetujui oleh",
  secondPerson: "orang kedua",
};

export type Approver = typeof id;
