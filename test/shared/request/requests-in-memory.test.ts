import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { requestTableContract } from "../../support/request-table-contract.ts";
import { RequestsInMemory } from "../../support/requests-in-memory.ts";

requestTableContract(async () => {
  const requests = new RequestsInMemory();
  return { requests, history: new HistoryInMemory(requests.history) };
});
