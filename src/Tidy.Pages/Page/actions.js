// What a person can have done from the dashboard: the same operations as on the command line, each asked about first.

const namedInQuestion = 8;

const operations = {
  retry: { verb: "Try now", question: n => `Try ${n} now?`, says: "What is free moves at once, as other free files of the queue do in each run. What is still in use counts as one more attempt.", done: "Tried" },
  hold: { verb: "Hold", question: n => `Put ${n} on hold?`, says: "It stays where it is, and no run tries to move it until it is released or changes.", done: "On hold" },
  release: { verb: "Release", question: n => `Release ${n}?`, says: "It is waiting again, starts over with its first attempt, and is due now.", done: "Released" },
  drop: { verb: "Forget", question: n => `Forget ${n}?`, says: "It leaves the queue; the file stays where it is. If a rule still names it, the next run queues or moves it again.", done: "Forgotten", isDanger: true },
};

const fits = { retry: i => i.status !== "held", hold: i => i.status !== "held", release: i => i.status === "held", drop: () => true };

const itemButtons = item => make("p", { class: "buttons" }, Object.keys(operations).filter(name => fits[name](item)).map(name => operationButton(name, () => [item], `${name}-${item.id}`)));

const operationButton = (name, itemsOf, focusName) => make("button", {
  type: "button", "data-name": focusName, class: operations[name].isDanger ? "danger" : null, onclick: () => operate(name, itemsOf()),
}, `${operations[name].verb} …`);

function showChosen() {
  if (!page.isLive)
    return;
  const known = new Map(page.overview.items.map(i => [i.id, i]));
  table.chosen = new Set([...table.chosen].filter(id => known.has(id)));
  byId("chosen").hidden = table.chosen.size === 0;
  replaceKeepingFocus(byId("chosen"), [
    make("span", {}, `${count(table.chosen.size, "file", "files")} chosen`),
    ...Object.keys(operations).map(name => operationButton(name, () => [...table.chosen].map(id => known.get(id)).filter(fits[name]), `chosen-${name}`)),
    make("button", { type: "button", "data-name": "chosen-none", onclick: () => { table.chosen.clear(); showItems({}); } }, "Choose none"),
  ]);
}

/** Who waits for the person's answer; null when nobody asks. */
let answerTo = null;

/** The browser tells of the end of a dialog late: behind keys that were typed meanwhile, and so perhaps when the next question is open already. */
function startQuestions() {
  const dialog = byId("confirm");
  dialog.addEventListener("close", () => {
    if (dialog.open)
      return;
    answerTo?.(dialog.returnValue === "yes");
    answerTo = null;
  });
}

/** Resolves to whether the person said yes. Escape and Cancel are no, and so is another question. */
function ask(title, text, names, yes, isDanger) {
  answerTo?.(false);
  const dialog = byId("confirm");
  byId("confirm-title").textContent = title;
  byId("confirm-text").textContent = text;
  const more = names.length - namedInQuestion;
  byId("confirm-list").replaceChildren(...names.slice(0, namedInQuestion).map(n => make("li", {}, visible(n))), ...(more > 0 ? [make("li", {}, `and ${numbers.format(more)} more`)] : []));
  byId("confirm-yes").textContent = yes;
  byId("confirm-yes").classList.toggle("danger", isDanger);
  dialog.returnValue = "no";
  dialog.showModal();
  return new Promise(resolve => { answerTo = resolve; });
}

async function operate(name, items) {
  const operation = operations[name];
  if (items.length === 0)
    return say("None of the chosen files fits: only what is on hold can be released, and only what is not can be tried or held.", true);
  const what = items.length === 1 ? "this file" : count(items.length, "file", "files");
  if (!await ask(operation.question(what), operation.says, items.map(i => i.src), operation.verb, operation.isDanger === true))
    return;
  await send(name, { ids: items.map(i => i.id) });
}

async function undo(run) {
  const files = count(run.moved + run.removed, "file goes", "files go");
  const says = `${files} back where they were. What changed since, or whose old place is taken, stays. The restored files are put on hold, so that the next run does not move them again.`;
  if (await ask(`Undo the run of ${utc(run.started_at)}?`, says, (run.actions ?? []).filter(a => a.status === "done").map(a => a.src), "Undo", false))
    await send("undo", { run: run.id });
}

async function send(name, body) {
  try {
    const response = await fetch(`api/${name}`, { method: "POST", headers: { "Content-Type": "application/json", "X-Tidy-Key": page.key }, body: JSON.stringify(body) });
    const answer = await response.json();
    for (const line of answer.messages)
      say(line.code ? `${line.text} (${line.code})` : line.text, !response.ok || line.level === "error");
    table.chosen.clear();
  } catch {
    say("The dashboard does not answer: it has ended, or is not to be reached. Nothing is known of what was asked; start 'dotnet tidy dashboard' again and look.", true);
  }
  await refresh();
}

/** Good news goes away by itself; a problem stays until it is closed. */
function say(text, isBad) {
  const line = make("p", { class: isBad ? "bad" : null }, make("span", {}, visible(text)), make("button", { type: "button", onclick: () => line.remove(), "aria-label": "Close message" }, "✕"));
  byId("answer").append(line);
  while (byId("answer").children.length > 4)
    byId("answer").firstChild.remove();
  if (!isBad)
    setTimeout(() => line.remove(), 8000);
}
