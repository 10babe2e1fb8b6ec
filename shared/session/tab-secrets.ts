/**
 * A cookie that holds a secret for each tab, so that a reset that is begun in one tab does not end the one in another. A tab names itself
 * in each request (`?tab=`). The name is no secret: without the cookie it opens nothing.
 */
import * as z from "zod";
import type { HttpRequest } from "#shared/http/http-request.ts";
import { clearCookie, readCookie, setCookie } from "./cookies.ts";

export const ofTab = z.object({ tab: z.string().max(36).optional() });

/** The newest ones; a tab that was closed is never heard of again. */
const mostTabs = 4;
const shape = /^([\w-]{0,36}):([\w-]{43})$/;

type Kept = readonly [tab: string, secret: string];

export function secretOfTab(kind: "reset", request: HttpRequest): string | undefined {
  return keptIn(kind, request).find(([tab]) => tab === tabOf(request))?.[1];
}

/** @returns the Set-Cookie value with which the tab has this secret, and other tabs keep theirs */
export function keepTabSecret(kind: "reset", request: HttpRequest, secret: string): string {
  const kept: readonly Kept[] = [[tabOf(request), secret], ...othersIn(kind, request)];
  return setCookie(kind, written(kept.slice(0, mostTabs)));
}

/** @returns the Set-Cookie value with which only other tabs keep a secret */
export function dropTabSecret(kind: "reset", request: HttpRequest): string {
  const others = othersIn(kind, request);
  return others.length > 0 ? setCookie(kind, written(others)) : clearCookie(kind);
}

function tabOf({ query }: HttpRequest): string {
  const { tab = "" } = query;
  return shape.test(`${tab}:${"0".repeat(43)}`) ? tab : "";
}

function keptIn(kind: "reset", request: HttpRequest): Kept[] {
  return (readCookie(kind, request) ?? "").split(".").flatMap((text): Kept[] => {
    const [, tab, secret] = shape.exec(text) ?? [];
    return tab === undefined || secret === undefined ? [] : [[tab, secret]];
  });
}

function othersIn(kind: "reset", request: HttpRequest): Kept[] {
  return keptIn(kind, request).filter(([tab]) => tab !== tabOf(request));
}

const written = (kept: readonly Kept[]): string => kept.map((each) => each.join(":")).join(".");
