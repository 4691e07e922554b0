"use strict";
(() => {
  const page = document.querySelector(".factdiff");
  const named = (form, name) => form.elements.namedItem(name);
  const rules = {
    sheet: {
      items: () => [...page.querySelectorAll(".row")],
      keeps: (form, item) =>
        form.querySelector(`[name=status][value=${item.dataset.status}]`).checked &&
        ["", item.dataset.kind].includes(named(form, "kind").value) &&
        (!named(form, "unticked").checked || !item.querySelector("[name=tick]").checked),
      then: (all) => {
        for (const [item] of all)
          for (const value of page.querySelectorAll(`.checked[href="#${item.id}"]`))
            value.classList.toggle("off", item.hidden);
      },
    },
    findings: {
      items: () => [...page.querySelectorAll(".card[data-severity]")],
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
    const { items, keeps, then } = rules[form.dataset.filters];
    const all = items().map((item) => [item, item.textContent.toLowerCase()]);
    const apply = () => {
      const words = named(form, "words").value.trim().toLowerCase();
      let shown = 0;
      for (const [item, text] of all) {
        item.hidden = !(keeps(form, item) && text.includes(words));
        shown += !item.hidden;
      }
      form.querySelector("output").textContent = `${shown} of ${all.length} shown`;
      then?.(all);
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
  const sheet = page.querySelector("form[data-filters=sheet]");
  if (sheet) {
    const rows = rules.sheet.items();
    const box = (row) => row.querySelector("[name=tick]");
    const stored = () => {
      try {
        return JSON.parse(localStorage.getItem(sheet.dataset.store)) || {};
      } catch {
        return {};
      }
    };
    const ticks = stored();
    const show = () => {
      for (const row of rows) row.classList.toggle("done", box(row).checked);
      const count = rows.filter((row) => box(row).checked).length;
      sheet.querySelector(".ticked").textContent = `${count} of ${rows.length} ticked`;
    };
    const keep = (row) => {
      if (box(row).checked) ticks[row.dataset.key] = true;
      else delete ticks[row.dataset.key];
      try {
        localStorage.setItem(sheet.dataset.store, JSON.stringify(ticks));
      } catch {
        // a page without storage keeps its ticks as long as it is open
      }
      show();
    };
    for (const row of rows) {
      box(row).checked = ticks[row.dataset.key] === true;
      row.querySelector(".tick").hidden = false;
      box(row).addEventListener("change", () => keep(row));
    }
    show();
    named(sheet, "export").addEventListener("click", () => {
      const told = rows.map((row) => ({
        value: row.dataset.value,
        kind: row.dataset.kind,
        status: row.dataset.status,
        ticked: box(row).checked,
      }));
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([JSON.stringify(told, null, 1)], { type: "application/json" }));
      link.download = "ticks.json";
      link.click();
      URL.revokeObjectURL(link.href);
    });
    let current = -1;
    const go = (row) => {
      current = rows.indexOf(row);
      for (const value of page.querySelectorAll(".checked.current")) value.classList.remove("current");
      const values = page.querySelectorAll(`.checked[href="#${row.id}"]`);
      for (const value of values) value.classList.add("current");
      row.focus({ preventScroll: true });
      row.scrollIntoView({ block: "nearest" });
      values[0]?.scrollIntoView({ block: "nearest" });
    };
    for (const value of page.querySelectorAll(".checked"))
      value.addEventListener("click", (event) => {
        event.preventDefault();
        const row = document.getElementById(value.hash.slice(1));
        row.hidden = false;
        history.replaceState(null, "", value.hash);
        go(row);
      });
    addEventListener("keydown", (event) => {
      const typing = event.target.closest("input:not([type=checkbox]), select, textarea");
      if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
      const step = { j: 1, k: -1 }[event.key];
      if (step) {
        let next = current + step;
        while (rows[next]?.hidden) next += step;
        if (rows[next]) go(rows[next]);
      } else if (event.key === "x" && rows[current]) {
        box(rows[current]).checked = !box(rows[current]).checked;
        keep(rows[current]);
      }
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
