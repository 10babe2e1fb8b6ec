import { photo as text } from "../messages/photo.ts";

/** The rules in words beside a drawn example: no real person's face is needed to show them (K-11). */
export function PhotoGuide() {
  return (
    <aside class="photo-guide" aria-labelledby="photo-guide-title">
      <h2 id="photo-guide-title">{text.guide}</h2>
      <Example />
      <ul>
        {text.guideRules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <p class="notice notice-info">{text.privacy}</p>
    </aside>
  );
}

function Example() {
  return (
    <svg viewBox="0 0 450 575" role="img" aria-label={text.exampleAlt}>
      <path d="M35 575c0-105 70-165 195-165s190 60 195 165z" fill="#a58a5c" />
      <path d="M190 360h85v70c-25 30-60 30-85 0z" fill="#b9835c" />
      <path d="M190 395c25 20 60 20 85 0v20c-25 35-60 35-85 0z" fill="#9c6b48" />
      <path d="M180 408l53 60 52-60 40 18-70 80-22-30-25 30-70-80z" fill="#8d7448" />
      <path
        d="M148 230c0-90 45-130 92-130s88 45 84 130c-3 85-45 150-86 150s-90-65-90-150z"
        fill="#c8926a"
      />
      <path
        d="M138 245c-14-110 35-175 105-175s110 60 92 172c-8-50-20-80-38-96-45 20-95 12-125 2-20 26-30 52-34 97z"
        fill="#231a16"
      />
      <path
        d="M188 238q20-14 40 0M258 238q20-14 38 0"
        fill="none"
        stroke="#231a16"
        stroke-width="7"
        stroke-linecap="round"
      />
      <circle cx="210" cy="258" r="6" fill="#231a16" />
      <circle cx="276" cy="258" r="6" fill="#231a16" />
      <path
        d="M246 262l9 42-14 4M218 336q26 16 50 0"
        fill="none"
        stroke="#7d4a35"
        stroke-width="6"
        stroke-linecap="round"
      />
      <rect x="292" y="470" width="68" height="16" fill="#111111" />
      <circle cx="140" cy="480" r="12" fill="#e0b43a" />
    </svg>
  );
}
