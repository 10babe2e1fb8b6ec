/** Texts to mobile phones: a port, and the one adapter that there is, which sends none (decision 0090). */

/** An adapter of a gateway is an entry of `smsOf`; whoever adds one says in docs/privacy.md who else learns numbers. */
export interface Sms {
  /**
   * @param to as E.164, e.g. "+6281234567890". @param text without a name, a number of a person or a link's secret
   * @returns whether it was handed over @throws whatever may work later
   */
  send(to: string, text: string): Promise<boolean>;
}

/** The values of the setting `sms`. */
export const smsAdapters = ["off"] as const;

const adapters: Readonly<Record<(typeof smsAdapters)[number], Sms>> = {
  off: { send: async () => false },
};

/** The adapter that the deployment chose. */
export function smsOf(name: (typeof smsAdapters)[number]): Sms {
  return adapters[name];
}

/** The number of an Indonesian mobile phone as E.164; undefined for any other, which gets no text. */
export function mobileNumber(phone: string | undefined): string | undefined {
  const digits = (phone ?? "").replaceAll(/[^+\d]/g, "").replace(/^(?:\+62|62|0)/, "");
  return /^8\d{7,11}$/.test(digits) ? `+62${digits}` : undefined;
}
