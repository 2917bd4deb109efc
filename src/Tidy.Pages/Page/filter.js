// Which of the items are shown, and in which order. Everything is one pass over the items, however many there are.

const filter = { text: "", status: null, age: null, holder: null, order: null, descending: false };

const ages = [["under_1h", 3600e3], ["under_1d", 86400e3], ["under_7d", 7 * 86400e3], ["under_30d", 30 * 86400e3], ["over_30d", Infinity]];

const ageOf = (item, now) => ages.find(([, below]) => now - Date.parse(item.first_seen_at) < below)[0];

/** What the search looks at; made once for each item, for a hundred thousand are looked at with each letter typed. */
const searched = new WeakMap();

function searchedText(item) {
  let text = searched.get(item);
  if (text === undefined) {
    text = [item.src, item.id, ...(item.holders ?? []).map(h => h.name)].join("\n").toLowerCase();
    searched.set(item, text);
  }
  return text;
}

const orders = {
  src: item => item.src,
  status: item => ["needs_manual", "abandoned", "pending", "held", "succeeded"].indexOf(item.status),
  attempts: item => item.attempts,
  age: item => item.first_seen_at,
  next: item => item.next_eligible_at ?? "9",
  bytes: item => item.bytes ?? -1,
};

function filtered(items) {
  const text = filter.text.trim().toLowerCase();
  const now = page.now();
  const found = items.filter(item => (filter.status === null || item.status === filter.status)
    && (filter.age === null || ageOf(item, now) === filter.age)
    && (filter.holder === null || (item.holders ?? []).some(h => h.name === filter.holder))
    && (text === "" || searchedText(item).includes(text)));
  return filter.order === null ? found : sorted(found);
}

/** By one column; what is equal there stays in the order of urgency. */
function sorted(items) {
  const key = orders[filter.order];
  const sign = filter.descending ? -1 : 1;
  return items.map(item => ({ item, key: key(item) })).sort((a, b) => a.key < b.key ? -sign : a.key > b.key ? sign : 0).map(pair => pair.item);
}
