// Light, dark, or as the system has it; what a person chose is remembered by the browser.

const themes = ["system", "light", "dark"];

function rememberedTheme() {
  try {
    return themes.includes(localStorage.getItem("tidy-theme")) ? localStorage.getItem("tidy-theme") : "system";
  } catch {
    return "system"; // a page in a sandbox has no storage
  }
}

function showTheme(theme) {
  if (theme === "system")
    delete document.documentElement.dataset.theme;
  else
    document.documentElement.dataset.theme = theme;
  byId("theme-name").textContent = { system: "Auto", light: "Light", dark: "Dark" }[theme];
  byId("theme").setAttribute("aria-label", `Colours: ${theme === "system" ? "as the system" : theme}`);
}

function startTheme() {
  let theme = rememberedTheme();
  showTheme(theme);
  byId("theme").addEventListener("click", () => {
    theme = themes[(themes.indexOf(theme) + 1) % themes.length];
    showTheme(theme);
    try {
      localStorage.setItem("tidy-theme", theme);
    } catch {
      // it holds until the page is closed
    }
  });
}
