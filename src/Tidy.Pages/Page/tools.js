// Search, filters and the keys that work the queue without a mouse.

function showFilters() {
  const { queue } = page.overview;
  const choices = [[null, "All", queue.total], ...["needs_manual", "abandoned", "pending", "held"].map(s => [s, word("status", s), queue[s]])];
  replaceKeepingFocus(byId("statuses"), choices.map(([status, text, number]) => make("button", {
    type: "button", "data-name": status ?? "all", "aria-pressed": String(filter.status === status), onclick: () => filterBy("status", status),
  }, `${text} `, make("b", {}, numbers.format(number)))));
  showBars("ages", queue.by_age, name => word("age", name), filter.age, name => filterBy("age", name), "");
  showBars("holders", queue.by_holder, visible, filter.holder, name => filterBy("holder", name), "Nobody is known to hold a file.");
  const active = [["age", filter.age && word("age", filter.age)], ["holder", filter.holder && `held by ${visible(filter.holder)}`]].filter(([, text]) => text);
  byId("filters").hidden = active.length === 0;
  replaceKeepingFocus(byId("filters"), ["Only", ...active.map(([name, text]) => make("button", { type: "button", "data-name": name, onclick: () => filterBy(name, null), "aria-label": `No longer only ${text}` }, `${text} ✕`))]);
}

function filterBy(name, value) {
  filter[name] = value;
  showItems({ fromStart: true });
}

function startSearch() {
  let pause;
  byId("search").addEventListener("input", event => {
    clearTimeout(pause);
    filter.text = event.target.value;
    pause = setTimeout(() => showItems({ fromStart: true }), 120);
  });
  byId("previous").addEventListener("click", () => turnPage(-1));
  byId("next").addEventListener("click", () => turnPage(1));
}

/** From row to row, as in a list; at its ends it stays. */
function goTo(event) {
  const rows = [...event.currentTarget.querySelectorAll(".open")];
  const at = rows.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
  if (at < 0 || to === undefined)
    return;
  event.preventDefault();
  rows[Math.min(rows.length - 1, Math.max(0, to))].focus();
}

function closeDetails(event) {
  if (event.key !== "Escape" || table.open === null || byId("confirm").open)
    return;
  const id = table.open;
  toggle(id);
  byId("items").querySelector(`.open[data-name="${CSS.escape(id)}"]`)?.focus();
}

function startKeys() {
  for (const id of ["items", "runs"])
    byId(id).addEventListener("keydown", goTo);
  byId("items").addEventListener("keydown", closeDetails);
  document.addEventListener("keydown", event => {
    const isTyping = event.target.closest("input, textarea, select, dialog") !== null;
    if (event.key !== "/" || isTyping || event.ctrlKey || event.altKey || event.metaKey)
      return;
    event.preventDefault();
    byId("search").focus();
    byId("search").select();
  });
}
