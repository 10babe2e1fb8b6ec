import { expect, test } from "vitest";
import { photo } from "../../../web/src/messages/photo.ts";
import { counterNetwork } from "../../../web/src/officer/counter-network.ts";

test("an officer reads of the person's card that it is not valid, not of the own", () => {
  const { failures } = counterNetwork("emp_siti");

  expect(photo.failures["card-not-active"]).toMatch(/Kartu Anda/);
  expect(failures["card-not-active"]).toMatch(/^Kartu pegawai ini/);
  expect(failures["card-not-active"]).not.toMatch(/Anda/);
});
