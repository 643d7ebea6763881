import encodeQR from 'qr';

/** Modules of white around it, without which no camera finds it (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** A text as a picture that a camera reads, drawn as one path; `label` says what it is to whoever cannot see it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const rows = encodeQR(text, 'raw', { border: QUIET_ZONE });
  const size = rows.length;
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg className="qr-code" role="img" aria-label={label} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
}
