import { describe } from "vitest";
import { captchaTableContract } from "../../support/captcha-table-contract.ts";
import { CaptchasInMemory } from "../../support/captchas-in-memory.ts";

describe("captchas in memory", () => captchaTableContract(async () => new CaptchasInMemory()));
