/** A NIP is shown in groups, and copied without their blanks: forms elsewhere take eighteen digits and nothing else. */
export function copyNipPlain(
  event: Pick<ClipboardEvent, "preventDefault"> & {
    readonly clipboardData: Pick<DataTransfer, "setData"> | null;
  },
): void {
  const text = String(getSelection()).trim();
  const digits = text.replace(/\s/g, "");
  if (digits === text || !/^\d{18}$/.test(digits)) return;
  event.clipboardData?.setData("text/plain", digits);
  event.preventDefault();
}
