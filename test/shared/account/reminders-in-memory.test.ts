import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { reminderTableContract } from "../../support/reminder-table-contract.ts";
import { RemindersInMemory } from "../../support/reminders-in-memory.ts";

reminderTableContract(async () => {
  const accounts = new AccountRecordsInMemory();
  await accounts.add({ id: "emp_siti", instansiId: "ins_contoh" }, new Date());
  const history: ConstructorParameters<typeof RemindersInMemory>[1] = [];
  return {
    reminders: new RemindersInMemory(accounts, history),
    summary: () => accounts.summary("emp_siti"),
    history: async () => history,
  };
});
