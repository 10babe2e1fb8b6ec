interface SliderProps {
  readonly id: string;
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  /** The value in words. */
  readonly told: string;
  readonly set: (value: number) => void;
}

export function Slider({ id, label, told, set, ...range }: SliderProps) {
  return (
    <div class="slider">
      <label for={id}>{label}</label>
      <output for={id}>{told}</output>
      <input
        id={id}
        type="range"
        {...range}
        aria-valuetext={told}
        onInput={({ currentTarget }) => set(Number(currentTarget.value))}
      />
    </div>
  );
}
