(() => {
  "use strict";
  const $ = (id) => document.getElementById(id);
  const { facts, words } = JSON.parse($("facts").textContent);
  const figure = $("picture"), svg = figure.querySelector("svg");
  const seek = $("seek"), list = $("list"), count = $("count"), card = $("card"), said = $("said");
  const MOST = 60;

  // Shapes carry a number, and a fact knows the numbers of its shapes and of all that lies within them.
  const shapes = new Map();
  for (const group of svg.querySelectorAll("g[class]")) {
    const number = /^o(\d+)$/.exec(group.getAttribute("class"));
    if (number) shapes.set(+number[1], [...(shapes.get(+number[1]) || []), group]);
  }
  const drawn = (numbers) => numbers.flatMap((n) => shapes.get(n) || []);
  const factOf = new Map();
  facts.forEach((fact, i) => drawn(fact.own).forEach((group) => factOf.set(group, i)));
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const texts = facts.map((fact) => plain([fact.name, fact.kind, ...fact.lines].join("\n")));
  let hits = [], at = -1, over = -1;

  const ring = document.createElementNS("http://www.w3.org/2000/svg", "g");
  ring.setAttribute("class", "ring");
  ring.setAttribute("pointer-events", "none");
  svg.lastElementChild.append(ring);

  function element(tag, text) {
    const made = document.createElement(tag);
    made.textContent = text;
    return made;
  }

  function fill(fact) {
    const head = document.createElement("div");
    head.append(element("b", fact.name));
    if (fact.kind) head.append(element("small", fact.kind));
    card.replaceChildren(head, ...[...fact.lines, ...fact.aside].map((line) => element("p", line)));
    card.hidden = false;
  }

  function place(x, y) {
    const wide = document.documentElement.clientWidth, high = document.documentElement.clientHeight;
    const box = card.getBoundingClientRect();
    const left = Math.max(4, Math.min(x + 14, wide - box.width - 8));
    const top = y + 18 + box.height > high ? Math.max(4, y - box.height - 12) : y + 18;
    card.style.left = `${left + window.scrollX}px`;
    card.style.top = `${top + window.scrollY}px`;
  }

  function encircle(groups) {
    ring.replaceChildren(...groups.map((group) => {
      const box = group.getBBox(), rect = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      for (const [name, value] of [["x", box.x - 2], ["y", box.y - 2], ["width", box.width + 4], ["height", box.height + 4], ["rx", 3]]) {
        rect.setAttribute(name, value);
      }
      return rect;
    }));
  }

  function choose(i, scroll = true) {
    at = i;
    const fact = facts[i], groups = drawn(fact.own);
    encircle(groups);
    fill(fact);
    if (groups.length && scroll) {
      groups[0].scrollIntoView({ block: "center", inline: "center" });
      const box = groups[0].getBoundingClientRect();
      place(box.left, box.bottom - 12);
    }
    said.textContent = [fact.name, fact.kind, ...fact.lines, ...fact.aside].filter(Boolean).join(". ");
  }

  function clear() {
    card.hidden = true;
    ring.replaceChildren();
    said.textContent = "";
    at = -1;
  }

  function search() {
    const asked = plain(seek.value).split(/\s+/).filter(Boolean);
    hits = asked.length ? [...facts.keys()].filter((i) => asked.every((word) => texts[i].includes(word))) : [];
    const first = (i) => Number(!asked.every((word) => plain(facts[i].name).includes(word)));
    hits.sort((a, b) => first(a) - first(b) || a - b);
    svg.querySelectorAll(".hit").forEach((group) => group.classList.remove("hit"));
    svg.classList.toggle("seeking", asked.length > 0 && hits.length > 0);
    hits.forEach((i) => drawn(facts[i].lit).forEach((group) => group.classList.add("hit")));
    count.textContent = !asked.length ? "" : hits.length ? words.found.replace("{n}", hits.length) : words.none;
    list.replaceChildren(...hits.slice(0, MOST).map((i) => {
      const item = document.createElement("li"), button = element("button", facts[i].name);
      button.type = "button";
      if (facts[i].kind) button.append(" ", element("small", facts[i].kind));
      button.addEventListener("click", () => choose(i));
      item.append(button);
      return item;
    }));
    list.hidden = !hits.length;
    clear();
  }

  function next(among, step) {
    if (!among.length) return;
    const now = among.indexOf(at);
    choose(among[now < 0 ? (step > 0 ? 0 : among.length - 1) : (now + step + among.length) % among.length]);
  }

  seek.addEventListener("input", search);
  seek.addEventListener("keydown", (event) => {
    if (event.key === "Enter") { event.preventDefault(); next(hits, event.shiftKey ? -1 : 1); }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (card.hidden && seek.value) { seek.value = ""; search(); }
    clear();
  });
  figure.addEventListener("keydown", (event) => {
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }, all = hits.length ? hits : [...facts.keys()];
    if (event.key in steps) next(all, steps[event.key]);
    else if (event.key === "Enter" && hits.length) next(hits, event.shiftKey ? -1 : 1);
    else if (event.key === "Home" && all.length) choose(all[0]);
    else if (event.key === "End" && all.length) choose(all[all.length - 1]);
    else return;
    event.preventDefault();
  });
  function pointed(event) {
    for (let group = event.target; group && group !== svg; group = group.parentNode) {
      if (factOf.has(group)) return factOf.get(group);
    }
    return -1;
  }
  svg.addEventListener("pointermove", (event) => {
    const i = pointed(event);
    if (i !== over) {
      over = i;
      if (i >= 0) fill(facts[i]);
      // Everywhere the same thing stands, unless something was chosen: that keeps its rings.
      if (at < 0) encircle(i < 0 ? [] : drawn(facts[i].own));
      if (i < 0) leave();
    }
    if (i >= 0) place(event.clientX, event.clientY);
  });
  svg.addEventListener("pointerleave", leave);
  function leave() {
    over = -1;
    if (at < 0) clear();
    else fill(facts[at]);
  }
  svg.addEventListener("click", (event) => {
    const i = pointed(event);
    if (i < 0) { clear(); return; }
    choose(i, false);
    place(event.clientX, event.clientY);
  });
  $("wide").addEventListener("change", (event) => { figure.classList.toggle("wide", event.target.checked); clear(); });
  $("tools").hidden = false;
})();
