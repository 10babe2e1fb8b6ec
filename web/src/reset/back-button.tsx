/** One step back; nothing that was typed before is lost. */
export function BackButton({ onBack, children }: { onBack: () => void; children: string }) {
  return (
    <p class="after-form">
      <button class="link-button" type="button" onClick={onBack}>
        {children}
      </button>
    </p>
  );
}
