import { speedup } from "./statistics.mjs";

/** @param {readonly (readonly string[])[]} rows the first column to the left, the others to the right */
export function align(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column])))
        .join("  "),
    )
    .join("\n");
}

const times = (ratio) => (ratio === undefined ? "-" : `${ratio.toFixed(2)}x`);

/** Milliseconds a program and, in brackets, how many times faster than the baseline that is. */
export function timesTable(engines, names, results, baseline) {
  const cell = (id, name) => {
    const milliseconds = results[id].programs[name]?.milliseconds;
    if (milliseconds === undefined) return "-";
    const base = results[baseline].programs[name]?.milliseconds;
    return id === baseline || base === undefined
      ? milliseconds.toFixed(1)
      : `${milliseconds.toFixed(1)} (${times(base / milliseconds)})`;
  };
  const head = ["ms, best", ...engines.map(({ label }) => label)];
  return align([head, ...names.map((name) => [name, ...engines.map(({ id }) => cell(id, name))])]);
}

/** Every engine's geomean against the baseline: on all that it ran, and on the programs that every engine ran. */
export function geomeans(engines, names, results, baseline) {
  const present = engines.filter(({ id }) => results[id].unavailable === undefined);
  const common = names.filter((name) =>
    present.every(({ id }) => results[id].programs[name]?.milliseconds !== undefined),
  );
  const rows = present.map(({ id, label }) => {
    const own = speedup(results[id].programs, results[baseline].programs, names);
    const shared = speedup(results[id].programs, results[baseline].programs, common);
    return { id, label, programs: own.programs, all: own.ratio, common: shared.ratio };
  });
  return { common, rows };
}

export function geomeansTable({ common, rows }, total, baselineLabel) {
  const head = [
    `times as fast as ${baselineLabel}`,
    "geomean",
    "of programs",
    `geomean of the ${common.length} all run`,
  ];
  return align([
    head,
    ...rows.map((row) => [row.label, times(row.all), `${row.programs} of ${total}`, times(row.common)]),
  ]);
}
