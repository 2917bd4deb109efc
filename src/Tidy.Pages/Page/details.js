// What is known about one item, and its timeline: every try that is remembered, and the next one.

const fact = (name, value) => value ? [make("dt", {}, name), make("dd", {}, value)] : [];

function factsOf(item) {
  return make("dl", { class: "facts" },
    fact("Destination", make("code", {}, visible(item.dest))),
    fact("Why", word("reason", item.reason)),
    fact("Held by", holdersOf(item)),
    fact("System says", item.last_error && visible(item.last_error)),
    fact("Note", item.why && visible(item.why)),
    fact("Id", make("code", {}, visible(item.id))));
}

function point(kind, time, text) {
  return make("li", { class: kind }, text, make("time", { datetime: time }, `${utc(time)}, ${when(time, kind === "next" ? "next" : "past").textContent}`));
}

function tryOf(attempt) {
  const who = attempt.holder ? `, held by ${visible(attempt.holder)}` : attempt.reason && attempt.result !== "moved" ? `, ${word("reason", attempt.reason)}` : "";
  return point(attempt.result, attempt.at, `Attempt ${attempt.attempt}: ${word("result", attempt.result)}${who}`);
}

function timelineOf(item) {
  const tries = page.attempts.get(item.id) ?? [];
  const points = [point("", item.first_seen_at, "First seen"), ...tries.map(tryOf)];
  if (tries.length === 0)
    points.push(point("waiting", item.last_attempt_at, `Attempt ${item.attempts} of ${item.max_attempts}: ${word("reason", item.reason)}`));
  if (item.next_eligible_at)
    points.push(point("next", item.next_eligible_at, item.attempts + 1 >= item.max_attempts ? "Next attempt, the last; or as soon as it is free" : "Next attempt, or as soon as it is free"));
  else if (tries.at(-1)?.result !== item.status)
    points.push(make("li", { class: item.status }, word("status", item.status)));
  return make("ol", { class: "timeline" }, points);
}

function detailsOf(item) {
  const commands = page.isLive ? itemButtons(item) : make("p", { class: "faint" }, "To try it now: ", make("code", {}, `dotnet tidy retry ${item.id}`));
  return make("div", { class: "two" },
    make("div", {}, factsOf(item), commands),
    make("div", {}, make("h3", {}, "Timeline"), timelineOf(item)));
}
