/** Roads and communities of the register as lines and points; a pin is set by click, tap or arrows. */
import { type KeyboardEvent, type PointerEvent, type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacesMap } from '../data.ts';
import type { Pin } from '../intake/draft.ts';
import { apart, byKey, type Label, labelsAlong, pairs, type Sight, sightOf, toDegrees, toPixels } from './project.ts';

export interface MapProps {
  ground: PlacesMap;
  /** Set by a person. */
  pin: Pin | null;
  /** What the register has, shown where nobody set a pin. */
  point: Pin | null;
  /** Absent: to be looked at only. */
  set?: ((pin: Pin) => void) | undefined;
  label: string;
}

/** Until the screen says how large it is. */
const SIZE = { width: 640, height: 320 };
/** Pixels a hand may shake while it clicks. */
const SHAKE = 4;

export function Ground({ ground, pin, point, set, label }: MapProps): ReactNode {
  const { t } = useTranslation();
  const all = [
    ...ground.communities,
    ...ground.roads.flatMap(({ line }) => pairs(line).map(([lon, lat]) => ({ lon, lat }))),
  ];
  const [{ width, height }, setSize] = useState(SIZE);
  const [sight, setSight] = useState<Sight>(() => sightOf(all, pin ?? point, SIZE.width, SIZE.height));
  const drag = useRef<{ x: number; y: number; from: Sight; far: boolean } | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as it opens: moving the pin must not move the map
  useLayoutEffect(() => {
    const box = svg.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return;
    setSize({ width: box.width, height: box.height });
    if (pin === null && point === null) setSight(sightOf(all, null, box.width, box.height));
  }, []);
  const at = (spot: { lon: number; lat: number }) => toPixels(sight, spot, width, height);
  const place = (event: PointerEvent): { x: number; y: number } => {
    const box = svg.current?.getBoundingClientRect() ?? new DOMRect(0, 0, width, height);
    const ratio = Math.max(width / box.width, height / box.height);
    return {
      x: width / 2 + (event.clientX - box.left - box.width / 2) * ratio,
      y: height / 2 + (event.clientY - box.top - box.height / 2) * ratio,
    };
  };
  const zoom = (by: number): void => setSight((now) => ({ ...now, scale: now.scale * by }));
  const down = (event: PointerEvent<SVGSVGElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { ...place(event), from: sight, far: false };
  };
  const move = (event: PointerEvent): void => {
    const start = drag.current;
    if (start === null) return;
    const now = place(event);
    if (Math.hypot(now.x - start.x, now.y - start.y) > SHAKE) start.far = true;
    if (!start.far) return;
    const centre = toDegrees(start.from, width / 2 - (now.x - start.x), height / 2 - (now.y - start.y), width, height);
    setSight({ ...start.from, centre });
  };
  const up = (event: PointerEvent): void => {
    const start = drag.current;
    drag.current = null;
    if (start === null || start.far || set === undefined) return;
    const { x, y } = place(event);
    set(toDegrees(sight, x, y, width, height));
  };
  const key = (event: KeyboardEvent): void => {
    const to = set === undefined ? null : byKey(event.key, event.shiftKey, sight, pin);
    if (event.key === '+' || event.key === '=') zoom(1.5);
    else if (event.key === '-') zoom(1 / 1.5);
    else if (to !== null) set?.(to);
    else return;
    event.preventDefault();
  };
  const shown = pin ?? point;
  const taken = ground.communities.map((one) => ({
    name: one.name,
    x: at(one).x + 7 + one.name.length * 6,
    y: at(one).y,
  }));
  const roadLabels = ground.roads.flatMap(({ name, line }) =>
    labelsAlong(
      name,
      pairs(line).map(([lon, lat]) => at({ lon, lat })),
      width,
      height,
    ),
  );
  const legible = (labels: Label[]): Label[] => apart(labels, taken);
  return (
    <div className="map">
      <svg
        ref={svg}
        className="map-ground"
        viewBox={`0 0 ${width} ${height}`}
        role="application"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows move the pin
        tabIndex={0}
        onPointerDown={down}
        onPointerMove={move}
        onPointerUp={up}
        onKeyDown={key}
      >
        {ground.roads.map(({ roadId, line }) => (
          <polyline
            key={roadId}
            className="map-road"
            points={pairs(line)
              .map(([lon, lat]) => at({ lon, lat }))
              .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
              .join(' ')}
          />
        ))}
        {legible(roadLabels).map(({ name, x, y }) => (
          <text key={name} className="map-name road" x={x} y={y}>
            {name}
          </text>
        ))}
        {ground.communities.map((one) => {
          const { x, y } = at(one);
          return (
            <g key={one.communityId}>
              <circle className="map-community" cx={x} cy={y} r="4" />
              <text className="map-name" x={x + 7} y={y + 4}>
                {one.name}
              </text>
            </g>
          );
        })}
        {shown !== null && (
          <g
            className={`map-pin ${pin === null ? 'suggested' : ''}`}
            transform={`translate(${at(shown).x} ${at(shown).y})`}
          >
            <path d="M0 0C-4-7-8-11-8-16a8 8 0 1 1 16 0c0 5-4 9-8 16Z" />
            <circle cy="-16" r="3" />
          </g>
        )}
      </svg>
      <div className="map-zoom">
        <button type="button" className="btn low" aria-label={t('places.closer')} onClick={() => zoom(1.5)}>
          +
        </button>
        <button type="button" className="btn low" aria-label={t('places.further')} onClick={() => zoom(1 / 1.5)}>
          −
        </button>
      </div>
    </div>
  );
}
