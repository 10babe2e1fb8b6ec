/** The product with one of the rules taken away that keep one person from getting in alone. Each must be caught. */

import { isEmployeeId } from "#shared/employee/employee.ts";
import { keptChange } from "#shared/employee/employee-rules.ts";
import { employeeChangeRequest } from "#shared/employee/record-requests.ts";
import { revise } from "#shared/employee/revision.ts";
import { noContent } from "#shared/http/answers.ts";
import { readBody } from "#shared/http/read-input.ts";
import type { Route } from "#shared/http/route.ts";
import type { Cast, Meanwhile, Rule } from "./play.ts";
import { aloneRules, others, pairRules, pairs } from "./rules.ts";
import {
  type Break,
  budi,
  fajar,
  hana,
  oka,
  type Parts,
  putu,
  rini,
  sari,
  siti,
  tono,
} from "./world.ts";

interface Mutant {
  readonly casts: readonly Cast[];
  readonly rules: readonly Rule[];
  readonly meanwhile?: Meanwhile;
  readonly breaks: Break;
}

/** The same object, but for these methods. */
function instead<Part extends object>(part: Part, methods: Partial<Part>): Part {
  return new Proxy(part, {
    get: (target, name) => {
      const found: unknown = Reflect.get(name in methods ? methods : target, name);
      return typeof found === "function" ? found.bind(target) : found;
    },
  });
}

const alone = (breaks: Break, ...casts: readonly Cast[]): Mutant => ({
  ...{ casts, breaks },
  rules: aloneRules,
});
const paired = (breaks: Break): Mutant => ({
  ...{ breaks, casts: pairs, meanwhile: others },
  rules: pairRules,
});

/** The form's route without the question who has to agree. */
function savingAlone(stated: Route, { employees, clock }: Parts): Route {
  if (stated.method !== "PATCH") return stated;
  return {
    ...stated,
    respond: async (request, { id = "" }) => {
      const { changes } = readBody(request, employeeChangeRequest);
      const person = isEmployeeId(id) ? await employees.find(id) : undefined;
      const actor = { role: "officer", id: budi.id } as const;
      const told = { at: clock.now(), actor, action: "changed" } as const;
      const next = person && revise(person, keptChange(changes), told);
      if (next) await employees.save(next);
      return noContent();
    },
  };
}

export const mutants: Readonly<Record<string, Mutant>> = {
  "one officer changes fields that take two": alone(
    (parts) => ({ officersRoutes: (routes) => routes.map((each) => savingAlone(each, parts)) }),
    { self: budi, victims: [siti, sari, tono] },
  ),

  "who asked approves": alone(
    ({ approvals }) => ({
      approvals: instead(approvals, {
        find: async (id) => {
          const found = await approvals.find(id);
          const { id: other } = found?.kind === "roles" ? putu : budi;
          return found && { ...found, asker: { ...found.asker, id: other } };
        },
      }),
    }),
    { self: rini, victims: [sari, tono] },
    { self: oka, victims: [siti] },
  ),

  "an approval is carried out when it is asked for": alone(
    ({ accountRecords, clock }) => ({
      accountRecords: instead(accountRecords, {
        askingMfaReset: (id, asked) => {
          const at = clock.now().toISOString();
          const decided = { ...asked, decidedAt: at, effectiveFrom: at };
          return accountRecords.askingMfaReset(id, decided);
        },
      }),
    }),
    { self: budi, victims: [siti] },
  ),

  "a password alone registers an authenticator": alone(
    ({ challenges }) => ({
      challenges: instead(challenges, {
        add: async (challenge) => {
          const { awaitsMail: _, ...rest } = { awaitsMail: undefined, ...challenge };
          await challenges.add(rest);
        },
      }),
    }),
    { self: hana, factor: "password", victims: [tono] },
  ),

  "a reset of the password takes the authenticator away": alone(
    ({ users }) => ({
      resets: instead(users, {
        resetPassword: async (nip, code, password) => {
          await users.resetPassword(nip, code, password);
          await users.resetMfa(nip);
        },
      }),
    }),
    { self: hana, factor: "mailbox", victims: [siti] },
  ),

  "a new address receives codes at once": paired(() => ({ newEmailWaitHours: 0 })),

  "anybody's authenticator confirms a login by QR": alone(
    ({ authenticatorKey, users }) => ({
      authenticatorKey: {
        ...authenticatorKey,
        open: async () => users.users.get(hana.nip)?.key ?? "",
      },
    }),
    { self: hana, factor: "open-browser", victims: [siti] },
  ),

  "the officer reads the code that the holder should read aloud": paired(({ deliverCode }) => ({
    deliverCode: (to, purpose, code) => {
      deliverCode(to, purpose, code);
      if (purpose === "counter") deliverCode(budi.email, purpose, code);
    },
  })),

  "it is forgotten that the holder froze the account": alone(
    ({ sessions }) => ({
      sessions: instead(sessions, {
        findAccount: async (id) => {
          const account = await sessions.findAccount(id);
          const by = { role: "officer", id: rini.id } as const;
          return account.frozen ? { ...account, frozen: { ...account.frozen, by } } : account;
        },
      }),
    }),
    { self: budi, victims: [fajar] },
  ),

  "it is forgotten who changed an address, and what it was before": paired(({ employees }) => ({
    employees: instead(employees, {
      find: async (id) => {
        const found = await employees.find(id);
        return found && { ...found, emailMoves: undefined };
      },
    }),
  })),

  "a link says that it cancelled, and does not": paired(({ accountRecords }) => ({
    accountRecords: instead(accountRecords, { takeMfaReset: async () => true }),
  })),

  "a reset of an absent holder counts at once": paired(({ accountRecords }) => ({
    accountRecords: instead(accountRecords, {
      decidingMfaReset: (id, reset) =>
        accountRecords.decidingMfaReset(id, { ...reset, effectiveFrom: reset.decidedAt ?? "" }),
    }),
  })),
};
