import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Problem } from "../ui.tsx";

const darkness = matchMedia("(prefers-color-scheme: dark)");

/** A chart, drawn when its library is loaded. The place has its height before, so that nothing jumps. */
export function Chart({ spec }: { spec: object }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const [error, setError] = useState<unknown>();
  const [dark, setDark] = useState(darkness.matches);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const follow = (): void => setDark(darkness.matches);
    darkness.addEventListener("change", follow);
    const observer = new ResizeObserver(([entry]) => setWidth(Math.round(entry!.contentRect.width)));
    observer.observe(place.current!);
    return () => {
      darkness.removeEventListener("change", follow);
      observer.disconnect();
    };
  }, []);
  useEffect(() => {
    if (width === 0) return;
    let view: { finalize(): unknown } | undefined;
    let wanted = true;
    const load = async (): Promise<void> => {
      const { draw } = await import("./vega.ts");
      if (place.current === null || !wanted) return;
      const drawn = await draw(place.current, spec, { dark, width });
      if (wanted) view = drawn;
      else drawn.finalize();
    };
    load().catch((problem: unknown) => wanted && setError(problem));
    return () => {
      wanted = false;
      view?.finalize();
    };
  }, [spec, dark, width]);
  return (
    <figure class="chart">
      <div ref={place} role="img" aria-label="Chart" />
      {error !== undefined && <Problem error={new Error(`The chart cannot be drawn: ${(error as Error).message}`)} />}
    </figure>
  );
}
