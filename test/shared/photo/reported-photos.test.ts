import { CaptchasInMemory } from "../../support/captchas-in-memory.ts";
import { reportedPhotosContract } from "../../support/reported-photos-contract.ts";

reportedPhotosContract(async () => {
  const captchas = new CaptchasInMemory();
  return { captchas, reports: captchas };
});
