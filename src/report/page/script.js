"use strict";
(() => {
  const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
  document.documentElement.classList.add("js");
  const search = document.getElementById("search");
  const country = document.getElementById("country");
  const pressed = all(".outcomes button");
  const items = all("[data-parties]");
  const words = new Map(items.map((item) => [item, item.textContent.toLowerCase()]));
  const show = () => {
    const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const party = country.value;
    const outcomes = new Set(pressed.filter((b) => b.getAttribute("aria-pressed") === "true").map((b) => b.dataset.outcome));
    for (const item of items) {
      const text = words.get(item);
      const fits = wanted.every((word) => text.includes(word))
        && (!party || item.dataset.parties.split(" ").includes(party))
        && (!item.dataset.outcome || outcomes.has(item.dataset.outcome));
      item.hidden = !fits;
    }
    for (const part of all("main > section")) {
      const none = part.querySelector(".none");
      if (none) none.hidden = all("[data-parties]", part).some((item) => !item.hidden);
    }
  };
  search.addEventListener("input", show);
  country.addEventListener("change", show);
  for (const button of pressed) {
    button.addEventListener("click", () => {
      button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true"));
      show();
    });
  }
  document.querySelector("nav form").addEventListener("submit", (event) => event.preventDefault());
  // What a link leads to is shown, whatever is filtered.
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const item = target && target.closest("[data-parties]");
    if (item && item.hidden) {
      item.hidden = false;
      target.scrollIntoView();
    }
    if (target) target.focus({ preventScroll: true });
  };
  addEventListener("hashchange", reveal);
  for (const table of all("table")) {
    all("th", table).forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      head.replaceChildren(button);
      button.addEventListener("click", () => {
        const up = head.getAttribute("aria-sort") !== "ascending";
        all("th", table).forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", up ? "ascending" : "descending");
        const key = (row) => row.cells[column].dataset.key ?? row.cells[column].textContent;
        const order = (a, b) => {
          const [x, y] = [Number(key(a)), Number(key(b))];
          return Number.isNaN(x) || Number.isNaN(y) ? key(a).localeCompare(key(b)) : x - y;
        };
        const rows = all("tbody tr", table).sort(order);
        if (!up) rows.reverse();
        table.tBodies[0].append(...rows);
      });
    });
  }
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches("input, select");
    if (event.key === "Escape" && typing) {
      search.value = "";
      country.value = "";
      event.target.blur();
      show();
    } else if (event.key === "/" && !typing) {
      event.preventDefault();
      search.focus();
    } else if ((event.key === "n" || event.key === "p") && !typing) {
      const shown = all(".finding").filter((item) => !item.hidden);
      const at = shown.indexOf(document.activeElement.closest(".finding"));
      const next = shown[event.key === "n" ? at + 1 : at < 0 ? 0 : at - 1];
      if (next) { next.focus(); next.scrollIntoView({ block: "center" }); }
    }
  });
  show();
  if (location.hash) reveal();
})();
