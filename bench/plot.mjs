// Draws how suggestions grow, from what JMH measured: reads docs/performance/suggestions*.csv, writes an SVG for each chart
// beside them and prints the table of docs/performance.md. Node alone, no packages:
//
//   bench/run jmh UpgradeBenchmark -f 1 -r 1 -rf csv -rff docs/performance/suggestions.csv
//   bench/run jmh 'UpgradeBenchmark.suggestAndReadTheEvidence' -f 1 -r 1 -i 3 -p types=10,25,100,200 \
//       -rf csv -rff docs/performance/suggestions-by-types.csv
//   (likewise -by-edges with '(compile|suggestAndReadTheEvidence)' and edges=1,2,8,16, -by-nights with nights=1,7,14)
//   node bench/plot.mjs
//
// What was measured with 50 types, 4 relations and 3 nights stands in suggestions.csv and belongs to every chart.
import { readFileSync, writeFileSync } from "node:fs";

const FOLDER = new URL("../docs/performance/", import.meta.url);
const SUGGESTION = { benchmark: "suggestAndReadTheEvidence", title: "One suggestion, its evidence read" };
const ENGINE = { benchmark: "compile", title: "A new engine and its first answer" };
const CHARTS = [
  { file: "suggestions-by-types", ...SUGGESTION, by: "types", axis: "room types of the hotel", proportionalTo: 50 },
  { file: "suggestions-by-edges", ...SUGGESTION, by: "edges", axis: "relations that leave each type" },
  { file: "engine-by-edges", from: "suggestions-by-edges", ...ENGINE, by: "edges", axis: "relations that leave each type" },
  { file: "suggestions-by-nights", ...SUGGESTION, by: "nights", axis: "nights of the stay" },
];

// JMH gives half the width of a 99.9 % interval of the mean, which for few iterations is many standard deviations wide: by
// Student's distribution, so many by the number of iterations.
const STUDENT_999 = { 3: 31.599, 5: 8.61, 10: 4.781 };

function measurements(name) {
  const lines = readFileSync(new URL(`${name}.csv`, FOLDER), "utf8").trim().split(/\r?\n/);
  const [columns, ...rows] = lines.map((line) => line.split(",").map((cell) => cell.replaceAll('"', "")));
  return rows.map((cells) => {
    const row = Object.fromEntries(cells.map((cell, at) => [columns[at], cell]));
    const samples = Number(row.Samples);
    const perSecond = Number(row.Score);
    return {
      benchmark: row.Benchmark.split(".").pop(),
      types: Number(row["Param: types"]),
      edges: Number(row["Param: edges"]),
      nights: Number(row["Param: nights"]),
      perSecond,
      deviation: (Number(row["Score Error (99.9%)"]) * Math.sqrt(samples)) / STUDENT_999[samples],
      micros: 1e6 / perSecond,
    };
  });
}

/** The smallest of 1, 2, 2.5, 5 × 10ⁿ that cuts an axis into at most five. */
function tickOf(largest) {
  const power = 10 ** Math.floor(Math.log10(largest / 5));
  return [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => largest / size <= 5);
}

function text(x, y, words, more = 'text-anchor="middle"') {
  return `<text x="${x}" y="${y}" ${more}>${words}</text>`;
}

function line(x1, y1, x2, y2, more) {
  return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" ${more}/>`;
}

function svg({ title, by, axis, proportionalTo }, points) {
  const [width, height] = [560, 300];
  const [left, right, top, bottom] = [62, width - 18, 44, height - 52];
  const highest = Math.max(...points.map((point) => point.micros)) * 1.1;
  const tick = tickOf(highest);
  const mostX = Math.max(...points.map((point) => point[by])) * 1.05;
  const mostY = Math.ceil(highest / tick) * tick;
  const x = (value) => Math.round(left + (value / mostX) * (right - left));
  const y = (micros) => Math.round(bottom - (micros / mostY) * (bottom - top));
  const middle = (top + bottom) / 2;

  const parts = [
    text(left, 22, title, 'font-size="15" font-weight="bold"'),
    text(16, middle, "microseconds (µs)", `text-anchor="middle" transform="rotate(-90 16 ${middle})"`),
    text((left + right) / 2, height - 12, axis),
  ];
  for (let micros = 0; micros <= mostY; micros += tick) {
    parts.push(line(left, y(micros), right, y(micros), 'stroke="#ddd"'));
    parts.push(text(left - 8, y(micros) + 4, micros, 'text-anchor="end"'));
  }
  if (proportionalTo) {
    const each = points.find((point) => point[by] === proportionalTo).micros / proportionalTo;
    parts.push(line(x(0), y(0), x(mostX), y(mostX * each), 'stroke="#888" stroke-dasharray="5 4"'));
    parts.push(text(right, y(mostX * each) + 56, `in proportion to the ${by}`, 'text-anchor="end" fill="#666"'));
  }
  const path = points.map((point) => `${x(point[by])},${y(point.micros)}`).join(" ");
  parts.push(`<polyline fill="none" stroke="#1f5fa8" stroke-width="2" points="${path}"/>`);
  for (const point of points) {
    const [at, height] = [x(point[by]), y(point.micros)];
    const slow = y(1e6 / (point.perSecond - point.deviation));
    const fast = y(1e6 / (point.perSecond + point.deviation));
    parts.push(line(at, slow, at, fast, 'stroke="#1f5fa8" stroke-width="6" stroke-opacity="0.35"'));
    parts.push(`<circle cx="${at}" cy="${height}" r="3.5" fill="#1f5fa8"/>`);
    parts.push(text(at, height - 10, point.micros.toPrecision(3), 'text-anchor="middle" font-size="11"'));
    parts.push(text(at, bottom + 18, point[by]));
  }
  const label = `${title}: microseconds by ${axis}`;
  const frame = `viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${label}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${frame} font-family="sans-serif" font-size="12" fill="#222">
<rect width="${width}" height="${height}" fill="#fff"/>
${parts.join("\n")}
</svg>
`;
}

const base = measurements("suggestions");
for (const chart of CHARTS) {
  const points = [...base, ...measurements(chart.from ?? chart.file)]
    .filter((point) => point.benchmark === chart.benchmark)
    .sort((one, other) => one[chart.by] - other[chart.by]);
  writeFileSync(new URL(`${chart.file}.svg`, FOLDER), svg(chart, points));
}

const bare = base.find((point) => point.benchmark === "bareLoop").perSecond;
console.log("| benchmark | a second | deviation | one takes | of the bare loop |\n| --- | --- | --- | --- | --- |");
for (const { benchmark, perSecond, deviation, micros } of base) {
  const rate = Math.round(perSecond).toLocaleString("en");
  const spread = ((100 * deviation) / perSecond).toFixed(1);
  console.log(`| \`${benchmark}\` | ${rate} | ${spread} % | ${micros.toPrecision(3)} µs | ${(perSecond / bare).toPrecision(2)} |`);
}
