"use strict";
(() => {
  const page = document.querySelector(".factdiff");
  const named = (form, name) => form.elements.namedItem(name);
  const rules = {
    findings: {
      items: () => [...page.querySelectorAll(".card")],
      keeps: (form, item) =>
        item.dataset.severity.split(" ").some((one) => form.querySelector(`[name=severity][value=${one}]`).checked) &&
        (!named(form, "open").checked || item.dataset.open === "yes"),
    },
    facts: {
      items: () => [...page.querySelectorAll("table.facts tbody tr")],
      keeps: (form, item) =>
        ["verdict", "kind"].every((key) => ["", item.dataset[key]].includes(named(form, key).value)),
    },
  };
  for (const form of page.querySelectorAll("form.filter")) {
    const { items, keeps } = rules[form.dataset.filters];
    const all = items().map((item) => [item, item.textContent.toLowerCase()]);
    const apply = () => {
      const words = named(form, "words").value.trim().toLowerCase();
      let shown = 0;
      for (const [item, text] of all) {
        item.hidden = !(keeps(form, item) && text.includes(words));
        shown += !item.hidden;
      }
      form.querySelector("output").textContent = `${shown} of ${all.length} shown`;
    };
    form.addEventListener("input", apply);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.hidden = false;
  }
  const compare = new Intl.Collator("en", { numeric: true }).compare;
  for (const head of page.querySelectorAll("table.facts thead th")) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", () => {
      const rising = head.getAttribute("aria-sort") !== "ascending";
      const body = head.closest("table").tBodies[0];
      const key = (row) => row.cells[head.cellIndex].textContent.trim();
      const rows = [...body.rows].sort((a, b) => compare(key(a), key(b)) * (rising ? 1 : -1));
      for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", rising ? "ascending" : "descending");
      body.append(...rows);
    });
  }
  const reveal = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    if (!target || !target.hidden) return;
    target.hidden = false;
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
})();
