import type { CardAnswer } from "#shared/card/card-answer.ts";
import type { Face } from "#shared/card/card-content.ts";
import type { NotificationsAnswer } from "#shared/notification/notification.ts";
import type { PhotoAnswer, PhotoUploadAnswer } from "#shared/photo/photo-answers.ts";
import { get, getIfChanged, send } from "./member-client.ts";

export const readCard = (etag: string | undefined, asked?: Promise<Response>) =>
  getIfChanged<CardAnswer>("/api/me/card", etag, asked);
export const readNotifications = () => get<NotificationsAnswer>("/api/me/notifications");

export const startPhoto = () => send<PhotoUploadAnswer>("POST", "/api/me/photos");
export const readPhoto = (photoId: string) => get<PhotoAnswer>(`/api/me/photos/${photoId}`);
export const confirmPhoto = (photoId: string) => send("POST", `/api/me/photos/${photoId}/confirm`);

export const faceAddress = (face: Face, version: string) =>
  `/api/me/card/faces/${face}?v=${encodeURIComponent(version)}`;
/** The PNG of a face, at full size. */
export const faceDownload = (face: Face) => `/api/me/card/faces/${face}?download=1`;
/** @param sheet "a4" for both faces on one page; else two pages of the card's size */
export const pdfAddress = (shape: "landscape" | "portrait", sheet: "card" | "a4") =>
  `/api/me/card/pdf?shape=${shape}&sheet=${sheet}`;
export const previewAddress = (photoId: string, face: Face) =>
  `/api/me/photos/${photoId}/preview/${face}`;
