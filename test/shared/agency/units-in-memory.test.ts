import { unitTableContract } from "../../support/unit-table-contract.ts";
import { UnitsInMemory } from "../../support/units-in-memory.ts";

unitTableContract(async () => {
  const units = new UnitsInMemory();
  return { units, register: units };
});
