/** An import's whole way in memory: brought, judged, asked for, approved, applied. */

import { approve } from "#shared/access/decide-approval.ts";
import type { Grant } from "#shared/access/role.ts";
import type { Officer } from "#shared/access/scope.ts";
import type { Bulk, BulkId } from "#shared/bulk/bulk.ts";
import { type DoStep, doStep } from "#shared/bulk/do-step.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { type ApplyImport, importsToApply } from "#shared/import/apply-import.ts";
import { askImport, importsAskedFor } from "#shared/import/ask-import.ts";
import { beginImport } from "#shared/import/begin-import.ts";
import { withErrors } from "#shared/import/file-with-errors.ts";
import { type Import, type ImportId, isJudged } from "#shared/import/import.ts";
import type { ImportProblem } from "#shared/import/import-problem.ts";
import { type JudgeImport, judgeImport } from "#shared/import/judge-import.ts";
import { markRefused } from "#shared/import/mark-refused.ts";
import { readRefused } from "#shared/import/refused-rows.ts";
import { AccountRecordsInMemory } from "./account-records-in-memory.ts";
import { AgenciesInMemory } from "./agencies-in-memory.ts";
import { ApprovalsInMemory } from "./approvals-in-memory.ts";
import { aNip, anEmployee } from "./builders.ts";
import { BulksInMemory } from "./bulks-in-memory.ts";
import { EmployeesInMemory } from "./employees-in-memory.ts";
import { FakeClock } from "./fake-clock.ts";
import { ImportFilesInMemory, ImportsInMemory } from "./imports-in-memory.ts";
import { LimitsInMemory } from "./limits-in-memory.ts";
import { aGrant, RolesInMemory } from "./roles-in-memory.ts";
import { UnitsInMemory } from "./units-in-memory.ts";

export const budi = anEmployee({
  ...{ id: "emp_budi", nip: aNip("197001011995031001"), email: "budi@contoh.example" },
});
export const citra = anEmployee({
  ...{ id: "emp_citra", nip: aNip("197002021995032001"), email: "citra@contoh.example" },
});

const asked = { mode: "all", reason: "Pindah ke Kartu, SK 12/2026" } as const;

export class ImportWorld {
  readonly clock = new FakeClock("2026-11-26T03:00:00.000Z");
  readonly employees: EmployeesInMemory;
  readonly units = new UnitsInMemory();
  readonly accountRecords = new AccountRecordsInMemory();
  readonly roles = new RolesInMemory();
  readonly imports = new ImportsInMemory();
  readonly files = new ImportFilesInMemory();
  readonly bulks = new BulksInMemory();
  readonly agencies = new AgenciesInMemory();
  readonly limits = new LimitsInMemory();
  readonly approvals: ApprovalsInMemory;
  readonly messages: BulkId[] = [];
  readonly #by = { ...budi, employeeId: budi.id, units: undefined };
  #brought = 0;

  constructor(...employees: Employee[]) {
    this.employees = new EmployeesInMemory(budi, citra, ...employees);
    this.approvals = new ApprovalsInMemory(this.employees.history);
    const given: readonly (readonly [Employee, Grant])[] = [
      [budi, aGrant("petugas")],
      [citra, aGrant("penyetuju")],
    ];
    for (const [{ id }, grant] of given) this.roles.set(id, grant);
  }
  /** @param by somebody else than Budi */
  async bring(
    bytes: Uint8Array<ArrayBuffer>,
    { fileName = "pegawai.csv", ...by }: Partial<Officer> & { readonly fileName?: string } = {},
  ): Promise<ImportId> {
    this.#brought += 1;
    const requestId = `00000000-0000-4000-8000-00000000000${this.#brought}`;
    const request = { requestId, fileName, size: bytes.length };
    const { id } = await beginImport(this, request, { ...this.#by, ...by });
    await this.files.putUpload(id, bytes);
    return id;
  }

  judge(id: ImportId, broken: Partial<JudgeImport> = {}) {
    const markFile = async function* (file: Blob) {
      yield new Uint8Array(await file.arrayBuffer());
    };
    return judgeImport({ ...this, markFile, ...broken }, id);
  }

  /** As the queue's worker, for each that was asked for. @returns what became of them */
  async mark() {
    const ids = this.files.toMark.splice(0);
    async function* told(problems: AsyncIterable<ImportProblem>) {
      for await (const problem of problems) yield { ...problem, message: `${problem.code}.` };
    }
    const markFile = (file: Blob, problems: AsyncIterable<ImportProblem>) =>
      withErrors(file, told(problems));
    return await Promise.all(ids.map((id) => markRefused({ ...this, markFile }, id)));
  }

  ask(id: ImportId, wish: Partial<{ mode: "all" | "good-rows" }> = {}) {
    return askImport(this, { id, ...asked, ...wish, by: this.#by });
  }

  /** Somebody else agrees, and the first step's message is there. */
  async approve(id: ImportId): Promise<Bulk> {
    const { asking } = (await this.imports.find(id)) ?? {};
    if (!asking) throw new Error("Nobody has asked for it.");
    const by = { employeeId: citra.id, instansiId: citra.instansiId, roles: [aGrant("penyetuju")] };
    const sendFirst = async (bulkId: BulkId) => void this.messages.push(bulkId);
    const { approvals, clock, roles } = this;
    await approve(
      {
        ...{ approvals, clock },
        kinds: { import: importsAskedFor({ ...this, bulkSteps: { sendFirst } }) },
        standingOf: async (person) => {
          const given = await roles.find(person);
          return { roles: given.grants, unchanged: roles.unchanged(given) };
        },
      },
      { id: asking.approvalId, by },
    );
    return await this.bulkOf(id);
  }

  async bulkOf(id: ImportId): Promise<Bulk> {
    const { bulkId } = (await this.imports.find(id)) ?? {};
    const bulk = bulkId && (await this.bulks.find(bulkId));
    if (!bulk) throw new Error("It is not being applied.");
    return bulk;
  }

  step(broken: { bulk?: Partial<DoStep>; apply?: Partial<ApplyImport> } = {}) {
    const [id] = this.messages;
    if (!id) throw new Error("No message is there.");
    const steps = { send: async (sent: BulkId) => void this.messages.push(sent) };
    const notHere = { step: () => Promise.reject(new Error("This is no import.")) };
    const others = {
      "unit-move": notHere,
      "agency-name": notHere,
      remind: notHere,
      quality: notHere,
      change: notHere,
    };
    const kinds = { import: importsToApply({ ...this, ...broken.apply }), ...others };
    return doStep({ ...this, steps, kinds, ...broken.bulk }, id);
  }

  /** As SQS: a message is taken away when its step has returned. */
  async workToEnd(): Promise<void> {
    while (this.messages.length > 0) {
      await this.step();
      this.messages.shift();
    }
  }

  /** The whole way of a file. */
  async apply(bytes: Uint8Array<ArrayBuffer>, mode: "all" | "good-rows" = "all"): Promise<Bulk> {
    const id = await this.bring(bytes);
    await this.judge(id);
    await this.ask(id, { mode });
    await this.approve(id);
    await this.workToEnd();
    return await this.bulkOf(id);
  }

  async found(id: ImportId): Promise<Import> {
    const each = await this.imports.find(id);
    if (!each) throw new Error("There is no such import.");
    return each;
  }

  /** Who was refused when the newest import was applied. */
  async refusedRows() {
    const [each] = await this.imports.ofAgency("ins_contoh", 1);
    if (!each || !isJudged(each)) throw new Error("Nothing is judged.");
    const { items } = await readRefused(this.files, each.judgement, undefined);
    return items.map(({ row, code, nip, name }) => ({ row, code, nip, name }));
  }

  /** Everything of the agency's people that an import may write, for a comparison. */
  async state(): Promise<unknown> {
    const people = await Array.fromAsync(this.employees.inAgency("ins_contoh"));
    const accounts = await Promise.all(people.map(({ id }) => this.accountRecords.summary(id)));
    const told = this.employees.history.filter(({ subjectId }) => subjectId.startsWith("emp_"));
    return {
      people: people.toSorted((a, b) => a.nip.localeCompare(b.nip)),
      accounts: accounts.toSorted((a, b) =>
        (a?.employeeId ?? "").localeCompare(b?.employeeId ?? ""),
      ),
      history: told.toSorted((a, b) => a.subjectId.localeCompare(b.subjectId)),
    };
  }
}
