// The head of the page: health, and the queue in numbers.

function showHealth({ status, issues }) {
  byId("health").dataset.status = status;
  byId("health-title").textContent = { healthy: "Healthy", warning: "Needs attention", error: "Needs attention now" }[status];
  byId("issues").replaceChildren(...(issues.length === 0
    ? [make("li", { class: "faint" }, "Nothing needs a person.")]
    : issues.map(i => make("li", {}, visible(i.message), " ", make("span", { class: "faint" }, i.code)))));
}

function showNumbers(overview) {
  const { queue } = overview;
  const moved = overview.days.reduce((sum, day) => sum + day.moved, 0);
  const tile = (name, number, text) => make("div", { class: number === 0 ? `${name} zero` : name }, make("dt", {}, text), make("dd", {}, numbers.format(number)));
  byId("numbers").replaceChildren(
    tile("pending", queue.pending, "waiting"),
    tile("needs_manual", queue.needs_manual, queue.needs_manual === 1 ? "needs a person" : "need a person"),
    tile("abandoned", queue.abandoned, "given up"),
    tile("held", queue.held, "on hold"),
    make("div", {}, make("dt", {}, "size of queued files"), make("dd", {}, size(queue.bytes))),
    tile("done", moved, `moved in ${overview.days.length} days`));
}

function showHead(overview) {
  byId("workspace").textContent = visible(overview.workspace);
  byId("read-at").classList.toggle("live", page.isLive);
  if (!page.isLive)
    byId("read-at").textContent = `Report of ${utc(overview.at)}`;
  byId("made-by").textContent = `Tidy.Build ${overview.tool_version}. This page loads nothing from the network.`;
}
