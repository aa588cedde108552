"use strict";

// What the page can do beyond being read: choose among the findings, go through them by keyboard, change the theme.
{
  const filters = document.getElementById("filters");
  const cards = [...document.querySelectorAll("#list > article")];
  const has = (words, one) => words.split(" ").includes(one);

  function choose() {
    const grave = new Set([...filters.querySelectorAll("[name=severity]:checked")].map((box) => box.value));
    const { rule, articles, stories } = Object.fromEntries(
      [...filters.querySelectorAll("select")].map((select) => [select.name, select.value]),
    );
    let shown = 0;
    for (const card of cards) {
      const data = card.dataset;
      card.hidden = !(
        grave.has(data.severity) &&
        (!rule || data.rule === rule) &&
        (!articles || has(data.articles, articles)) &&
        (!stories || has(data.stories, stories))
      );
      shown += card.hidden ? 0 : 1;
    }
    document.getElementById("count").textContent =
      shown === cards.length ? `${shown} finding${shown === 1 ? "" : "s"}` : `${shown} of ${cards.length} findings`;
  }

  // j and k work only while the focus is within the list, so that they are in nobody's way (WCAG 2.1.4).
  function walk(event) {
    const steps = { j: 1, k: -1 };
    if (!(event.key in steps) || event.ctrlKey || event.metaKey || event.altKey) return;
    const seen = cards.filter((card) => !card.hidden);
    const here = seen.indexOf(event.target.closest("article"));
    const next = seen[here + steps[event.key]];
    if (next) next.querySelector("h3 a").focus();
  }

  // A link to a finding that the filters hide shows all again.
  function reveal() {
    const target = document.getElementById(location.hash.slice(1));
    if (target && target.hidden) {
      filters.reset();
      choose();
      target.scrollIntoView();
    }
  }

  if (filters) {
    filters.hidden = false;
    filters.addEventListener("change", choose);
    filters.addEventListener("submit", (event) => event.preventDefault());
    filters.addEventListener("reset", () => setTimeout(choose));
    document.getElementById("list").addEventListener("keydown", walk);
    window.addEventListener("hashchange", reveal);
    choose(); // a browser that comes back to the page keeps what was chosen
  }

  const theme = document.getElementById("theme");
  const root = document.documentElement;
  const wanted = window.matchMedia("(prefers-color-scheme: dark)");

  function paint() {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : wanted.matches;
    theme.setAttribute("aria-pressed", String(dark));
  }

  theme.hidden = false;
  theme.addEventListener("click", () => {
    root.dataset.theme = theme.getAttribute("aria-pressed") === "true" ? "light" : "dark";
    paint();
  });
  wanted.addEventListener("change", paint);
  paint();
}
