import { CaptchasInMemory } from "../../support/captchas-in-memory.ts";
import { suspectedCardsContract } from "../../support/reported-photos-contract.ts";

suspectedCardsContract(async () => {
  const captchas = new CaptchasInMemory();
  return { captchas, reports: captchas.suspicions };
});
