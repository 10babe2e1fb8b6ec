/** A drawn person for the guide: no real person's face is needed to show a rule (K-11). */
interface FigureProps {
  /** How far the body is turned to the right: 0 straight, 1 as it should be. */
  readonly turn: number;
  /** The head's tilt, in degrees. */
  readonly tilt?: number;
  /** 1 as large as it should be. */
  readonly scale?: number;
  readonly hasWall?: boolean;
  readonly isDark?: boolean;
}

/** Long: one drawing. */
export function Figure({ turn, tilt = 0, scale = 1, hasWall, isDark }: FigureProps) {
  // The nearer shoulder is broader, and collar and buttons move with the chest.
  const [left, right, chest] = [25 - 25 * turn, 425 - 45 * turn, 225 + 45 * turn];
  return (
    <svg class="figure see-through" viewBox="0 0 450 575" aria-hidden="true">
      {hasWall && (
        <>
          <path d="M0 0H450V575H0z" fill="#b9c4cf" />
          <path
            d="M30 60h90v120H30zM330 40h90v160h-90zM0 250h110v14H0zM340 250h110v14H340z"
            fill="#6d7f92"
          />
        </>
      )}
      <g transform={`translate(225 575) scale(${scale}) translate(-225 -575)`}>
        <path
          d={`M${left} 575C${left} 470 ${left + 70} 412 200 408H252C${right - 70} 412 ${right} 470 ${right} 575z`}
          fill="#a58a5c"
        />
        <path d="M186 350h80v75c-25 30-55 30-80 0z" fill="#9c6b48" />
        <path
          d={`M176 412l${chest - 176} 62 ${276 - chest}-62 36 14-${312 - chest} 92-${chest - 140}-92z`}
          fill="#8d7448"
        />
        <path d={`M${chest} 480V575`} stroke="#6f5a35" stroke-width="4" />
        <rect x={chest + 24} y="492" width="56" height="15" fill="#111111" />
        <circle cx={chest - 78} cy="498" r="11" fill="#e0b43a" />
        <Head tilt={tilt} look={turn * 8} />
      </g>
      {isDark && <path d="M0 0H450V575H0z" fill="#000000" fill-opacity=".62" />}
    </svg>
  );
}

/** @param look how far the features are moved to the right, in pixels */
function Head({ tilt, look }: { readonly tilt: number; readonly look: number }) {
  return (
    <g transform={`rotate(${tilt} 226 380)`}>
      <path
        d="M140 230c0-90 40-130 86-130s86 40 86 130c0 85-45 150-86 150s-86-65-86-150z"
        fill="#c8926a"
      />
      <path
        d="M132 245c-12-110 34-175 94-175s106 65 94 175c-6-50-18-78-36-94-45 20-90 12-118 2-18 24-28 50-34 92z"
        fill="#231a16"
      />
      <g transform={`translate(${look} 0)`}>
        <path
          d="M172 238q20-14 40 0M240 238q20-14 40 0M224 262l8 42-14 4M200 336q26 16 52 0"
          fill="none"
          stroke="#231a16"
          stroke-width="6"
          stroke-linecap="round"
        />
        <circle cx="194" cy="258" r="6" fill="#231a16" />
        <circle cx="260" cy="258" r="6" fill="#231a16" />
      </g>
    </g>
  );
}
