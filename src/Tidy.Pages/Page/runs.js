// Past runs, and what each of them did.

const runsShown = { count: 20, open: null };

const stateOf = run => run.undone_by ? "undone" : run.is_interrupted ? "interrupted" : run.gave_up ? "gave up waiting" : run.undoes ? "put back" : "";

function runRow(run) {
  const isOpen = runsShown.open === run.id;
  const state = stateOf(run);
  return make("tr", { class: "row" },
    make("td", { class: "when" }, make("button", { type: "button", class: "open", "data-name": run.id, "aria-expanded": String(isOpen), onclick: () => toggleRun(run.id) }, when(run.started_at)),
      make("span", { class: "under narrow" }, [visible(run.command), state].filter(Boolean).join(", "))),
    make("td", { class: "wide" }, visible(run.command)),
    ...[run.moved + run.removed, run.queued, run.failed].map(n => make("td", { class: n === 0 ? "number zero" : "number" }, numbers.format(n))),
    make("td", { class: "number wide" }, run.duration_ms === undefined ? "–" : span(run.duration_ms)),
    make("td", { class: "wide" }, state));
}

function toggleRun(id) {
  runsShown.open = runsShown.open === id ? null : id;
  showRuns();
}

function actionLine(action) {
  const to = action.dest ? [make("span", { class: "arrow" }, " → "), visible(action.dest)] : [];
  const not = action.status === "done" ? [] : [make("span", { class: "not" }, ` not done${action.reason ? `: ${word("reason", action.reason)}` : ""}`)];
  return make("li", {}, action.action === "move" ? "" : `${action.action.replaceAll("_", " ")} `, visible(action.src), ...to, ...not);
}

function runDetails(run) {
  const actions = run.actions ?? [];
  const rest = (run.actions_total ?? 0) - actions.length;
  return make("div", {},
    make("dl", { class: "facts" },
      fact("Run", make("code", {}, visible(run.id))),
      fact("Started", utc(run.started_at)),
      fact("Waited", run.waited_ms ? `${span(run.waited_ms)} for other runs` : null),
      fact("Reverses", run.undoes && make("code", {}, visible(run.undoes))),
      fact("Reversed by", run.undone_by && make("code", {}, visible(run.undone_by)))),
    make("h3", {}, actions.length === 0 ? "It moved nothing." : "What it did"),
    make("ul", { class: "moves" }, actions.map(actionLine)),
    rest > 0 && make("p", { class: "faint" }, `Showing ${numbers.format(actions.length)} of ${numbers.format(run.actions_total)}; all: `, make("code", {}, `dotnet tidy history ${run.id}`)),
    page.isLive && run.can_undo && make("p", { class: "buttons" }, make("button", { type: "button", "data-name": `undo-${run.id}`, onclick: () => undo(run) }, "Undo this run …")));
}

function showRuns() {
  const runs = page.overview.runs;
  const rows = [];
  for (const run of runs.slice(0, runsShown.count)) {
    rows.push(runRow(run));
    if (run.id === runsShown.open)
      rows.push(make("tr", { class: "details" }, make("td", { colspan: 7 }, runDetails(run))));
  }
  replaceKeepingFocus(byId("runs").tBodies[0], rows);
  byId("runs").hidden = runs.length === 0;
  byId("no-runs").hidden = runs.length > 0;
  byId("more-runs").hidden = runs.length <= runsShown.count;
}

function showWaits({ runs, total_ms, longest_ms, gave_up }) {
  byId("waits").textContent = runs + gave_up === 0
    ? "No run had to wait for another."
    : `${count(runs, "run", "runs")} waited for another, ${span(total_ms)} in all, at most ${span(longest_ms)}; ${gave_up === 0 ? "none" : numbers.format(gave_up)} gave up.`;
}

function startRuns() {
  byId("more-runs").addEventListener("click", () => {
    runsShown.count += 20;
    showRuns();
  });
}
