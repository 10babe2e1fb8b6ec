/** NIK: the 16-digit number of a resident, `PPKKCC DDMMYY NNNN`; for women the day is 40 higher. There is no check digit. */

const shape = /^[1-9]\d{5}(\d{2})(\d{2})(\d{2})(\d{4})$/;

/** Whether it can be one: a day, a month, and an order above 0. */
export function isNik(text: string): boolean {
  const [, day = "", month = "", , order = ""] = shape.exec(text) ?? [];
  const inMonth = Number(day) % 40;
  return (
    inMonth >= 1 && inMonth <= 31 && Number(month) >= 1 && Number(month) <= 12 && order !== "0000"
  );
}

/**
 * Whether day, month, year and sex in it are those of the person. It follows neither a corrected birth date nor sex, so a
 * difference proves nothing.
 */
export function nikFits(
  nik: string,
  { birthDate, sex }: { readonly birthDate: string; readonly sex: "M" | "F" },
): boolean {
  const [, day, month, year] = shape.exec(nik) ?? [];
  const inMonth = Number(birthDate.slice(8)) + (sex === "F" ? 40 : 0);
  return (
    Number(day) === inMonth && month === birthDate.slice(5, 7) && year === birthDate.slice(2, 4)
  );
}
