import { fileName } from "#shared/card/card-file.ts";
import { printedEmblem } from "#shared/card/design/printed-emblem.ts";
import { drawFile, type FilesOnDemand } from "#shared/card/draw-file.ts";
import { issueCard } from "#shared/card/issue-card.ts";
import { DocumentTypesetter } from "#shared/document/document-typesetter.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { CircularTypesetter } from "#shared/notification/circular-typesetter.ts";
import { digestsOf } from "#shared/photo/photo-digest.ts";
import type { Upload } from "#shared/photo/upload.ts";
import { holderRoutes } from "../../../functions/holder-api/routes.ts";
import { AnnouncementsInMemory } from "../../support/announcements-in-memory.ts";
import { ApprovalsInMemory } from "../../support/approvals-in-memory.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import {
  type ApiRequest,
  callApi,
  handlerOptions,
  hmacKey,
  siteUrl,
} from "../../support/call-api.ts";
import { CaptchasInMemory } from "../../support/captchas-in-memory.ts";
import { CardWorld } from "../../support/card-world.ts";
import { DocumentsInMemory } from "../../support/documents-in-memory.ts";
import { EvidenceInMemory } from "../../support/evidence-in-memory.ts";
import { LeaveLedgersInMemory } from "../../support/leave-ledgers-in-memory.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { NotificationsInMemory } from "../../support/notifications-in-memory.ts";
import { pictures } from "../../support/photo-bucket-contract.ts";
import { PhotoRequestsInMemory } from "../../support/photo-requests-in-memory.ts";
import { PhotosInMemory } from "../../support/photos-in-memory.ts";
import { SessionsInMemory } from "../../support/sessions-in-memory.ts";
import { signIn } from "../../support/signed-in.ts";
import { TrainingResultsInMemory } from "../../support/training-results-in-memory.ts";
import { TrainingsInMemory } from "../../support/trainings-in-memory.ts";
import { WorkCalendarsInMemory } from "../../support/work-calendars-in-memory.ts";

export const siti = anEmployee();
export const budi = anEmployee({
  id: "emp_budi",
  nip: aNip("199001022015031005"),
  name: "Budi Santoso",
  email: "budi@contoh.example",
  photoId: "pho_budi",
});

export function anUpload(change: Partial<Upload> = {}): Upload {
  return {
    id: "pho_1",
    employeeId: siti.id,
    state: "accepted",
    rules: [{ rule: "size", verdict: "passed" }],
    requestedAt: "2026-11-21T02:59:00.000Z",
    ...digestsOf(pictures),
    ...change,
  };
}

/** The holder API, called by Siti in her browser. Everybody's card was issued. */
export async function holderApiUnderTest({
  employees = [siti, budi],
  uploads = [],
  templateVersion = "t1",
}: {
  employees?: readonly Employee[];
  uploads?: readonly Upload[];
  /** The one that cards are drawn in now; everybody's was issued in "t1". */
  templateVersion?: string;
} = {}) {
  const world = new CardWorld(...employees);
  for (const { id } of employees) await issueCard(world, id);
  const sessions = new SessionsInMemory();
  const photos = new PhotosInMemory(...uploads);
  for (const { employeeId, id } of uploads)
    await world.photos.putCandidate({ employeeId, photoId: id, ...digestsOf(pictures) }, pictures);
  const notifications = new NotificationsInMemory();
  const captchas = new CaptchasInMemory();
  const calendars = new WorkCalendarsInMemory();
  const trainings = new TrainingsInMemory();
  const redraws: EmployeeId[] = [];
  const redrawQueue = { send: async (id: EmployeeId) => void redraws.push(id) };
  const asked: string[] = [];
  const filesOnDemand: FilesOnDemand = {
    draw: async (request) => {
      asked.push(fileName(request.file));
      await drawFile(world, request);
    },
    prepare: async () => void asked.push("start"),
  };
  const handler = apiHandler(
    holderRoutes({
      sessions,
      calendars,
      trainings,
      results: new TrainingResultsInMemory(),
      ledgers: new LeaveLedgersInMemory(),
      documents: new DocumentsInMemory(),
      drawDocument: (page) => new DocumentTypesetter().set(page),
      ...{ hmacKey, siteUrl },
      employees: world.employees,
      get signsCards() {
        return world.signer !== undefined;
      },
      cards: world.cards,
      drawings: world.drawings,
      photos,
      photoBucket: world.photos,
      ...{ notifications, announcements: new AnnouncementsInMemory() },
      files: new EvidenceInMemory(),
      drawCircular: (letter) => new CircularTypesetter(printedEmblem).set(letter),
      approvals: new ApprovalsInMemory(),
      photoRequests: new PhotoRequestsInMemory(),
      redrawQueue,
      filesOnDemand,
      scans: captchas,
      limits: new LimitsInMemory(),
      formsPerHour: 3,
      reviewPercent: 100,
      random: () => 0,
      looks: { of: async () => ({ version: templateVersion, texts: {} }) },
      clock: world.clock,
    }),
    handlerOptions,
  );
  const { cookies, headers } = await signIn({ sessions, clock: world.clock }, siti, "holder");
  return {
    world,
    photos,
    notifications,
    captchas,
    calendars,
    trainings,
    redraws,
    /** Signs in once more, some time later. @returns the cookies */
    signInAgain: async () => {
      world.clock.advance({ seconds: 1 });
      return (await signIn({ sessions, clock: world.clock }, siti, "holder")).cookies;
    },
    redrawQueue,
    filesOnDemand,
    /** Names of the files that the renderer was asked for, and "start" when it should start, in order. */
    asked,
    anonymous: (request: ApiRequest) => callApi(handler, request),
    get: (path: string, more: Omit<ApiRequest, "path"> = {}) =>
      callApi(handler, { path, cookies, ...more, headers: { ...headers, ...more.headers } }),
    post: (path: string, more: Omit<ApiRequest, "path"> = {}) =>
      callApi(handler, {
        method: "POST",
        path,
        cookies,
        ...more,
        headers: { ...headers, ...more.headers },
      }),
  };
}
