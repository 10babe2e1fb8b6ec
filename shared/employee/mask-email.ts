/** "r•••••a@contoh.example": enough to see a slip or tell two apart, and too little for who looks on. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf("@");
  const name = address.slice(0, at);
  return `${name.slice(0, 1)}•••••${name.length > 2 ? name.slice(-1) : ""}${address.slice(at)}`;
}
