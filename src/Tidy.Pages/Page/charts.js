// Bars that filter the queue, and the columns of the last days.

function bar(name, label, number, most, pressed, choose) {
  const share = make("i");
  share.style.setProperty("--share", `${(100 * number) / most}%`);
  return make("li", {}, make("button", { type: "button", "aria-pressed": String(pressed), "data-name": name, onclick: () => choose(pressed ? null : name) },
    make("span", { class: "name", title: label }, label),
    make("span", { class: "count" }, numbers.format(number)),
    make("span", { class: "rail", "aria-hidden": "true" }, number > 0 ? share : null)));
}

function showBars(id, groups, labelOf, chosen, choose, empty) {
  const most = Math.max(1, ...groups.map(g => g.count));
  replaceKeepingFocus(byId(id), groups.length === 0
    ? [make("li", { class: "bar faint" }, empty)]
    : groups.map(g => bar(g.name, labelOf(g.name), g.count, most, chosen === g.name, choose)));
}

/** Puts children in place of others; who had the focus has it again, or else the section does. */
function replaceKeepingFocus(parent, children) {
  const name = parent.contains(document.activeElement) ? document.activeElement.dataset.name : undefined;
  parent.replaceChildren(...children);
  if (name !== undefined)
    (parent.querySelector(`[data-name="${CSS.escape(name)}"]`) ?? parent.closest("[tabindex]"))?.focus({ preventScroll: true });
}

function draw(name, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes))
    element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const plot = { width: 640, height: 190, left: 40, right: 4, top: 8, bottom: 22 };

/** A round number at or above the most: 1, 2 or 5 and zeros. */
function ceiling(most) {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return [1, 2, 5, 10].map(n => n * power).find(n => n >= most);
}

function column(day, at, step, scale) {
  const base = plot.height - plot.bottom;
  const group = draw("g", {}, draw("rect", { class: "back", x: at, y: plot.top, width: step, height: base - plot.top }),
    draw("title", {}, `${day.date}: ${count(day.runs, "run", "runs")}, ${numbers.format(day.moved)} moved, ${numbers.format(day.queued)} queued, ${numbers.format(day.failed)} failed`));
  let y = base;
  for (const part of ["moved", "queued", "failed"]) {
    const height = day[part] * scale;
    if (height === 0)
      continue;
    y -= height;
    group.append(draw("rect", { class: part, x: at + step * 0.15, y, width: step * 0.7, height, rx: Math.min(2, height / 2) }));
  }
  return group;
}

function drawDays(days) {
  const top = ceiling(Math.max(...days.map(d => d.moved + d.queued + d.failed)));
  const base = plot.height - plot.bottom;
  const step = (plot.width - plot.left - plot.right) / days.length;
  const chart = draw("svg", { viewBox: `0 0 ${plot.width} ${plot.height}`, role: "img", "aria-label": "Files moved, queued and failed on each of the last days; the table below has the numbers" });
  for (const part of [0, 0.5, 1]) {
    const y = base - part * (base - plot.top);
    chart.append(draw("line", { x1: plot.left, x2: plot.width - plot.right, y1: y, y2: y }));
    if (top * part % 1 === 0)
      chart.append(draw("text", { x: plot.left - 6, y: y + 4, "text-anchor": "end" }, numbers.format(top * part)));
  }
  days.forEach((day, n) => chart.append(column(day, plot.left + n * step, step, (base - plot.top) / top)));
  for (const n of [0, Math.floor(days.length / 2), days.length - 1])
    chart.append(draw("text", { x: plot.left + (n + 0.5) * step, y: plot.height - 6, "text-anchor": n === 0 ? "start" : n === days.length - 1 ? "end" : "middle" }, days[n].date.slice(5)));
  return chart;
}

/** Of all that runs set out to move in these days. */
function showRates(days) {
  const sums = { moved: 0, queued: 0, failed: 0 };
  for (const day of days)
    for (const part in sums)
      sums[part] += day[part];
  const all = sums.moved + sums.queued + sums.failed;
  const percent = part => all === 0 ? "–" : `${(100 * sums[part] / all).toFixed(1)} %`;
  byId("rates").replaceChildren(...Object.keys(sums).map(part => make("span", { class: part }, make("b", {}, percent(part)), ` ${part} (${numbers.format(sums[part])})`)));
}

function showDays(days) {
  showRates(days);
  byId("days").replaceChildren(drawDays(days));
  byId("days-rows").replaceChildren(...days.toReversed().map(d => make("tr", {}, make("th", { scope: "row" }, d.date),
    ...[d.runs, d.moved, d.queued, d.failed].map(n => make("td", { class: "number" }, numbers.format(n))))));
}
