"use strict";
// The index is an array of [path, kind, title, text]; it calls handoffIndex when it is there.
(() => {
  const field = document.getElementById("q");
  const list = document.getElementById("results");
  const count = document.getElementById("count");
  const shown = 50;
  let entries = null;
  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const isWord = (letter) => letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
  const beginsWord = (text, place) => place === 0 || !isWord(text[place - 1]);

  function score(entry, words) {
    let sum = 0;
    for (const word of words) {
      const inTitle = entry.title.indexOf(word);
      if (inTitle >= 0) {
        sum += beginsWord(entry.title, inTitle) ? 12 : 6;
        continue;
      }
      const inText = entry.text.indexOf(word);
      if (inText < 0) return 0;
      sum += beginsWord(entry.text, inText) ? 4 : 2;
    }
    return sum + entry.weight;
  }

  function marked(node, text, words) {
    const folded = fold(text);
    // Folding that changes lengths would put marks in the wrong place.
    const places = folded.length !== text.length ? [] : words.map((word) => [folded.indexOf(word), word.length])
      .filter(([place]) => place >= 0).sort((left, right) => left[0] - right[0]);
    let end = 0;
    for (const [place, length] of places) {
      if (place < end) continue;
      node.append(text.slice(end, place));
      const mark = document.createElement("mark");
      mark.textContent = text.slice(place, place + length);
      node.append(mark);
      end = place + length;
    }
    node.append(text.slice(end));
  }

  function excerpt(text, words) {
    const folded = fold(text);
    const place = Math.min(...words.map((word) => folded.indexOf(word)).filter((found) => found >= 0), text.length);
    const start = Math.max(0, (place === text.length ? 0 : place) - 60);
    return (start > 0 ? "…" : "") + text.slice(start, start + 200) + (start + 200 < text.length ? "…" : "");
  }

  function find() {
    if (!entries) return;
    const words = [...new Set(fold(field.value).split(/\s+/).filter((word) => word))].slice(0, 12);
    const begun = performance.now();
    const found = [];
    if (words.length) {
      for (const entry of entries) {
        const points = score(entry, words);
        if (points > 0) found.push([points, entry]);
      }
      found.sort((left, right) => right[0] - left[0] || left[1].order - right[1].order);
    }
    list.dataset.milliseconds = String(performance.now() - begun);
    list.replaceChildren(...found.slice(0, shown).map(([, entry]) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      link.href = entry.path;
      marked(link, entry.raw[2], words);
      const kind = document.createElement("span");
      kind.className = "badge";
      kind.textContent = entry.raw[1];
      const text = document.createElement("p");
      marked(text, excerpt(entry.raw[3], words), words);
      item.append(kind, " ", link, text);
      return item;
    }));
    count.textContent = !words.length ? "" : found.length === 0 ? "Nothing is found."
      : found.length > shown ? `${found.length} found, the best ${shown} shown.` : `${found.length} found.`;
  }

  const weights = { story: 3, intent: 3, criterion: 2, decision: 2, question: 1 };
  globalThis.handoffIndex = (raw) => {
    entries = raw.map((row, order) => (
      { raw: row, path: row[0], title: fold(row[2]), text: fold(row[0] + " " + row[3]), weight: weights[row[1]] || 0, order }));
    find();
  };
  field.value = new URLSearchParams(location.search).get("q") || "";
  field.addEventListener("input", () => {
    find();
    history.replaceState(null, "", field.value ? "?q=" + encodeURIComponent(field.value) : location.pathname);
  });
  field.form.addEventListener("submit", (event) => event.preventDefault());
  field.focus();
})();
