// The dashboard looks every few seconds; as long as nothing changed the server says so and sends nothing.

const live = { tag: null, pause: 2000, agesHold: 30000, shownAt: 0 };

function showLive(overview) {
  live.shownAt = Date.now();
  show(overview);
}

async function refresh() {
  try {
    const response = await fetch("api/overview", { headers: live.tag ? { "If-None-Match": live.tag } : {}, cache: "no-store" });
    if (response.status === 304) {
      if (Date.now() - live.shownAt > live.agesHold)
        showLive(page.overview); // "in 5 min" is in 4 by now
      return lost(null);
    }
    if (!response.ok)
      return lost((await response.json()).messages.map(m => `${m.text} (${m.code})`).join(" "));
    live.tag = response.headers.get("ETag");
    showLive(await response.json());
    lost(null);
  } catch {
    lost("The dashboard has ended, or is not to be reached. What is shown is as it was; start 'dotnet tidy dashboard' again.");
  }
}

function lost(problem) {
  byId("problem").hidden = problem === null;
  if (byId("problem").textContent !== (problem ?? ""))
    byId("problem").textContent = problem ?? "";
  byId("read-at").classList.toggle("lost", problem !== null);
  if (problem === null)
    byId("read-at").textContent = `Live, checked at ${new Date().toISOString().slice(11, 19)} UTC`;
}

async function keepLooking() {
  if (!document.hidden)
    await refresh();
  setTimeout(keepLooking, live.pause);
}
