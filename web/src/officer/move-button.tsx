interface MoveProps {
  readonly label: string;
  readonly isOver: boolean;
  readonly go: () => void;
}

/** To the one before or after in a queue; at its end it stays where it is, and says so. */
export function MoveButton({ label, isOver, go }: MoveProps) {
  return (
    <button
      class="button button-quiet"
      type="button"
      {...(isOver && { "aria-disabled": true })}
      onClick={() => !isOver && go()}
    >
      {label}
    </button>
  );
}
