import { parse, View, Warn } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile } from "vega-lite";
import type { TopLevelSpec } from "vega-lite";

/** Loads nothing, from nowhere. */
const noLoader = {
  load: () => Promise.reject(new Error("charts load nothing")),
  sanitize: () => Promise.reject(new Error("charts load nothing")),
  http: () => Promise.reject(new Error("charts load nothing")),
  file: () => Promise.reject(new Error("charts load nothing")),
};

/** Draws on a canvas: no markup, no styles. Expressions are interpreted, not compiled, since the policy forbids eval. */
export async function draw(
  place: HTMLElement,
  spec: object,
  { dark, width }: { dark: boolean; width: number },
): Promise<{ finalize(): unknown }> {
  const ink = dark ? "#d8dde3" : "#333a40";
  const config = {
    background: "transparent",
    axis: { labelColor: ink, titleColor: ink, gridColor: dark ? "#3a4148" : "#e3e6e8", domainColor: ink },
    legend: { labelColor: ink, titleColor: ink },
    title: { color: ink },
    view: { stroke: "transparent" },
    mark: { color: dark ? "#6cc0a7" : "#2f6f5e" },
  };
  const sized = {
    width: Math.max(200, Math.min(720, width)),
    height: 280,
    autosize: { type: "fit", contains: "padding" },
    ...spec,
  };
  const { spec: compiled } = compile({ ...sized, config } as TopLevelSpec, { logger: quiet });
  const view = new View(parse(compiled, {}, { ast: true }), {
    expr: expressionInterpreter,
    loader: noLoader,
    logLevel: Warn,
    logger: quiet,
    renderer: "canvas",
    hover: true,
  });
  view.initialize(place);
  await view.runAsync();
  return view;
}

/** What Vega finds odd is no error of the page. */
const quiet = {
  level: () => quiet,
  error: () => quiet,
  warn: () => quiet,
  info: () => quiet,
  debug: () => quiet,
} as never;
