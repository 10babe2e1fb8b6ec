/** Whom a form is about. */
export function AboutPerson({ name, nip }: { readonly name: string; readonly nip: string }) {
  return (
    <p translate={false}>
      <strong>{name}</strong> {nip}
    </p>
  );
}
