import { type ConsolePage, escapeHtml, table, timeText } from "./page.ts";

/** A queue as it is now. */
export interface QueueState {
  readonly name: string;
  /** Whether it gets what could not be done. */
  readonly isForDeadLetters: boolean;
  readonly visible: number;
  readonly inFlight: number;
  readonly delayed: number;
  /** The oldest of its messages. */
  readonly messages: readonly {
    readonly id: string;
    readonly sentAt: number;
    readonly receiveCount: number;
    readonly body: string;
  }[];
}

export function queuesPage(queues: () => readonly QueueState[]): ConsolePage {
  const body = () => {
    const all = queues();
    const rows = all.map(({ name, isForDeadLetters, visible, inFlight, delayed }) => [
      escapeHtml(name),
      isForDeadLetters ? "surat mati" : "kerja",
      ...[visible, inFlight, delayed].map(String),
    ]);
    const counts = table(
      "Antrean",
      ["Antrean", "Untuk", "Menunggu", "Dikerjakan", "Ditunda"],
      rows,
    );
    return `${counts}${deadLetters(all)}`;
  };
  return { path: "/queues", title: "Antrean", isLive: true, body };
}

function deadLetters(queues: readonly QueueState[]): string {
  const letters = queues
    .filter(({ isForDeadLetters }) => isForDeadLetters)
    .flatMap(({ name, messages }) =>
      messages.map(
        ({ id, sentAt, receiveCount, body }) =>
          `<article><h3>${escapeHtml(name)}</h3><p class="meta">${timeText(sentAt)} · dicoba ${receiveCount} kali · ${escapeHtml(id)}</p><pre>${escapeHtml(body)}</pre></article>`,
      ),
    );
  return `<h2>Surat mati</h2>${letters.join("") || "<p>Tidak ada: semua pekerjaan selesai.</p>"}`;
}
