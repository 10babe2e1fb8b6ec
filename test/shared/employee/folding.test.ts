import { expect, test } from "vitest";
import { foldDigits, foldWords } from "#shared/employee/folding.ts";

test.each([
  ["Siti Rahma", ["siti", "rahma"]],
  ["  SITI\u00a0 Rahmá ", ["siti", "rahma"]],
  ["Ni'matullah", ["nimatullah"]],
  ["Ni\u02bcmatullah", ["nimatullah"]],
  ["Jean-François Contohë", ["jeanfrancois", "contohe", "francois"]],
  ["Anak–Agung", ["anakagung", "agung"]],
  ["Đurić Łukasz Øster Æbelø Straße", ["duric", "lukasz", "oster", "aebelo", "strasse"]],
  ["Þórður Œuvreƒ Ŧəmir", ["thordur", "oeuvref", "temir"]],
  ["S.Kom., M.T.", ["skom", "mt"]],
  ["Sp.PD-KHOM", ["sppdkhom", "khom"]],
  ["Kelas ٣", ["kelas", "3"]],
  ["李", []],
  ["%", []],
  ["-", []],
  ["", []],
])("%j is looked up as %j", (text, words) => {
  expect(foldWords(text)).toEqual(words);
});

test.each([
  ["0123456789", "0123456789"],
  ["٠١٢٣٤٥٦٧٨٩", "0123456789"],
  ["۰۱۲۳۴۵۶۷۸۹", "0123456789"],
  ["०१२३४५६७८९", "0123456789"],
  ["１９𝟏𝟗𝟬", "19190"],
  ["꧐꧑꧙", "019"],
])("%s is %s", (text, digits) => {
  expect(foldDigits(text)).toBe(digits);
});
