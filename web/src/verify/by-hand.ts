/** The page that checks a card by the two numbers on it. */
import { parseCheckCode, parseSerial } from "#shared/card/printed-numbers.ts";
import { verify as text } from "../messages/verify.ts";
import { showProblem, startChecking } from "./check.ts";
import { find } from "./find.ts";
import { keptPass } from "./pass.ts";

const serialInput = find("serial", HTMLInputElement);
const codeInput = find("check-code", HTMLInputElement);

startChecking(() => {
  const serial = parseSerial(serialInput.value);
  if (!serial) return showProblem(text.wrongSerial, serialInput);
  const checkCode = parseCheckCode(codeInput.value);
  if (!checkCode) return showProblem(text.wrongCode, codeInput);
  return { serial, checkCode };
});
// Who comes from an answer checks the next card.
if (keptPass()) serialInput.focus();
