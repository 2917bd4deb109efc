// One page for two uses: a report has its data in itself, the dashboard asks for it.

function show(overview) {
  page.overview = overview;
  page.attempts = Map.groupBy(overview.attempts, a => a.item);
  showHead(overview);
  showHealth(overview.health);
  showNumbers(overview);
  showDays(overview.days);
  showItems({});
  showRuns();
  showWaits(overview.waits);
}

const inlined = byId("overview");

const page = {
  overview: null,
  attempts: new Map(),
  isLive: inlined === null,
  key: document.body.dataset.key,
  /** A report is read at any time and tells of the time it was made. */
  now: () => inlined === null ? Date.now() : Date.parse(page.overview.at),
};

startTheme();
startSearch();
startKeys();
startRuns();
startQuestions();
if (page.isLive)
  keepLooking();
else
  show(JSON.parse(inlined.textContent));
