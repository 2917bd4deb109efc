// Words, numbers and times as people read them, and elements made of them. Nothing here ever makes markup from text.

const numbers = new Intl.NumberFormat("en");

const words = {
  status: { pending: "Waiting", needs_manual: "Needs a person", abandoned: "Given up", held: "On hold", succeeded: "Moved" },
  reason: {
    locked: "in use", permission: "no permission", dest_exists: "destination exists", missing_source: "source is gone", cross_device: "another volume",
    read_only_fs: "read-only", path_too_long: "path too long", disk_full: "disk full", unknown: "another cause", interrupted: "interrupted", left: "nothing to do",
  },
  result: { moved: "moved", queued: "put into the queue", waiting: "not moved", abandoned: "given up", needs_manual: "needs a person" },
  age: { under_1h: "Under 1 hour", under_1d: "1 to 24 hours", under_7d: "1 to 7 days", under_30d: "7 to 30 days", over_30d: "Over 30 days" },
};

/** The word for people; a word of a newer version stands for itself. */
const word = (kind, name) => words[kind][name] ?? name;

const count = (number, one, many) => `${numbers.format(number)} ${number === 1 ? one : many}`;

/** A name can hold line breaks or marks that turn the reading direction: shown raw they forge what stands beside them. */
const visible = text => text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, c => "\\u" + c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0"));

function size(bytes) {
  const units = ["B", "kB", "MB", "GB", "TB", "PB"];
  let unit = 0;
  for (; bytes >= 999.5 && unit < units.length - 1; unit++)
    bytes /= 1000;
  return `${unit === 0 || bytes >= 99.95 ? Math.round(bytes) : bytes.toFixed(1)} ${units[unit]}`;
}

function span(ms) {
  const seconds = Math.abs(ms) / 1000;
  if (seconds < 1)
    return `${Math.round(seconds * 1000)} ms`;
  if (seconds < 59.5)
    return `${Math.round(seconds)} s`;
  if (seconds < 59.5 * 60)
    return `${Math.round(seconds / 60)} min`;
  return seconds < 47.5 * 3600 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86400)} d`;
}

const utc = time => new Date(time).toISOString().slice(0, 16).replace("T", " ") + " UTC";

/** An element with attributes and children; a child that is text is text. */
function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (key.startsWith("on"))
      element.addEventListener(key.slice(2), value);
    else if (value === true)
      element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(key, value);
  }
  element.append(...children.flat().filter(c => c !== null && c !== undefined && c !== false));
  return element;
}

const byId = id => document.getElementById(id);

/** A time in the past or the future, as seen from when the data was read. */
function when(time, kind) {
  const ms = Date.parse(time) - page.now();
  const text = kind === "age" ? span(ms) : ms > 0 ? `in ${span(ms)}` : kind === "next" ? "now" : `${span(ms)} ago`;
  return make("time", { datetime: time, title: utc(time) }, text);
}

/** A path whose last part, which people know it by, stands out. */
function pathOf(path) {
  const at = path.lastIndexOf("/") + 1;
  return make("span", { class: "file" }, make("span", { class: "folder" }, visible(path.slice(0, at))), visible(path.slice(at)));
}

const holdersOf = item => (item.holders ?? []).map(h => `${visible(h.name)} (${h.pid})`).join(", ");
