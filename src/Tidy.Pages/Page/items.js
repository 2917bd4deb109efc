// The table of the queue: one page of it at a time.

const pageSize = 25;
const table = { items: [], first: 0, open: null, chosen: new Set() };

const columns = [
  { name: "File", order: "src" },
  { name: "Status", order: "status", class: "wide" },
  { name: "Why", class: "wide" },
  { name: "Attempts", order: "attempts", class: "number wide" },
  { name: "Waits", order: "age", class: "number" },
  { name: "Next try", order: "next", class: "wider wide" },
  { name: "Size", order: "bytes", class: "number wider wide" },
];

const chip = status => make("span", { class: `chip ${status}` }, word("status", status));

const whyOf = item => item.holders ? `${word("reason", item.reason)}: ${holdersOf(item)}` : word("reason", item.reason);

function headCell({ name, order, class: kind }) {
  if (!order)
    return make("th", { scope: "col", class: kind }, name);
  const sort = filter.order === order ? (filter.descending ? "descending" : "ascending") : null;
  return make("th", { scope: "col", class: kind, "aria-sort": sort }, make("button", { type: "button", "data-name": order, onclick: () => sortBy(order) }, name));
}

/** Up, down, and then as it came: the most urgent first. */
function sortBy(order) {
  if (filter.order !== order)
    Object.assign(filter, { order, descending: false });
  else if (!filter.descending)
    filter.descending = true;
  else
    Object.assign(filter, { order: null, descending: false });
  showItems({ fromStart: true });
}

function itemRow(item) {
  const isOpen = table.open === item.id;
  return make("tr", { class: "row", "data-id": item.id },
    page.isLive && make("td", { class: "check" }, make("input", { type: "checkbox", "aria-label": `Choose ${visible(item.src)}`, checked: table.chosen.has(item.id), onchange: e => choose(item.id, e.target.checked) })),
    make("td", {},
      make("button", { type: "button", class: "open", "data-name": item.id, "aria-expanded": String(isOpen), "aria-controls": isOpen ? `details-${item.id}` : null, onclick: () => toggle(item.id) }, pathOf(item.src)),
      make("span", { class: "under narrow" }, chip(item.status), ` ${whyOf(item)}`)),
    make("td", { class: "wide" }, chip(item.status)),
    make("td", { class: "wide" }, whyOf(item)),
    make("td", { class: "number wide" }, `${item.attempts} of ${item.max_attempts}`),
    make("td", { class: "number when" }, when(item.first_seen_at, "age")),
    make("td", { class: "when wider wide" }, item.next_eligible_at ? when(item.next_eligible_at, "next") : "–"),
    make("td", { class: "number wider wide" }, item.bytes === undefined ? "–" : size(item.bytes)));
}

function toggle(id) {
  table.open = table.open === id ? null : id;
  showItems({});
}

function choose(id, isChosen) {
  if (isChosen)
    table.chosen.add(id);
  else
    table.chosen.delete(id);
  showChosen();
}

function showHeadRow(shown) {
  const all = page.isLive && make("th", { class: "check" }, make("input", {
    type: "checkbox", "data-name": "all", "aria-label": "Choose all files of this page", checked: shown.length > 0 && shown.every(i => table.chosen.has(i.id)),
    onchange: e => { shown.forEach(i => choose(i.id, e.target.checked)); showItems({}); },
  }));
  replaceKeepingFocus(byId("items").tHead, [make("tr", {}, all, ...columns.map(headCell))]);
}

function showRows(shown) {
  const rows = [];
  for (const item of shown) {
    rows.push(itemRow(item));
    if (item.id === table.open)
      rows.push(make("tr", { class: "details", id: `details-${item.id}` }, make("td", { colspan: columns.length + (page.isLive ? 1 : 0) }, detailsOf(item))));
  }
  replaceKeepingFocus(byId("items").tBodies[0], rows);
}

function showPager(shown) {
  const { items, total } = { items: table.items, total: page.overview.queue.total };
  const range = shown.length === 0 ? "0" : `${numbers.format(table.first + 1)} to ${numbers.format(table.first + shown.length)}`;
  const cut = page.overview.items.length < total ? ` This page has the ${numbers.format(page.overview.items.length)} most urgent of ${numbers.format(total)}.` : "";
  byId("shown").textContent = `Showing ${range} of ${numbers.format(items.length)}.${cut}`;
  byId("previous").disabled = table.first === 0;
  byId("next").disabled = table.first + pageSize >= items.length;
  byId("no-items").hidden = items.length > 0;
  byId("no-items").textContent = total === 0 ? "The queue is empty: no file is in use." : "No file fits.";
  byId("items").hidden = items.length === 0;
}

/** Puts the table together anew: which items, which page of them. */
function showItems({ fromStart = false, refresh = true }) {
  if (refresh)
    table.items = filtered(page.overview.items);
  if (fromStart)
    table.first = 0;
  if (table.first >= table.items.length)
    table.first = Math.max(0, Math.floor((table.items.length - 1) / pageSize) * pageSize);
  const shown = table.items.slice(table.first, table.first + pageSize);
  showHeadRow(shown);
  showRows(shown);
  showPager(shown);
  showFilters();
  showChosen();
}

function turnPage(by) {
  table.first = Math.max(0, table.first + by * pageSize);
  showItems({ refresh: false });
  byId("queue").scrollIntoView({ block: "start" });
}
